"""Write an extractor's candidates into a collection, never over what a person has decided.

A quotation that anybody else has judged, or that a stance names, stays as it is; what the rules found earlier makes
room for what they find now. Whoever changes a candidate therefore signs it. Running twice changes nothing.
Each candidate names its speaker in full, with the help of the names that the collection's registry knows, and is linked
to an actor of the collection where only one can be meant. With --stance an annotator also proposes who is for or
against which actor, under the same conditions.

Exit status: 0 done, 1 findings or nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.parallel import add_workers_argument, in_order
from sahelcorpus.commands.printing import counted, print_json, print_read_by, print_wrapped, progress_bar
from sahelcorpus.commands.stance_options import add_annotator_arguments, opened, settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from sahelcorpus.annotate.actors import ActorIndex
    from sahelcorpus.annotate.candidates import Attributed
    from sahelcorpus.annotate.speakers import Gazetteer
    from sahelcorpus.annotate.stance import StanceAnnotator
    from sahelcorpus.annotate.suggested_actors import SuggestedActor, Unlinked
    from sahelcorpus.commands.stance_step import StanceStep
    from sahelcorpus.records import Annotations, Annotator
    from sahelcorpus.store.collection import CollectionFolder, Registry, StoredArticle

EXAMPLE = "sahelcorpus annotate corpus/sahel --dry-run --workers 4"

_SHOWN_ARTICLES = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--article", action="append", metavar="ID", help="this article alone; repeatable")
    parser.add_argument("--dry-run", action="store_true", help="say what would be found, write nothing")
    parser.add_argument(
        "--suggest-actors",
        action="store_true",
        help="propose actors for named speakers whom the collection does not know, write nothing",
    )
    add_annotator_arguments(parser, default=None, flag="--stance")
    add_workers_argument(parser)
    parser.add_argument("--json", action="store_true", help="what was found, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from datetime import UTC, datetime  # noqa: PLC0415 - keeps --help quick

    from sahelcorpus.annotate.actors import ActorIndex  # noqa: PLC0415
    from sahelcorpus.annotate.candidates import with_candidates  # noqa: PLC0415
    from sahelcorpus.annotate.quotes import ANNOTATOR  # noqa: PLC0415
    from sahelcorpus.annotate.speakers import Gazetteer  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder, StoredArticle  # noqa: PLC0415

    annotator = opened(arguments, settings_of(arguments)) if arguments.annotator else None
    if arguments.annotator and annotator is None:
        return 2
    folder = CollectionFolder(arguments.collection)
    registry = folder.registry()
    actors = ActorIndex(registry.actors.values(), registry.sources.values())
    now = datetime.now(UTC).replace(microsecond=0)
    judged = (ANNOTATOR.annotator_id, now, "quotes-1")
    step = _stance_step(annotator, registry, now)
    signing = [ANNOTATOR, *([step.annotator] if step else [])]
    article_ids = arguments.article or folder.article_ids()
    show = progress_bar("annotate", least=50)
    told: list[dict[str, Any]] = []
    languages: list[str] = []
    unlinked: list[Unlinked] = []
    under_way: deque[StoredArticle] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for article_id in article_ids:
            article = folder.article(article_id)
            under_way.append(article)
            yield article.text, article.metadata.language

    gazetteer = Gazetteer(registry.actors.values(), registry.sources.values())
    for found in in_order(partial(quotes_of, gazetteer=gazetteer), texts(), arguments.workers):
        article = under_way.popleft()
        metadata, before = article.metadata, article.annotations
        staying = step.staying(before) if step else before
        quotes = with_candidates(metadata, article.text, staying, found, judged, actors)
        after = staying.model_copy(update={"quotes": quotes})
        if step:
            after = step.proposed(article, after, found)
        row = _told(metadata.article_id, found, after.model_copy(update={"stances": staying.stances}))
        row["changed"] = after != before
        told.append(row | ({"stances": len(after.stances) - len(staying.stances)} if step else {}))
        languages.append(metadata.language)
        if arguments.suggest_actors:
            unlinked += _unlinked(article, found, actors)
        elif row["changed"] and not arguments.dry_run:
            _write(folder, registry, StoredArticle(article.folder, metadata, article.text, after), signing)
        show(len(told), len(article_ids))
    if arguments.suggest_actors:
        _suggest(arguments, unlinked)
    else:
        _report(arguments, told, languages)
    return 0


def _write(folder: CollectionFolder, registry: Registry, article: StoredArticle, signing: list[Annotator]) -> None:
    """Write an article, and with it who signs in it and is not yet known."""
    from sahelcorpus.store.changing import one_change  # noqa: PLC0415 - keeps --help quick

    unknown = [one for one in signing if one.annotator_id not in registry.annotators]
    registry.annotators.update({one.annotator_id: one for one in unknown})
    with one_change(folder.path) as change:
        if unknown:
            folder.save_registry("annotators.yaml", list(registry.annotators.values()), change)
        folder.save_article(article, change)


def _told(article_id: str, found: list[Attributed], annotations: Annotations) -> dict[str, Any]:
    """Return what there is to tell of an article's quotations as they are now."""
    from sahelcorpus.annotate.candidates import found_again, own_and_decided  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.annotate.quotes import ANNOTATOR  # noqa: PLC0415

    new, decided = own_and_decided(annotations, ANNOTATOR.annotator_id)
    return {
        "article_id": article_id,
        "found": len(found),
        "decided": len(decided),
        "found_again": found_again(decided, [quote for quote, _ in found]),
        "candidates": len(new),
        "linked": sum(quote.actor_id is not None for quote in new),
    }


def _report(arguments: argparse.Namespace, told: list[dict[str, Any]], languages: list[str]) -> None:
    """Say what was found in each article, and what was written."""
    from sahelcorpus.annotate.quotes.interchange import texts_read_by  # noqa: PLC0415 - keeps --help quick

    ways = texts_read_by(languages)
    if arguments.json:
        print_json({"collection": str(arguments.collection), "articles": told, "read_by": ways})
        return
    for row in told:
        among = f"{row['found_again']} of the {row['decided']} decided ones among them"
        candidates = f"{counted(row['candidates'], 'candidate')}, {row['linked']} linked to an actor"
        candidates += f"; {counted(row['stances'], 'candidate')} for a stance" if "stances" in row else ""
        print_wrapped(f"{row['article_id']}: {row['found']} found, {among}, {candidates}", indent=2)
    total = sum(row["candidates"] + row.get("stances", 0) for row in told)
    changed = counted(sum(row["changed"] for row in told), "article")
    if arguments.dry_run:
        print(f"{counted(total, 'candidate')} would be written, {changed} would change")
    else:
        print(f"{counted(total, 'candidate')} written, {changed} changed")
    print_read_by(ways)


def _stance_step(annotator: StanceAnnotator | None, registry: Registry, now: datetime) -> StanceStep | None:
    """Return what proposes stances, if that was asked for."""
    if annotator is None:
        return None
    from sahelcorpus.annotate.stance.targets import TargetIndex  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.commands.stance_step import StanceStep  # noqa: PLC0415

    return StanceStep(annotator, TargetIndex(registry.actors.values(), registry.sources.values()), now)


def _unlinked(article: StoredArticle, found: list[Attributed], actors: ActorIndex) -> Iterator[Unlinked]:
    """Yield the speakers of an article whom the collection does not know."""
    from sahelcorpus.annotate.candidates import circumstances  # noqa: PLC0415 - keeps --help quick

    when_and_where = circumstances(article.metadata)
    for quote, speaker in found:
        mention = article.text[slice(*quote.speaker)] if quote.speaker else None
        link = actors.link(speaker, mention, when_and_where)
        if link.actor_id is None and not actors.knows(speaker.name):
            yield article.metadata.article_id, speaker, mention, link.candidates


def _suggest(arguments: argparse.Namespace, unlinked: list[Unlinked]) -> None:
    """Propose actors, each with its evidence."""
    from sahelcorpus.annotate.suggested_actors import suggested_actors  # noqa: PLC0415 - keeps --help quick

    suggested = suggested_actors(unlinked)
    if arguments.json:
        print_json({"collection": str(arguments.collection), "suggested_actors": [asdict(one) for one in suggested]})
        return
    for one in suggested:
        _print_suggested(one)
    print(f"{counted(len(suggested), 'actor')} suggested, nothing written")


def _print_suggested(one: SuggestedActor) -> None:
    print_wrapped(f"{one.name} ({one.kind.value}): {counted(one.quotations, 'quotation')}", indent=2)
    rest = len(one.articles) - _SHOWN_ARTICLES
    more = f" and {counted(rest, 'article')} more" if rest > 0 else ""
    print_wrapped(f"  in {', '.join(one.articles[:_SHOWN_ARTICLES])}{more}", indent=4)
    if one.mention:
        print_wrapped(f"  as: {one.mention}", indent=4)
    if one.may_be:
        print_wrapped(f"  could not be told from {', '.join(one.may_be)}", indent=4)


def quotes_of(article: tuple[str, str], *, gazetteer: Gazetteer | None = None) -> list[Attributed]:
    """Return the quotations of an article with their speakers, given as its text and its language."""
    from sahelcorpus.annotate.quotes.interchange import attributed_quotes  # noqa: PLC0415 - keeps --help quick

    return attributed_quotes(*article, gazetteer=gazetteer)
