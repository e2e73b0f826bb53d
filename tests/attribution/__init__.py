"""The attribution graph and the evidence that hangs from it."""
