"""How the language pipeline is trained; skipped where the extra `training` is not installed."""
