"""How the network that compares a headline with its story is trained."""
