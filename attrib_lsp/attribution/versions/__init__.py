"""What happened to the sourcing of a story between two of its versions."""
