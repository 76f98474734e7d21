"""Another text of an article that is there already: shown as a difference, and taken only if somebody asks for it."""

from __future__ import annotations

from difflib import unified_diff

from sahelcorpus.check.fixing import fix_article
from sahelcorpus.check.spans import placed_spans
from sahelcorpus.intake.metadata import flags_of, provenance_of
from sahelcorpus.readers.document import Document
from sahelcorpus.store.changing import one_change
from sahelcorpus.store.collection import CollectionFolder, StoredArticle

_MOST_LINES = 40
_COMPARED = 400_000
"""Longest text of which a difference is shown, in code points: finding it takes the square of the paragraphs."""


def difference(before: str, after: str) -> str:
    """Return what changed between two texts, paragraph by paragraph, at most `_MOST_LINES` lines."""
    if max(len(before), len(after)) > _COMPARED:
        return f"{len(before):,} code points before, {len(after):,} after"
    changed = list(
        unified_diff(before.splitlines(), after.splitlines(), "the text there", "the text read", "", "", 0, "")
    )
    more = len(changed) - _MOST_LINES
    return "\n".join([*changed[:_MOST_LINES], *([f"… and {more:,} lines more"] if more > 0 else [])])


def revised(article: StoredArticle, document: Document) -> tuple[StoredArticle, int]:
    """Return an article with the text of a document, its annotations moved along, and how many spans no longer hold.

    The digest of the text that it replaces is kept: whoever has that text can still find its article. What else
    `article.yaml` says stays, the flags of the text excepted.
    """
    old = article.metadata.provenance
    kept = [*old.earlier_text_sha256, old.text_sha256]
    changes = {
        "provenance": provenance_of(document).model_copy(update={"earlier_text_sha256": kept}),
        "text_flags": flags_of(document)[0],
    }
    metadata = article.metadata.model_copy(update=changes)
    moved, _ = fix_article(StoredArticle(article.folder, metadata, document.text, article.annotations))
    lost = sum(not placed.span.lies_in(document.text) for placed in placed_spans(moved.annotations))
    return StoredArticle(article.folder, metadata, document.text, moved.annotations), lost


def save_revision(folder: CollectionFolder, article: StoredArticle) -> None:
    """Write an article with its new text, wholly or not at all.

    Raises:
        CorpusError: if it cannot be written (SC113), or another process changes the collection (SC115).
    """
    with one_change(folder.path) as change:
        change.write(f"{article.folder}/text.txt", article.text.encode())
        folder.save_article(article, change)
