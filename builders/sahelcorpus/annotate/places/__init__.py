"""Which places of the Sahel a text names, which countries it is about, and how far it is about the Sahel."""
