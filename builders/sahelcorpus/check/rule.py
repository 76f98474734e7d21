"""What a rule over one article is given, and what it yields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sahelcorpus.records.vocabulary import AnnotatorKind, Status
from sahelcorpus.store.collection import Registry

Path = tuple[str | int, ...]
Breaches = Iterator[tuple[str, str, Path, str, str]]
"""What a rule yields: code, file, path in it, what was found, what was allowed."""

METADATA, TEXT, ANNOTATIONS = "article.yaml", "text.txt", "annotations.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry knows, as far as the rules over one article ask."""

    sources: frozenset[str]
    actors: frozenset[str]
    annotators: dict[str, AnnotatorKind]
    removed: frozenset[str]
    removed_texts: frozenset[str]
    removed_words: frozenset[str]
    removed_addresses: frozenset[str]
    today: date

    @classmethod
    def of(cls, registry: Registry, today: date) -> Known:
        """Gather it from a registry; dates after `today` are in the future."""
        removals = registry.removals.values()
        return cls(
            sources=frozenset(registry.sources),
            actors=frozenset(registry.actors) | frozenset(registry.sources),
            annotators={key: annotator.kind for key, annotator in registry.annotators.items()},
            removed=frozenset(registry.removals),
            removed_texts=frozenset(removal.text_sha256 for removal in removals if removal.text_sha256),
            removed_words=frozenset(removal.words_sha256 for removal in removals if removal.words_sha256),
            removed_addresses=frozenset(removal.url_sha256 for removal in removals if removal.url_sha256),
            today=today,
        )


def gold_by_nobody(status: Status, annotators: Iterable[str], known: Known, path: Path) -> Breaches:
    """Yield a record that is called gold although no person and no maintainer judged it."""
    deciders = {AnnotatorKind.PERSON, AnnotatorKind.MAINTAINER}
    if status is Status.GOLD and not any(known.annotators.get(name) in deciders for name in annotators):
        found = "gold without a person's or maintainer's judgement"
        yield "SC602", ANNOTATIONS, (*path, "status"), found, "candidate"


def short(text: str, most: int = 48) -> str:
    """Return a text in quotes, its middle left out where it is long."""
    return repr(text) if len(text) <= most else repr(text[: most // 2]) + "…" + repr(text[-most // 2 :])
