"""What an editor can do about findings: which changes are offered, and how they are written for the client."""
