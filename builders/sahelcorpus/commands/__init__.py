"""One verb, one file. A command parses, calls and prints; what it does is done by the floors below.

Every module here has `EXAMPLE`, `add_arguments(parser)` and `run(arguments)`, which returns the exit status. Heavy
imports stand inside `run`, so that `sahelcorpus --help` is quick.
"""
