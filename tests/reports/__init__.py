"""Reports: what people and programs get to read."""
