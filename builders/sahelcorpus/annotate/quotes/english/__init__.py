"""The English grammar: how cues, subjects, contents and their ends are read in English sentences."""
