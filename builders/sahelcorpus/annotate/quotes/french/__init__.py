"""The French grammar: how cues, subjects, contents and their ends are read in French sentences."""
