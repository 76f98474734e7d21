"""Rules over ids: they stand once, and what they name is there."""

from __future__ import annotations

from collections.abc import Iterator

from sahelcorpus.check.rule import ANNOTATIONS, Breaches, Known, Path
from sahelcorpus.store.collection import StoredArticle


def check_ids(article: StoredArticle, known: Known) -> Breaches:
    """Yield ids that stand twice, or name nothing."""
    article_id = article.metadata.article_id
    seen: set[str] = set()
    named: list[tuple[Path, str]] = [
        (("quotes", i, "quote_id"), q.quote_id) for i, q in enumerate(article.annotations.quotes)
    ]
    named += [(("stances", i, "stance_id"), s.stance_id) for i, s in enumerate(article.annotations.stances)]
    for path, identity in named:
        if identity in seen:
            yield "SC501", ANNOTATIONS, path, repr(identity), "an id that stands once"
        seen.add(identity)
        if identity.rpartition(".")[0] != article_id:
            yield "SC502", ANNOTATIONS, path, repr(identity), f"an id that begins with {article_id + '.'!r}"
    for path, actor_id in _actor_references(article):
        if actor_id not in known.actors:
            yield "SC503", ANNOTATIONS, path, repr(actor_id), "an id of actors.yaml or sources.yaml"
    for path, annotator_id in _annotator_references(article):
        if annotator_id not in known.annotators:
            yield "SC504", ANNOTATIONS, path, repr(annotator_id), "an id of annotators.yaml"


def _actor_references(article: StoredArticle) -> Iterator[tuple[Path, str]]:
    for i, quote in enumerate(article.annotations.quotes):
        if quote.actor_id:
            yield ("quotes", i, "actor_id"), quote.actor_id
    for i, stance in enumerate(article.annotations.stances):
        yield ("stances", i, "target_actor_id"), stance.target_actor_id
        if stance.holder_actor_id:
            yield ("stances", i, "holder_actor_id"), stance.holder_actor_id
        for j, holder in enumerate(stance.holder_chain):
            if holder.actor_id:
                yield ("stances", i, "holder_chain", j, "actor_id"), holder.actor_id


def _annotator_references(article: StoredArticle) -> Iterator[tuple[Path, str]]:
    for i, quote in enumerate(article.annotations.quotes):
        for j, judgement in enumerate(quote.annotations):
            yield ("quotes", i, "annotations", j, "annotator_id"), judgement.annotator_id
    for i, stance in enumerate(article.annotations.stances):
        for j, verdict in enumerate(stance.annotations):
            yield ("stances", i, "annotations", j, "annotator_id"), verdict.annotator_id
        if stance.adjudication.by:
            yield ("stances", i, "adjudication", "by"), stance.adjudication.by
