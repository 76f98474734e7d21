"""sahelcorpus: news coverage of the Sahel as a versioned dataset, quote by quote.

``sahelcorpus.load(path, "quotes")`` opens a built dataset or a collection folder for training code and proves it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "load"]

if TYPE_CHECKING:
    from sahelcorpus.release.loading import load as load


def __getattr__(name: str) -> object:
    """Import ``load`` on first use: `datasets` takes a second that ``sahelcorpus --help`` need not wait for."""
    if name == "load":
        from sahelcorpus.release.loading import load  # noqa: PLC0415 - the lazy import is the point

        return load
    raise AttributeError(f"module 'sahelcorpus' has no attribute {name!r}")
