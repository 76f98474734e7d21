"""Reading by marks and cues, for languages without a grammar here: what their folder's classes of words tell."""
