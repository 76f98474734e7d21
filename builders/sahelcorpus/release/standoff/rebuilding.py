"""A whole dataset from its stand-off twin and the user's own copies of the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sahelcorpus.records import Release
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import Row
from sahelcorpus.records.vocabulary import Redistribution, StanceLabel
from sahelcorpus.release.build import Progress, refuse_target, write_release
from sahelcorpus.release.rewriting import describe_files, dumped_articles, rewrite_tables, splits_in
from sahelcorpus.release.standoff.borders import WordsOf
from sahelcorpus.release.standoff.copies import CopiesAtHand, Copy, Held, Wanted
from sahelcorpus.release.standoff.reanchoring import OldSpan, reanchored
from sahelcorpus.release.standoff.withholding import joined, referred, restored
from sahelcorpus.release.standoff.writing import Traces, is_withheld, traces_in, without_notice
from sahelcorpus.release.verification import TRACES_FILE, verify
from sahelcorpus.store.atomic import folder_aside
from sahelcorpus.store.files import finding
from sahelcorpus.text.canonical import text_sha256
from sahelcorpus.text.shapes import Alignment, Shape

_WITH_EVIDENCE = {StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.MIXED}


class Outcome(StrEnum):
    """What became of an article."""

    CARRIED = "carried"
    MATCH = "match"
    DRIFT = "drift"
    GONE = "gone"
    RECORD_ONLY = "record_only"


@dataclass(slots=True)
class Restoration:
    """What became of one article.

    Attributes:
        article_id: Its id.
        outcome: `carried`: its text was never withheld; `match`: the very text was found; `drift`: a changed copy was
            found, spans were anchored anew; `gone`: no copy was found, it stays without text; `record_only`: the text
            was found, but annotations were withheld with it.
        file: The file its text was found in.
        likeness: Part of its runs of words that the copy has, by their lengths.
        spans: How many spans it has.
        survived: How many of them stand in the new text.
    """

    article_id: str
    outcome: Outcome
    file: str | None = None
    likeness: float | None = None
    spans: int = 0
    survived: int = 0

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain JSON-like data."""
        return {
            "article_id": self.article_id,
            "outcome": self.outcome.value,
            "file": self.file,
            "likeness": None if self.likeness is None else round(self.likeness, 3),
            "spans": self.spans,
            "survived": self.survived,
        }


def rebuild(
    directory: Path, copies: Iterable[Copy], target: Path, *, progress: Progress | None = None
) -> tuple[Release, list[Restoration]]:
    """Write the whole dataset that a stand-off one was made from, as far as the user's copies go.

    If the very text of every withheld article is among the copies, the result is the dataset that the twin was made
    from, digest and all. Else it says of itself that it was rebuilt, and from what.

    Args:
        directory: A stand-off dataset.
        copies: The user's documents, in any order; those that are no article of the dataset are passed over.
        target: The directory to write; an earlier dataset there is replaced when the new one is whole.
        progress: Told how many articles are done, of how many.

    Returns:
        What the new directory says of itself, and what became of each article, in the order of the tables.

    Raises:
        CorpusError: if the directory is no stand-off dataset or does not hold (SC902), or the target cannot be written.
    """
    refuse_target(directory, target)
    release, findings = verify(directory)
    if not findings and release.standoff_of is None:
        findings.append(finding("SC902", str(directory), "", "a whole dataset", "a stand-off dataset"))
    if findings:
        raise CorpusError(findings)
    traces = dict(traces_in(directory))
    wanted = _wanted(directory, release, traces)
    total = sum(part.rows for part in release.tables if part.table == "articles")
    restorations: list[Restoration] = []
    with CopiesAtHand(wanted) as at_hand, folder_aside(target) as aside:
        for copy in copies:
            at_hand.take(copy)
        chosen = at_hand.chosen()

        def change(article: Row) -> Row:
            held = chosen.get(article["article_id"])
            text = at_hand.text(held) if held else ""
            changed, restoration = _restored(article, held, text, traces.get(article["article_id"]))
            restorations.append(restoration)
            if progress:
                progress(len(restorations), total)
            return changed

        rebuilt = rewrite_tables(directory, release, aside, change)
        readme = (directory / "README.md").read_text(encoding="utf-8")
        is_whole = rebuilt.digest == release.standoff_of
        (aside / "README.md").write_text(without_notice(readme) if is_whole else readme, encoding="utf-8")
        if is_whole:
            rebuilt = rebuilt.model_copy(update={"standoff_of": None, "is_rebuilt": False})
        else:
            rebuilt = rebuilt.model_copy(update={"is_rebuilt": True})
            (aside / TRACES_FILE).parent.mkdir()
            (aside / TRACES_FILE).write_bytes((directory / TRACES_FILE).read_bytes())
        rebuilt = describe_files(aside, rebuilt)
        write_release(aside, rebuilt)
    return rebuilt, restorations


def _wanted(directory: Path, release: Release, traces: dict[str, Traces]) -> Iterator[Wanted]:
    for split in splits_in(release):
        for article in dumped_articles(directory, split):
            if is_withheld(article):
                identity = article["article_id"]
                digest = article["provenance"]["text_sha256"]
                yield Wanted(identity, digest, article["url"], traces[identity].shape)


def _restored(article: Row, held: Held | None, text: str, traces: Traces | None) -> tuple[Row, Restoration]:
    spans = _span_count(article)
    restoration = Restoration(article["article_id"], Outcome.CARRIED, spans=spans, survived=spans)
    if traces is None:
        return article, restoration
    if held is None:
        restoration.outcome, restoration.survived = Outcome.GONE, 0
        return article, restoration
    restoration.file, restoration.likeness = held.file, held.likeness
    if held.is_exact:
        is_record = article["rights"]["redistribution"] == Redistribution.METADATA
        restoration.outcome = Outcome.RECORD_ONLY if is_record else Outcome.MATCH
        return restored(article, text), restoration
    restoration.outcome = Outcome.DRIFT
    changed = _moved(article, text, traces)
    restoration.survived = _span_count(changed)
    return changed, restoration


def _moved(article: Row, text: str, traces: Traces) -> Row:
    """Return an article on a changed copy of its text: what has no sure place there any more is left out."""
    alignment = Alignment(traces.shape, Shape.of(text))
    pairs = WordsOf(text, article["article_id"])

    def span(found: Row) -> Row | None:
        start, end = found["start"], found["end"]
        place = reanchored(OldSpan(start, end, found["text"], traces.borders[start, end]), alignment, text, pairs)
        if place is None:
            return None
        return {**found, "start": place[0], "end": place[1], "text": text[place[0] : place[1]]}

    quotes = []
    for quote in article["quotes"]:
        segments = [span(segment) for segment in quote["segments"]]
        if all(segments):
            cue = span(quote["cue"]) if quote["cue"] else None
            if cue and quote["cue"]["text"] not in ("", cue["text"]):
                cue = None  # another word: its lemma would be false
            speaker = span(quote["speaker"]) if quote["speaker"] else None
            judgements = [_moved_judgement(judgement, span) for judgement in quote["annotations"]]
            kept = [judgement for judgement in judgements if judgement is not None]
            moved = {**quote, "segments": segments, "cue": cue, "speaker": speaker, "annotations": kept}
            quotes.append(joined(moved))
    there = {quote["quote_id"] for quote in quotes}
    for number, quote in enumerate(quotes):
        if quote["parent_quote_id"] not in there:
            quotes[number] = {**quote, "parent_quote_id": None}
    stances = []
    for stance in article["stances"]:
        if stance["quote_id"] is not None and stance["quote_id"] not in there:
            continue
        evidence = [place for found in stance["evidence"] if (place := span(found)) is not None]
        if evidence or stance["label"] not in _WITH_EVIDENCE:
            stances.append({**stance, "evidence": evidence})
    note = f"Rebuilt on a changed copy of the text with digest {article['provenance']['text_sha256']}."
    provenance = {**article["provenance"], "text_sha256": text_sha256(text), "note": note}
    moved_article = {**article, "text": text, "quotes": quotes, "stances": stances, "provenance": provenance}
    return referred(moved_article)


def _moved_judgement(judgement: Row, span: Any) -> Row | None:
    segments = [span(segment) for segment in judgement["segments"]]
    return {**judgement, "segments": segments} if all(segments) else None


def _span_count(article: Row) -> int:
    count = 0
    for quote in article["quotes"]:
        count += len(quote["segments"]) + (quote["cue"] is not None) + (quote["speaker"] is not None)
        count += sum(len(judgement["segments"]) for judgement in quote["annotations"])
    return count + sum(len(stance["evidence"]) for stance in article["stances"])
