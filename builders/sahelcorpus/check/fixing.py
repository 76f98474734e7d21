"""Mending what needs no judgement: spans that moved, joined texts, order, and the digest after a re-anchoring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sahelcorpus.check.spans import nearest_start, occurrences, placed_spans
from sahelcorpus.records import Annotations, Span
from sahelcorpus.store.collection import StoredArticle
from sahelcorpus.store.yaml_reading import place
from sahelcorpus.text.canonical import text_sha256


@dataclass(frozen=True, slots=True)
class Repair:
    """What was changed, where, from what to what."""

    file: str
    place: str
    before: str
    after: str

    def in_words(self) -> str:
        """Return the repair as people read it."""
        return f"{self.file}: {self.place}: {self.before} → {self.after}"


def fix_article(article: StoredArticle) -> tuple[StoredArticle, list[Repair]]:
    """Return an article with what could be mended mended, and what was done.

    A span whose text stands elsewhere is moved to the nearest such place; where two places are equally near it stays,
    for a person to decide. The digest of the text is renewed only when every span holds again.
    """
    repairs: list[Repair] = []
    plain = article.annotations.to_plain()
    holds = True
    for placed in placed_spans(article.annotations):
        if placed.span.lies_in(article.text):
            continue
        start = _moved(article.text, placed.span)
        if start is None:
            holds = False
            continue
        target: Any = plain
        for step in placed.path:
            target = target[step]
        before = f"{placed.span.start}–{placed.span.end}"
        target["start"], target["end"] = start, start + len(placed.span.text)
        repairs.append(_repair(article, place(placed.path), before, f"{target['start']}–{target['end']}"))
    for i, quote in enumerate(plain["quotes"]):
        joined = " ".join(segment["text"] for segment in quote["segments"])
        if quote["text"] != joined:
            repairs.append(_repair(article, f"quotes[{i}].text", repr(quote["text"]), repr(joined)))
            quote["text"] = joined
    ordered = sorted(plain["quotes"], key=lambda quote: (quote["segments"][0]["start"], quote["segments"][0]["end"]))
    if ordered != plain["quotes"]:
        repairs.append(_repair(article, "quotes", "out of order", "the order of the text"))
        plain["quotes"] = ordered
    metadata = article.metadata
    actual = text_sha256(article.text)
    if holds and metadata.provenance.text_sha256 != actual:
        before = metadata.provenance.text_sha256
        provenance = metadata.provenance.model_copy(update={"text_sha256": actual})
        metadata = metadata.model_copy(update={"provenance": provenance})
        file = f"{article.folder}/article.yaml"
        repairs.append(Repair(file, "provenance.text_sha256", f"{before[:12]}…", f"{actual[:12]}…"))
    annotations = Annotations.from_plain(plain)
    return StoredArticle(article.folder, metadata, article.text, annotations), repairs


def _repair(article: StoredArticle, where: str, before: str, after: str) -> Repair:
    return Repair(f"{article.folder}/annotations.yaml", where, before, after)


def _moved(text: str, span: Span) -> int | None:
    """Return the one nearest place of the span's text, or None if there is none, or two at the same distance."""
    nearest = nearest_start(text, span.text, span.start)
    if nearest is None or occurrences(text, span.text) == 1:
        return nearest
    mirrored = 2 * span.start - nearest
    if (
        nearest != span.start
        and text[max(mirrored, 0) : max(mirrored, 0) + len(span.text)] == span.text
        and mirrored >= 0
    ):
        return None
    return nearest
