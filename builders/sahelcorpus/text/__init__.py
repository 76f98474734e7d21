"""Canonical text, and what is unusual in it."""
