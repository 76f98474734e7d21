"""Rules over articles and collections; a finding is data."""
