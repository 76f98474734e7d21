"""What `sahelcorpus evaluate speakers` scores: who is said to speak, by the rules or by somebody else's predictions."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.parallel import in_order
from sahelcorpus.commands.printing import progress_bar
from sahelcorpus.commands.registry_option import gazetteer_of

if TYPE_CHECKING:
    from sahelcorpus.annotate.actors import ActorIndex
    from sahelcorpus.annotate.candidates import Attributed
    from sahelcorpus.annotate.evaluation.speaker_errors import SpeakerError
    from sahelcorpus.annotate.speakers import Gazetteer

Documents = list[dict[str, Any]]


def score_speakers(
    gold: Documents, predicted: list[Documents] | None, arguments: argparse.Namespace, *, exhaustive: bool
) -> tuple[dict[str, Any], list[SpeakerError]]:
    """Return the report on speakers, and their errors.

    Args:
        gold: The gold documents.
        predicted: What was predicted for each; None for what the rules find.
        arguments: The command's.
        exhaustive: Whether gold holds every quotation.
    """
    from sahelcorpus.annotate.evaluation.speaker_errors import speaker_errors  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.evaluation.speaker_report import speaker_report  # noqa: PLC0415
    from sahelcorpus.annotate.evaluation.speakers_scored import scored_speakers  # noqa: PLC0415

    by_rules = predicted is None
    if predicted is None:
        predicted = list(_found(gold, arguments))
    documents = [scored_speakers(document, quotes) for document, quotes in zip(gold, predicted, strict=True)]
    report = speaker_report(documents, exhaustive=exhaustive)
    names_by = f"the text and the registry of {arguments.registry}" if arguments.registry else "the text alone"
    report = {"names_by": names_by if by_rules else f"{arguments.predicted}", **report}
    return report, [error for one in documents for error in speaker_errors(one)]


def _found(gold: Documents, arguments: argparse.Namespace) -> Iterator[Documents]:
    """Yield what the rules find in each document, linked to the actors of the collection if gold is one."""
    index = None
    if (arguments.gold / "collection.yaml").is_file():
        from sahelcorpus.annotate.actors import ActorIndex  # noqa: PLC0415 - not for --help
        from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415

        registry = CollectionFolder(arguments.gold).registry()
        index = ActorIndex(registry.actors.values(), registry.sources.values())
    show = progress_bar("speakers", least=200)
    texts = ((document["text"], document.get("lang") or "und") for document in gold)
    speakers_of_text = partial(speakers_of, parsed=arguments.parser, gazetteer=gazetteer_of(arguments))
    found = in_order(speakers_of_text, texts, arguments.workers)
    for number, (document, attributed) in enumerate(zip(gold, found, strict=True), start=1):
        yield list(_plain(document, attributed, index))
        show(number, len(gold))


def _plain(document: dict[str, Any], found: Sequence[Attributed], index: ActorIndex | None) -> Iterator[dict[str, Any]]:
    from sahelcorpus.annotate.quotes.interchange import plain_quote  # noqa: PLC0415 - not for --help

    for quote, speaker in found:
        plain = plain_quote(quote, speaker)
        if index is not None:
            mention = document["text"][slice(*quote.speaker)] if quote.speaker else None
            plain["actor_id"] = index.link(speaker, mention, document["circumstances"]).actor_id
        yield plain


def speakers_of(text: tuple[str, str], *, parsed: bool = False, gazetteer: Gazetteer | None = None) -> list[Attributed]:
    """Return the quotations of a text with their speakers, given with its language."""
    from sahelcorpus.annotate.quotes.interchange import attributed_quotes  # noqa: PLC0415 - a second of imports

    return attributed_quotes(*text, parsed=parsed, gazetteer=gazetteer)
