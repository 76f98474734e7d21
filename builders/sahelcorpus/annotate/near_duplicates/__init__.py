"""Near-duplicates (reprints, shortened wire copy, added paragraphs): candidates, exact comparison, groups."""
