"""The cards of a collection as files: what each should say now, and the figures beside them.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`; everything else is left alone. A
card in another language lies beside the English one: `card.fr.md` beside `card.md`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from sahelcorpus.records import Collection, TablePart
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.tables import DEFAULT_TABLE, TABLES
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.card.agreement_part import Agreed
from sahelcorpus.release.card.parts import PARTS, Known
from sahelcorpus.release.card.telling import ENGLISH, Telling, languages_told
from sahelcorpus.release.figures.charts import Figure, figures
from sahelcorpus.release.figures.writing import drawn, figure_files, figure_part, is_fresh
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import CollectionFolder, Registry
from sahelcorpus.store.files import finding, read_text

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_PART = re.compile(r"<!-- generated: (?P<name>[a-z-]+) -->\n.*?<!-- end of (?P=name) -->", re.DOTALL)
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


@dataclass(frozen=True, slots=True)
class CardFile:
    """A card.

    Attributes:
        name: Its path from the collection's folder.
        language: The language it is in.
        text: What stands in it.
    """

    name: str
    language: str
    text: str


def card_path(folder: CollectionFolder, collection: Collection) -> Path:
    """Return where a collection's card lies."""
    return Path(os.path.normpath(folder.path / collection.card))


def card_names(collection: Collection) -> dict[str, str]:
    """Return the name that a card has in each language it could be in."""
    stem = collection.card.removesuffix(".md")
    return {
        language: collection.card if language == ENGLISH else f"{stem}.{language}.md" for language in languages_told()
    }


def card_places(collection: Collection) -> list[str]:
    """Return where cards and figures lie or may lie, as paths from the collection's folder; a folder ends in `/`."""
    return [*card_names(collection).values(), f"{figure_folder(collection)}/"]


def figure_folder(collection: Collection) -> str:
    """Return the folder of a collection's figures, as a path from its folder: beside the card, and named after it."""
    return f"{collection.card.removesuffix('.md')}_figures"


def read_cards(folder: CollectionFolder, collection: Collection) -> list[CardFile]:
    """Return the cards of a collection, the English one first.

    Raises:
        CorpusError: if there is no English one (SC101), or one cannot be read.
    """
    return [
        CardFile(name, language, read_text(folder.path / name, name))
        for language, name in card_names(collection).items()
        if language == ENGLISH or (folder.path / name).exists()
    ]


def refreshed_cards(folder: CollectionFolder, registry: Registry, statistics: Statistics) -> dict[str, bytes]:
    """Return what the cards of a collection and their figures should hold now, by path from the collection's folder.

    A figure that shows what it showed is not drawn again.

    Args:
        folder: The collection's folder.
        registry: Its registry, as it shall be.
        statistics: What stands in it.

    Raises:
        CorpusError: if there is no card (SC101), for broken front matter (SC106), a part that nothing generates
            (SC109), or a figure that has changed where nothing can draw (SC912).
    """
    refreshed: dict[str, bytes] = {}
    place = figure_folder(registry.collection)
    known = Known(registry, statistics, Agreed.of(registry, statistics))
    for card in read_cards(folder, registry.collection):
        made = _figures(card, known)
        for figure in made:
            for file, ground in figure_files(figure) if figure.is_drawn else ():
                path = folder.path / place / file
                earlier = path.read_text(encoding="utf-8") if path.is_file() else ""
                refreshed[f"{place}/{file}"] = drawn(figure, ground, earlier).encode()
        parts = "\n\n".join(figure_part(figure, PurePosixPath(place).name) for figure in made)
        refreshed[card.name] = refreshed_card(card, replace(known, figures=parts)).encode()
    return refreshed


def stale_figures(folder: CollectionFolder, collection: Collection, refreshed: Iterable[str]) -> list[str]:
    """Return the figures beside a card that no card shows any more, as paths from the collection's folder."""
    place = figure_folder(collection)
    there = sorted(f"{place}/{path.name}" for path in (folder.path / place).glob("*.svg"))
    return [name for name in there if name not in set(refreshed)]


def _figures(card: CardFile, known: Known) -> list[Figure]:
    if "<!-- generated: figures -->" not in card.text:
        return []
    languages = known.statistics.by.get("articles.language", Counter())
    names = known.names(card.language)
    return figures(known.statistics.crossed, languages, known.agreed.drawn(), names, card.language)


def refreshed_card(card: CardFile, known: Known) -> str:
    """Return a card with its generated parts made anew.

    Raises:
        CorpusError: for broken front matter (SC106), or a part that nothing generates (SC109).
    """
    collection, tell = known.registry.collection, Telling(card.language)
    front = {
        "language": [language.split("-")[0] for language in collection.languages],
        "pretty_name": collection.title,
        "size_categories": [_size_category(known.statistics.sizes["articles"])],
    }

    def fresh(match: re.Match[str]) -> str:
        part = match["name"]
        if part not in PARTS:
            found, allowed = f"a generated part {part!r}", ", ".join(sorted(PARTS))
            raise CorpusError(finding("SC109", card.name, "", found, allowed))
        return f"<!-- generated: {part} -->\n{PARTS[part](known, tell)}\n<!-- end of {part} -->"

    return _PART.sub(fresh, _with_front(card.text, card.name, front))


def stale_card(card: str, fresh: str, name: str, command: str) -> Finding | None:
    """Return the finding that a card is stale, with the first line that differs, or None if it is fresh."""
    if card == fresh:
        return None
    pairs = zip([*card.splitlines(), None], [*fresh.splitlines(), None], strict=False)
    line, (is_, would) = next((n, pair) for n, pair in enumerate(pairs, start=1) if pair[0] != pair[1])
    allowed = "the end" if would is None else repr(would[:80])
    found = "the end" if is_ is None else repr(is_[:80])
    return Finding("SC903", name, "", found, allowed, f"Run {command}.", line)


def built_files(
    folder: CollectionFolder, registry: Registry, statistics: Statistics, tables: Iterable[TablePart]
) -> dict[str, bytes]:
    """Return the cards and figures of a built dataset; `README.md` has the configs that `load_dataset` reads.

    A figure that has changed since the cards were refreshed is left out, and its table shown instead.

    Args:
        folder: The collection's folder.
        registry: Its registry.
        statistics: What stands in it.
        tables: The tables and splits that are built.

    Raises:
        CorpusError: as `refreshed_cards`, SC912 aside.
    """
    collection = registry.collection
    place = PurePosixPath(figure_folder(collection)).name
    files: dict[str, bytes] = {}
    known = Known(registry, statistics, Agreed.of(registry, statistics))
    for card in read_cards(folder, collection):
        parts = []
        for figure in _figures(card, known):
            found = {
                file: path.read_bytes()
                for file, ground in figure_files(figure)
                if (path := folder.path / figure_folder(collection) / file).is_file()
                and is_fresh(figure, ground, path.read_text(encoding="utf-8"))
            }
            is_shown = len(found) == len(list(figure_files(figure)))
            parts.append(figure_part(figure, place if is_shown else None))
            if is_shown:
                files |= {f"{place}/{file}": content for file, content in found.items()}
        text = refreshed_card(card, replace(known, figures="\n\n".join(parts)))
        if card.language == ENGLISH:
            files["README.md"] = _with_front(text, card.name, {"configs": _configs(collection, tables)}).encode()
        else:
            files[f"README.{card.language}.md"] = text.encode()
    return files


def _configs(collection: Collection, tables: Iterable[TablePart]) -> list[dict[str, Any]]:
    splits: dict[str, list[Split]] = {}
    for part in tables:
        splits.setdefault(part.table, []).append(part.split)
    return [
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
