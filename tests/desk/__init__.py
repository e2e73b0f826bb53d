"""What a desk runs around the linter: hooks, pipelines, shells."""
