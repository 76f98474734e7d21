"""The stand-off twin of a dataset, without text that may not be passed on; and the way back from one's own copies."""
