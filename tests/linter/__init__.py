"""Settings and the cache: what is in force, and what is kept."""
