"""Write findings for people and for programs."""
