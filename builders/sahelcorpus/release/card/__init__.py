"""The data card: prose by hand, generated parts and figures that never go stale unseen, in English and in French."""
