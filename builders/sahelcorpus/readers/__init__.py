"""One file a format in; each yields documents, or a rejection with its reason."""
