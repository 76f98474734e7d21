"""The generated parts of a card: each made of the registry and of what was counted, in the card's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sahelcorpus.records.rules import RULES
from sahelcorpus.records.vocabulary import NameKind, Split
from sahelcorpus.release.card.agreement_part import Agreed, agreement_part
from sahelcorpus.release.card.described_fields import field_reference
from sahelcorpus.release.card.grids import folded, grid
from sahelcorpus.release.card.telling import ENGLISH, Telling
from sahelcorpus.release.leaks import RUN as LEAK_RUN
from sahelcorpus.release.leaks import Overlap, copied_targets
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import Registry


@dataclass(frozen=True, slots=True)
class Known:
    """What a card tells of.

    Attributes:
        registry: The collection's registry.
        statistics: What stands in the collection.
        agreed: How far its annotators agree.
        figures: The figures as Markdown, in the card's language.
    """

    registry: Registry
    statistics: Statistics
    agreed: Agreed
    figures: str = ""

    def names(self, language: str) -> dict[str, str]:
        """Return the names of outlets and actors by id, an actor's in this language where the registry has it."""
        names = {key: source.name for key, source in self.registry.sources.items()}
        for key, actor in self.registry.actors.items():
            own = (name.name for name in actor.names if name.language == language and name.kind is NameKind.NAME)
            names[key] = actor.name if language == ENGLISH else next(own, actor.name)
        return names


def _counts(known: Known, tell: Telling) -> str:
    sizes, registry = known.statistics.sizes, known.registry
    rows = [
        (tell("version"), registry.collection.version),
        (tell("articles"), tell.number(sizes["articles"])),
        (tell("text, in code points"), tell.number(sizes["code points"])),
        (tell("quotations"), tell.number(sizes["quotes"])),
        (tell("stances"), tell.number(sizes["stances"])),
        (tell("judgements by annotators"), tell.number(sizes["judgements"])),
        (tell("outlets"), tell.number(len(registry.sources))),
        (tell("actors"), tell.number(len(registry.actors))),
        (tell("removed articles"), tell.number(len(registry.removals))),
    ]
    splits = known.statistics.splits
    rows += [
        (tell("articles in `{split}`", split=split.value), tell.number(splits[split]))
        for split in Split
        if splits[split]
    ]
    return grid((tell("what"), tell("how much")), rows)


DISTRIBUTIONS = (
    ("articles.language", "Language of the article"),
    ("articles.year", "Year of publication"),
    ("articles.genre", "Genre"),
    ("articles.origin", "Origin of the article"),
    ("articles.redistribution", "What may be passed on"),
    ("articles.text_flags", "Unusual in the text"),
    ("quotes.type", "Type of quotation"),
    ("quotes.speaker_kind", "Mention of the speaker"),
    ("quotes.linked", "Speaker linked to an actor"),
    ("quotes.status", "Status of the quotation"),
    ("stances.label", "Label of the stance"),
    ("stances.holder_kind", "Holder of the stance"),
    ("stances.endorsement", "Endorsement by the article"),
    ("stances.status", "Status of the stance"),
    ("stances.adjudication", "How the label was reached"),
)
_COUNTED_AS = frozenset({"not recorded", "unknown", "linked", "not linked"})
"""Values that are no labels of the data, but what was counted in a label's place."""


def _labels(known: Known, tell: Telling) -> str:
    by = known.statistics.by
    rows = [(tell(title), f"`{name}`", _shares(by[name], tell)) for name, title in DISTRIBUTIONS if by.get(name)]
    return grid((tell("what"), tell("column"), tell("how often")), rows)


def _shares(counts: Counter[str], tell: Telling) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{tell(name) if name in _COUNTED_AS else name} {tell.number(count)}" for name, count in ordered)


def _fields(known: Known, tell: Telling) -> str:
    return field_reference(tell, known.statistics.examples.of(known.registry))


def _annotators(known: Known, tell: Telling) -> str:
    judged = known.statistics.by.get("annotations.annotator_id", Counter())
    rows = [
        (
            f"`{annotator.annotator_id}`",
            annotator.kind + (f" {annotator.version}" if annotator.version else ""),
            tell.number(judged[annotator.annotator_id]),
            annotator.background or tell("nothing said"),
        )
        for annotator in known.registry.annotators.values()
    ]
    return grid((tell("annotator"), tell("kind"), tell("judgements"), tell("background")), rows)


def _outlets(known: Known, tell: Telling) -> str:
    published = known.statistics.by.get("articles.source_id", Counter())
    rows = [
        (source.name, source.kind, source.country or tell("unknown"), tell.number(published[source.source_id]))
        for source in known.registry.sources.values()
        if published[source.source_id]
    ]
    return grid((tell("outlet"), tell("kind"), tell("country"), tell("articles")), rows)


_TARGETS_SHOWN = 15


def _targets(known: Known, tell: Telling) -> str:
    counts = known.statistics.by.get("stances.target_actor_id", Counter())
    names = known.names(tell.language)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [(names[identity], tell.number(count)) for identity, count in ordered]
    head = (tell("target"), tell("stances"))
    if len(rows) <= _TARGETS_SHOWN + 3:
        return grid(head, rows)
    rest = rows[_TARGETS_SHOWN:]
    more = folded(tell("{number} more", number=len(rest)), grid(head, rest))
    return f"{grid(head, rows[:_TARGETS_SHOWN])}\n\n{more}"


_LEAKS_SHOWN = 10


def _leaks(known: Known, tell: Telling) -> str:
    report = known.statistics.leaks
    if report is None or len(report.splits) < 2:  # noqa: PLR2004 - a leak takes two splits
        return tell("All articles are in one split: no text can stand in two.")
    head = (
        tell("held out"),
        tell("looked for in"),
        tell("articles"),
        tell("with a near-duplicate there"),
        tell("with a run of {words} words there", words=LEAK_RUN),
        tell("runs of {words} words there", words=LEAK_RUN),
    )
    rows = [(f"`{held_out}`", f"`{other}`", *_overlap(one, tell)) for (held_out, other), one in report.overlaps.items()]
    told = [grid(head, rows)]
    if report.sampled > 1:
        told.append(tell("One run in {sampled} was looked at, the same in every article.", sampled=report.sampled))
    names = known.names(tell.language)
    copied = list(copied_targets(report))
    if not copied:
        told.append(tell("By target: no article with a stance towards any target shares such text."))
    else:
        by_target = [
            (names[target], f"`{held_out}`", f"`{other}`", *_overlap(one, tell))
            for (held_out, other, target), one in copied[:_LEAKS_SHOWN]
        ]
        lead = tell("By target, those that share most ({number} share any):", number=len(copied))
        told.append(f"{lead}\n\n{grid((tell('target'), *head), by_target)}")
    return "\n\n".join(told)


def _overlap(one: Overlap, tell: Telling) -> tuple[str, str, str, str]:
    share = f"{one.copied / one.runs:.2%}" if one.runs else tell("none")
    return tell.number(one.articles), tell.number(one.near_duplicates), tell.number(one.touched), share


def _checks(_: Known, tell: Telling) -> str:
    return tell(
        "All {number} rules of `sahelcorpus check` hold, from `{first}` to `{last}`: spans cover their text, ids "
        "resolve, evidence lies where it must, dates claim no more than is known. A collection that breaks one is not "
        "built.",
        number=len(RULES),
        first=min(RULES),
        last=max(RULES),
    )


def _agreement(known: Known, tell: Telling) -> str:
    return agreement_part(known.agreed, tell)


def _figures(known: Known, _: Telling) -> str:
    return known.figures


PARTS: dict[str, Callable[[Known, Telling], str]] = {
    "counts": _counts,
    "labels": _labels,
    "fields": _fields,
    "figures": _figures,
    "agreement": _agreement,
    "annotators": _annotators,
    "outlets": _outlets,
    "targets": _targets,
    "leaks": _leaks,
    "checks": _checks,
}
