"""A collection on disk: read it, and write it with small diffs."""
