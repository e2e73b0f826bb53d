"""The command line, from its options to its exit status."""
