"""HTML, as browsers read it: what is broken or half typed is read as well as it can be."""
