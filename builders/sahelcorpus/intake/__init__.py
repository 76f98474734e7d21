"""Documents into a collection: matched to an outlet, checked, added, and accounted for to the last one."""
