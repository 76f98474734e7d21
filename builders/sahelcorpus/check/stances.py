"""Rules over stances."""

from __future__ import annotations

from sahelcorpus.check.rule import ANNOTATIONS, Breaches, Known, Path, gold_by_nobody, short
from sahelcorpus.records import Quote, Stance
from sahelcorpus.records.vocabulary import AdjudicationState, Endorsement, HolderKind, QuoteType, StanceLabel
from sahelcorpus.store.collection import StoredArticle


def check_stances(article: StoredArticle, known: Known) -> Breaches:
    """Yield stances whose parts contradict each other."""
    quotes = {quote.quote_id: quote for quote in article.annotations.quotes}
    rows: set[tuple[str, str | None, str | None, str]] = set()
    for i, stance in enumerate(article.annotations.stances):
        path: Path = ("stances", i)
        row = (stance.holder_kind.value, stance.quote_id, stance.holder_actor_id, stance.target_actor_id)
        if row in rows:
            yield "SC708", ANNOTATIONS, path, "a second row for " + ", ".join(str(part) for part in row), "one row"
        rows.add(row)
        yield from _label(stance, path)
        yield from _holder(stance, path, quotes)
        yield from _evidence(stance, path, quotes)
        yield from _adjudication(stance, path)
        deciders = [verdict.annotator_id for verdict in stance.annotations]
        if stance.adjudication.by is not None:
            deciders.append(stance.adjudication.by)
        yield from gold_by_nobody(stance.status, deciders, known, path)


_SIGNS = {StanceLabel.FAVOR: {1, 2}, StanceLabel.AGAINST: {-1, -2}, StanceLabel.NEUTRAL: {0}}


def _label(stance: Stance, path: Path) -> Breaches:
    judged: list[tuple[Path, StanceLabel, int | None]] = [(path, stance.label, stance.intensity)]
    judged += [((*path, "annotations", j), v.label, v.intensity) for j, v in enumerate(stance.annotations)]
    for where, label, intensity in judged:
        if intensity is not None and intensity not in _SIGNS.get(label, set()):
            allowed = " or ".join(str(step) for step in sorted(_SIGNS.get(label, set()))) or "null"
            yield "SC706", ANNOTATIONS, (*where, "intensity"), f"{intensity} with {label}", allowed


def _holder(stance: Stance, path: Path, quotes: dict[str, Quote]) -> Breaches:
    quoted = stance.holder_kind is HolderKind.QUOTED_SPEAKER
    if stance.quote_id is not None and stance.quote_id not in quotes:
        yield "SC505", ANNOTATIONS, (*path, "quote_id"), repr(stance.quote_id), "a quote_id of this article"
    elif quoted and stance.quote_id is None:
        yield "SC704", ANNOTATIONS, (*path, "quote_id"), "a quoted speaker without a quotation", "a quote_id"
    elif stance.holder_kind is HolderKind.ARTICLE_VOICE and (stance.quote_id or stance.holder_actor_id):
        found = f"the article's voice with {stance.quote_id or stance.holder_actor_id}"
        yield "SC704", ANNOTATIONS, path, found, "neither quote_id nor holder_actor_id"
    elif quoted and stance.quote_id is not None:
        speaker = quotes[stance.quote_id].actor_id
        if stance.holder_actor_id != speaker:
            yield "SC705", ANNOTATIONS, (*path, "holder_actor_id"), repr(stance.holder_actor_id), repr(speaker)


def _evidence(stance: Stance, path: Path, quotes: dict[str, Quote]) -> Breaches:
    if not stance.evidence and stance.label in {StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.MIXED}:
        yield "SC701", ANNOTATIONS, (*path, "evidence"), f"no evidence for {stance.label}", "at least one span"
    quote = quotes.get(stance.quote_id) if stance.quote_id else None
    direct = [s for q in quotes.values() if q.type is QuoteType.DIRECT for s in q.segments]
    for j, span in enumerate(stance.evidence):
        where = (*path, "evidence", j)
        if quote is not None and not any(s.start <= span.start and span.end <= s.end for s in quote.segments):
            yield "SC702", ANNOTATIONS, where, f"{short(span.text)} outside {quote.quote_id}", "words of that quotation"
        if (
            stance.holder_kind is HolderKind.ARTICLE_VOICE
            and stance.endorsement is not Endorsement.ENDORSED
            and any(s.start < span.end and span.start < s.end for s in direct)
        ):
            yield (
                "SC703",
                ANNOTATIONS,
                where,
                f"{short(span.text)}, from a direct quotation",
                "words of the article's own",
            )


def _adjudication(stance: Stance, path: Path) -> Breaches:
    state, by = stance.adjudication.state, stance.adjudication.by
    labels = {verdict.label for verdict in stance.annotations}
    where = (*path, "adjudication")
    if (by is not None) != (state is AdjudicationState.ADJUDICATED):
        yield "SC707", ANNOTATIONS, where, f"{state} by {by}", "somebody with adjudicated, and only then"
    elif state is AdjudicationState.AGREED and (len(stance.annotations) < 2 or labels != {stance.label}):  # noqa: PLR2004 - agreement takes two
        yield (
            "SC707",
            ANNOTATIONS,
            where,
            f"agreed on {stance.label} by labels {_listed(labels)}",
            "two judgements or more, all with the published label",
        )
    elif state is AdjudicationState.SINGLE and (len(stance.annotations) > 1 or not labels <= {stance.label}):
        yield (
            "SC707",
            ANNOTATIONS,
            where,
            f"single with labels {_listed(labels)}",
            "one judgement, with the published label",
        )


def _listed(labels: set[StanceLabel]) -> str:
    return ", ".join(sorted(labels)) or "none"
