"""The readers there are, one file a format. Of two that fit a file alike, the first listed here takes it."""

from __future__ import annotations

from sahelcorpus.readers.document import Reader

READERS: tuple[Reader, ...] = ()
