"""The data card: prose by hand, and generated parts between markers that never go stale unseen.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`; everything else is left alone.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from sahelcorpus.annotate.agreement.quotes import THRESHOLDS, quote_agreement
from sahelcorpus.annotate.agreement.resampling import Measured
from sahelcorpus.annotate.agreement.stances import AGREEMENT_EXPLAINED, Agreement, stance_agreement
from sahelcorpus.records import Collection, TablePart
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rules import RULES
from sahelcorpus.records.shape import Labels, ListOf, Member, Scalar, Shape, Struct, walk
from sahelcorpus.records.tables import DEFAULT_TABLE, TABLES
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.leaks import RUN as LEAK_RUN
from sahelcorpus.release.leaks import Overlap, copied_targets
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import CollectionFolder, Registry
from sahelcorpus.store.files import finding, read_text

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_PART = re.compile(r"<!-- generated: (?P<name>[a-z-]+) -->\n.*?<!-- end of (?P=name) -->", re.DOTALL)
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def card_path(folder: CollectionFolder, collection: Collection) -> Path:
    """Return where a collection's card lies."""
    return Path(os.path.normpath(folder.path / collection.card))


def read_card(folder: CollectionFolder, collection: Collection) -> str:
    """Return the text of a collection's card.

    Raises:
        CorpusError: if there is none (SC101), or it cannot be read.
    """
    return read_text(card_path(folder, collection), collection.card)


def refreshed_card(card: str, name: str, registry: Registry, statistics: Statistics) -> str:
    """Return a card with its generated parts made anew.

    Args:
        card: The card as it stands.
        name: How findings name the file.
        registry: The collection's registry.
        statistics: What stands in the collection.

    Raises:
        CorpusError: for broken front matter (SC106), or a part that nothing generates (SC109).
    """
    front = {
        "language": [language.split("-")[0] for language in registry.collection.languages],
        "pretty_name": registry.collection.title,
        "size_categories": [_size_category(statistics.sizes["articles"])],
    }

    def fresh(match: re.Match[str]) -> str:
        part = match["name"]
        if part not in _PARTS:
            found, allowed = f"a generated part {part!r}", ", ".join(sorted(_PARTS))
            raise CorpusError(finding("SC109", name, "", found, allowed))
        return f"<!-- generated: {part} -->\n{_PARTS[part](registry, statistics)}\n<!-- end of {part} -->"

    return _PART.sub(fresh, _with_front(card, name, front))


def stale_card(card: str, fresh: str, name: str, command: str) -> Finding | None:
    """Return the finding that a card is stale, with the first line that differs, or None if it is fresh."""
    if card == fresh:
        return None
    pairs = zip([*card.splitlines(), None], [*fresh.splitlines(), None], strict=False)
    line, (is_, would) = next((n, pair) for n, pair in enumerate(pairs, start=1) if pair[0] != pair[1])
    allowed = "the end" if would is None else repr(would[:80])
    found = "the end" if is_ is None else repr(is_[:80])
    return Finding("SC903", name, "", found, allowed, f"Run {command}.", line)


def built_readme(
    folder: CollectionFolder, registry: Registry, statistics: Statistics, tables: Iterable[TablePart]
) -> str:
    """Return the README of a built dataset: the refreshed card, with the configs that `load_dataset` reads."""
    collection = registry.collection
    card = refreshed_card(read_card(folder, collection), collection.card, registry, statistics)
    splits: dict[str, list[Split]] = {}
    for part in tables:
        splits.setdefault(part.table, []).append(part.split)
    configs = [
        {
            "config_name": table.name,
            **({"default": True} if table.name == DEFAULT_TABLE else {}),
            "version": collection.version,
            "data_files": [
                {"split": split.value, "path": f"{table.name}/{split.value}-*.parquet"} for split in splits[table.name]
            ],
        }
        for table in TABLES
        if table.name in splits
    ]
    return _with_front(card, collection.card, {"configs": configs})


def _with_front(card: str, name: str, values: dict[str, Any]) -> str:
    match = _FRONT.match(card)
    if match is None:
        raise CorpusError(finding("SC106", name, "", "no front matter", "YAML between two lines of ---"))
    yaml = YAML()
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        front = yaml.load(match[1])
    except YAMLError as error:
        raise CorpusError(finding("SC106", name, "front matter", str(error).splitlines()[0], "YAML")) from None
    before = {key: front.get(key) for key in values}
    if before == values:
        return card
    front.update(values)
    stream = StringIO()
    yaml.dump(front, stream)
    return f"---\n{stream.getvalue()}---\n{card[match.end() :]}"


def _size_category(articles: int) -> str:
    return next((name for bound, name in _SIZES if articles < bound), "1M<n<10M")


def _grid(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    titles = list(head)
    lines = ["| " + " | ".join(titles) + " |", "|" + " --- |" * len(titles)]
    lines += [
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines)


def _counts(registry: Registry, statistics: Statistics) -> str:
    sizes = statistics.sizes
    rows: list[tuple[str, str]] = [
        ("version", registry.collection.version),
        ("articles", f"{sizes['articles']:,}"),
        ("text, in code points", f"{sizes['code points']:,}"),
        ("quotations", f"{sizes['quotes']:,}"),
        ("stances", f"{sizes['stances']:,}"),
        ("judgements by annotators", f"{sizes['judgements']:,}"),
        ("outlets", f"{len(registry.sources):,}"),
        ("actors", f"{len(registry.actors):,}"),
        ("removed articles", f"{len(registry.removals):,}"),
    ]
    rows += [(f"articles in `{split}`", f"{statistics.splits[split]:,}") for split in Split if statistics.splits[split]]
    return _grid(("what", "how much"), rows)


_DISTRIBUTIONS = (
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


def _labels(_: Registry, statistics: Statistics) -> str:
    rows = [
        (title, f"`{name}`", _shares(statistics.by[name])) for name, title in _DISTRIBUTIONS if statistics.by.get(name)
    ]
    return _grid(("what", "column", "how often"), rows)


def _shares(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count:,}" for name, count in ordered)


def _fields(_: Registry, __: Statistics) -> str:
    parts = []
    for table in TABLES:
        default = " (the default config)" if table.name == DEFAULT_TABLE else ""
        doc = (table.row.__doc__ or "").split("\n")[0]
        head = f"**`{table.name}`**{default}: {doc[0].lower() + doc[1:]} Key: `{table.key}`."
        rows = [(f"`{path}`", kind, told) for path, kind, told in _described(walk(table.row))]
        grid = _grid(("field", "type", "what it says"), rows)
        parts.append(
            f"{head}\n\n<details><summary>Fields of <code>{table.name}</code></summary>\n\n{grid}\n\n</details>"
        )
    return "\n\n".join(parts)


_NESTED_ELSEWHERE = {"quotes": "one row of the table `quotes` each", "stances": "one row of the table `stances` each"}


def _described(struct: Struct, above: str = "") -> Iterable[tuple[str, str, str]]:
    for member in struct.fields:
        path = f"{above}{member.name}"
        told = member.description + (f" In {member.unit}." if member.unit else "")
        if path in _NESTED_ELSEWHERE:
            yield path, _type_in_words(member), f"{told} Fields: {_NESTED_ELSEWHERE[path]}."
            continue
        yield path, _type_in_words(member), told
        shape = member.shape
        while isinstance(shape, ListOf):
            shape = shape.item
        if isinstance(shape, Struct):
            yield from _described(shape, f"{path}.")


def _type_in_words(member: Member) -> str:
    def words(shape: Shape) -> str:
        match shape:
            case Scalar(kind, nullable):
                return kind + (" or null" if nullable else "")
            case Labels(names, nullable):
                return "label: " + ", ".join(names) + (" or null" if nullable else "")
            case ListOf(item):
                return f"list of {words(item)}"
            case Struct(_, __, nullable):
                return "struct" + (" or null" if nullable else "")

    return words(member.shape)


def _annotators(registry: Registry, statistics: Statistics) -> str:
    judged = statistics.by.get("annotations.annotator_id", Counter())
    rows = [
        (
            f"`{annotator.annotator_id}`",
            annotator.kind + (f" {annotator.version}" if annotator.version else ""),
            f"{judged[annotator.annotator_id]:,}",
            annotator.background or "nothing said",
        )
        for annotator in registry.annotators.values()
    ]
    return _grid(("annotator", "kind", "judgements", "background"), rows)


def _outlets(registry: Registry, statistics: Statistics) -> str:
    published = statistics.by.get("articles.source_id", Counter())
    rows = [
        (source.name, source.kind, source.country or "unknown", f"{published[source.source_id]:,}")
        for source in registry.sources.values()
        if published[source.source_id]
    ]
    return _grid(("outlet", "kind", "country", "articles"), rows)


_TARGETS_SHOWN = 15


def _targets(registry: Registry, statistics: Statistics) -> str:
    counts = statistics.by.get("stances.target_actor_id", Counter())
    names = {key: source.name for key, source in registry.sources.items()}
    names |= {key: actor.name for key, actor in registry.actors.items()}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [(names[identity], f"{count:,}") for identity, count in ordered]
    if len(rows) <= _TARGETS_SHOWN + 3:
        return _grid(("target", "stances"), rows)
    rest = rows[_TARGETS_SHOWN:]
    folded = f"<details><summary>{len(rest)} more</summary>\n\n{_grid(('target', 'stances'), rest)}\n\n</details>"
    return f"{_grid(('target', 'stances'), rows[:_TARGETS_SHOWN])}\n\n{folded}"


_LEAST_ROWS = 5
"""Rows under which a target's agreement is not worth a line of the card; `sahelcorpus agreement` tells them all."""


def _agreement(registry: Registry, statistics: Statistics) -> str:
    kinds = {key: annotator.kind for key, annotator in registry.annotators.items()}
    stances = stance_agreement(statistics.judged_stances, kinds)
    quotes = quote_agreement(statistics.quote_pairs)
    if not stances and not quotes:
        return "Every article was read once: there is no agreement to tell."
    parts = []
    if quotes:
        head = ["quotations", "marked by either", "to the letter the same"]
        head += [f"F1 at overlap {threshold}" for threshold in THRESHOLDS]
        rows = [
            [f"`{one.one}` and `{one.two}`", f"{one.rows:,}", _share(one.same), *(f1.in_words() for f1 in one.f1)]
            for one in quotes
        ]
        parts.append(_grid(head, rows))
    if stances:
        parts.append(_stance_grid([one for one in stances if one.by != "target"]))
        targets = [one for one in stances if one.by == "target" and one.before.rows >= _LEAST_ROWS]
        if targets:
            summary = f"<details><summary>By target, those with {_LEAST_ROWS} rows or more</summary>"
            parts.append(f"{summary}\n\n{_stance_grid(targets)}\n\n</details>")
        parts.append(AGREEMENT_EXPLAINED)
    return "\n\n".join(parts)


def _stance_grid(groups: Iterable[Agreement]) -> str:
    head = ["stances", "judged by two or more", "unanimous", "alpha", "ordinal alpha", "alpha of intensity"]
    rows = []
    for one in groups:
        cells = [_measure(measure) for measure in (one.before.nominal, one.before.ordinal, one.before.intensity)]
        after = "" if one.after is None else _measure(one.after.nominal)
        rows.append([one.in_words(), f"{one.before.rows:,}", _share(one.before.unanimous), *cells, after])
    return _grid([*head, "alpha once decided"], rows)


def _measure(measure: Measured | None) -> str:
    return "" if measure is None else measure.in_words()


def _share(share: float | None) -> str:
    return "not defined" if share is None else f"{share:.3f}"


_LEAKS_SHOWN = 10


def _leaks(registry: Registry, statistics: Statistics) -> str:
    report = statistics.leaks
    if report is None or len(report.splits) < 2:  # noqa: PLR2004 - a leak takes two splits
        return "All articles are in one split: no text can stand in two."
    head = (
        "held out",
        "looked for in",
        "articles",
        "with a near-duplicate there",
        f"with a run of {LEAK_RUN} words there",
        f"runs of {LEAK_RUN} words there",
    )
    rows = [(f"`{held_out}`", f"`{other}`", *_overlap(one)) for (held_out, other), one in report.overlaps.items()]
    told = [_grid(head, rows)]
    if report.sampled > 1:
        told.append(f"One run in {report.sampled} was looked at, the same in every article.")
    names = {key: source.name for key, source in registry.sources.items()}
    names |= {key: actor.name for key, actor in registry.actors.items()}
    copied = list(copied_targets(report))
    if not copied:
        told.append("By target: no article with a stance towards any target shares such text.")
    else:
        by_target = [
            (names[target], f"`{held_out}`", f"`{other}`", *_overlap(one))
            for (held_out, other, target), one in copied[:_LEAKS_SHOWN]
        ]
        grid = _grid(("target", *head), by_target)
        told.append(f"By target, those that share most ({len(copied)} share any):\n\n{grid}")
    return "\n\n".join(told)


def _overlap(one: Overlap) -> tuple[str, str, str, str]:
    share = f"{one.copied / one.runs:.2%}" if one.runs else "none"
    return f"{one.articles:,}", f"{one.near_duplicates:,}", f"{one.touched:,}", share


def _checks(_: Registry, __: Statistics) -> str:
    return (
        f"All {len(RULES)} rules of `sahelcorpus check` hold, from `{min(RULES)}` to `{max(RULES)}`: spans cover "
        "their text, ids resolve, evidence lies where it must, dates claim no more than is known. A collection that "
        "breaks one is not built."
    )


_PARTS: dict[str, Callable[[Registry, Statistics], str]] = {
    "counts": _counts,
    "labels": _labels,
    "fields": _fields,
    "agreement": _agreement,
    "annotators": _annotators,
    "outlets": _outlets,
    "targets": _targets,
    "leaks": _leaks,
    "checks": _checks,
}
