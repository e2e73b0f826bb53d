"""The language layer: quotation marks and the pipeline."""
