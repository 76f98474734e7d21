"""Exports of an invented press, in every format that the readers take, made by a generator that knows the truth."""
