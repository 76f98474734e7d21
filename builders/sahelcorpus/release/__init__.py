"""From a checked collection to a dataset directory, and from there to training code."""
