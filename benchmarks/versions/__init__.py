"""The comparison of versions, measured: pairs of versions made of real copy by known edits."""
