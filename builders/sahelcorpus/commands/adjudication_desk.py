"""Where one disagreement is decided: questions, answers, the check of what would be written, and the write."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from sahelcorpus.annotate.adjudication import (
    NEEDS_EVIDENCE,
    StanceDecision,
    decided_quote,
    decided_stance,
    disputed_stance,
    reading,
)
from sahelcorpus.annotate.wording import places_of
from sahelcorpus.check.article import check_article
from sahelcorpus.check.rule import Known
from sahelcorpus.commands.adjudication_view import heading, in_context, quote_lines, shown, stance_lines
from sahelcorpus.commands.printing import print_wrapped, terminal_width
from sahelcorpus.records import Quote, QuoteJudgement, Span, Stance
from sahelcorpus.records.findings import Finding
from sahelcorpus.records.vocabulary import HolderKind, QuoteDecision, QuoteType, StanceLabel
from sahelcorpus.store.collection import CollectionFolder, Registry, StoredArticle

DECIDED, DISPUTED, SKIPPED = "decided", "left disputed", "skipped"
_LABELS = {label.value[0]: label for label in StanceLabel}
_WORDS: dict[str, str] = {
    word: word[0] for word in (*StanceLabel, "refuse", "leave", "skip", "back", "text", "quit", "help")
}
_WORDS["?"] = "h"
_HELP = """
  f favor, a against, n neutral, m mixed (both, in so many words),
  u unclear (evaluated, but one cannot tell how)
  r refuse: the row evaluates nobody; it stays, with status rejected
  l leave disputed, with the reason why it cannot be decided
  s skip: it comes again next time      b back to the one before
  t the whole text                      q stop; what was decided is kept
  What the letters mean in full: the collection's guidelines/stance.md.
"""
_QUOTE_HELP = """
  the number of a reading: that one is right, to the letter
  r refuse: it is no quotation; it stays, with status rejected
  s skip: it comes again next time      b back to the one before
  t the whole text                      q stop; what was decided is kept
  What a quotation is: the collection's guidelines/quotes.md.
"""
AnyRecord = TypeVar("AnyRecord", Stance, Quote)
Outcome = tuple[str, list[Finding]]


class Stop(Exception):  # noqa: N818 - no error: the person at the desk has gone
    """Raised when no more shall be decided, or nobody answers any more."""


class Back(Exception):  # noqa: N818 - no error either
    """Raised when the one before shall be looked at again."""


class Again(Exception):  # noqa: N818 - no error either
    """Raised when an answer is taken back, so that the question is asked anew."""


def asked(question: str) -> str:
    """Return the answer to a question.

    Raises:
        Stop: if there is nobody to answer: the end of the input.
    """
    try:
        answer = input(question)
    except EOFError:
        raise Stop from None
    if not sys.stdin.isatty():
        print(shown(answer))  # a script's answers stand in its log
    return answer.strip()


class Desk:
    """Shows disagreements of a collection to one person and writes what they decide."""

    def __init__(self, folder: CollectionFolder, registry: Registry, by: str) -> None:
        """Take the collection, its registry, and who decides."""
        self._folder, self._registry, self._by = folder, registry, by
        self._known = Known.of(registry, datetime.now(UTC).date())

    def decide_stance(self, article_id: str, stance_id: str, place: str) -> Outcome:
        """Return what became of a stance, and what would be wrong with the decision; written only if nothing is.

        Raises:
            Stop: if no more shall be decided.
            Back: if the one before shall be looked at again.
        """
        article = self._folder.article(article_id)
        stance = next(one for one in article.annotations.stances if one.stance_id == stance_id)
        _print(heading(article, stance_id, place, self._registry), stance_lines(article, stance, self._registry))
        if self._by in {judgement.annotator_id for judgement in stance.annotations}:
            print_wrapped(f"  Note: {self._by} is among those who judged it.", indent=2)
        while True:
            print("\n  favor  against  neutral  mixed  unclear   (first letter)")
            print("  refuse  leave  skip  back  text  quit  ?")
            answer = self._answer("label: ", [*_LABELS, "r", "l", "s"], article, _HELP)
            if answer == "s":
                return SKIPPED, []
            try:
                if answer == "l":
                    return self._written(article, stance, disputed_stance(stance, self._reason()), DISPUTED)
                label = _LABELS.get(answer)
                decision = StanceDecision(
                    self._by,
                    "",
                    label,
                    stance.intensity if label is None else self._intensity(stance, label),
                    tuple(stance.evidence) if label is None else self._evidence(article, stance, label),
                )
                decision = replace(decision, note=self._reason())
            except Again:
                continue
            return self._written(article, stance, decided_stance(stance, decision), DECIDED)

    def decide_quote(self, article_id: str, quote_id: str, place: str) -> Outcome:
        """Return what became of a quotation, and what would be wrong with the decision; written only if nothing is.

        Raises:
            Stop: if no more shall be decided.
            Back: if the one before shall be looked at again.
        """
        article = self._folder.article(article_id)
        quote = next(one for one in article.annotations.quotes if one.quote_id == quote_id)
        readings: dict[tuple[Span, ...], list[str]] = {}
        for judgement in quote.annotations:
            readings.setdefault(reading(quote, judgement), []).append(judgement.annotator_id)
        numbered = [(", ".join(who), segments) for segments, who in readings.items()]
        _print(heading(article, quote_id, place, self._registry), quote_lines(article, quote, numbered))
        choices = [str(number) for number, (_, segments) in enumerate(numbered, start=1) if segments]
        while True:
            print("\n  number of the right reading   refuse  skip  back  text  quit  ?")
            answer = self._answer("reading: ", [*choices, "r", "s"], article, _QUOTE_HELP)
            if answer == "s":
                return SKIPPED, []
            try:
                note = self._reason()
            except Again:
                continue
            judgement = QuoteJudgement(
                annotator_id=self._by,
                judged_at=datetime.now(UTC).replace(microsecond=0),
                guideline=quote.annotations[-1].guideline,
                decision=QuoteDecision.MARKED,
                note=note,
            )
            segments = () if answer == "r" else numbered[int(answer) - 1][1]
            return self._written(article, quote, decided_quote(quote, segments, judgement), DECIDED)

    def _answer(self, question: str, choices: Sequence[str], article: StoredArticle, explained: str) -> str:
        """Return one of the choices; whatever else is asked for meanwhile is done here."""
        while True:
            answer = asked(question).lower()
            key: str = _WORDS.get(answer, answer)
            if key in choices:
                return key
            match key:
                case "q":
                    raise Stop
                case "b":
                    raise Back
                case "t":
                    _print(in_context(article.text, [Span(start=0, end=len(article.text), text=article.text)]))
                case "h":
                    print(explained)
                case _:
                    print_wrapped(f"found {shown(answer)!r}; allowed: {' '.join(choices)} b t q ?", indent=2)

    def _reason(self) -> str:
        """Return why; a decision without a reason is none."""
        while True:
            answer = asked("why: ")
            if answer == "b":
                raise Again
            if answer:
                return answer
            print("  A reason is needed, in a sentence; b takes the answer back.")

    def _intensity(self, stance: Stance, label: StanceLabel) -> int | None:
        """Return the intensity, asked for where the label leaves a choice."""
        if label not in (StanceLabel.FAVOR, StanceLabel.AGAINST):
            return 0 if label is StanceLabel.NEUTRAL else None
        sign = 1 if label is StanceLabel.FAVOR else -1
        judged = [stance.intensity, *(judgement.intensity for judgement in stance.annotations)]
        usual = next((step for step in judged if step is not None and step * sign > 0), sign)
        while True:
            answer = asked(f"how strongly, 1 or 2 [{abs(usual)}]: ")
            if answer == "b":
                raise Again
            if answer in ("", "1", "2"):
                return usual if not answer else sign * int(answer)
            print_wrapped(
                f"found {shown(answer)!r}; allowed: 1, 2, or nothing for {abs(usual)}; b takes it back", indent=2
            )

    def _evidence(self, article: StoredArticle, stance: Stance, label: StanceLabel) -> tuple[Span, ...]:
        """Return the evidence: what is there, unless the label is another one or nothing is."""
        if label not in NEEDS_EVIDENCE or (label is stance.label and stance.evidence):
            return tuple(stance.evidence)
        quote = next((one for one in article.annotations.quotes if one.quote_id == stance.quote_id), None)
        within = tuple(quote.segments) if quote else ()
        kept = "; nothing keeps what is marked" if stance.evidence else ""
        while True:
            answer = asked(f"evidence, word for word{kept}: ")
            if answer == "b":
                raise Again
            if not answer and stance.evidence:
                return tuple(stance.evidence)
            places = places_of(article.text, answer, within)
            if stance.holder_kind is HolderKind.ARTICLE_VOICE:
                places = [span for span in places if not _in_direct_speech(article, span)]
            if places:
                return (places[0],) if len(places) == 1 else (self._chosen(article, places),)
            where = f"in {quote.quote_id}" if quote else "in the article's own words"
            print_wrapped(f"  These words do not stand {where}; b takes the label back.", indent=2)

    def _chosen(self, article: StoredArticle, places: list[Span]) -> Span:
        for number, span in enumerate(places, start=1):
            around = article.text[max(0, span.start - 30) : span.end + 30].replace("\n", " ")
            print(f"  {number}  …{shown(around)}…"[: terminal_width()])
        while True:
            answer = asked("which of these: ")
            if answer == "b":
                raise Again
            if answer.isdecimal() and 1 <= int(answer) <= len(places):
                return places[int(answer) - 1]

    def _written(self, article: StoredArticle, old: AnyRecord, new: AnyRecord, outcome: str) -> Outcome:
        """Write a changed record, unless it breaks a rule that held before."""
        kind = "stances" if isinstance(new, Stance) else "quotes"
        records = [new if one is old else one for one in getattr(article.annotations, kind)]
        after = replace(article, annotations=article.annotations.model_copy(update={kind: records}))
        before = {(found.code, found.place) for found in check_article(article, self._known)}
        findings = [f for f in check_article(after, self._known) if (f.code, f.place) not in before]
        if not findings:
            self._folder.save_article(after)
            print(f"  {outcome}: {article.folder}/annotations.yaml")
        return outcome, findings


def _print(*parts: Iterable[str]) -> None:
    for lines in parts:
        print("\n".join(lines))


def _in_direct_speech(article: StoredArticle, span: Span) -> bool:
    direct = (quote for quote in article.annotations.quotes if quote.type is QuoteType.DIRECT)
    return any(one.start < span.end and span.start < one.end for quote in direct for one in quote.segments)
