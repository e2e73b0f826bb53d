"""What the linter costs and how good it is: scripts that measure, and the figures that they measured last."""
