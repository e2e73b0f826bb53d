"""How the network that compares a headline with its story is trained; what needs PyTorch is skipped without it."""
