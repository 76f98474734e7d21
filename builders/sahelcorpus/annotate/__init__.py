"""Pure functions from an article to annotations."""
