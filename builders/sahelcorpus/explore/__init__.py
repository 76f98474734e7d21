"""A built dataset as one page to browse: found, read, counted and taken away, all of it offline."""
