"""Rules over one article. Pure: an article and what the registry knows go in, findings come out."""

from __future__ import annotations

from collections.abc import Callable

from sahelcorpus.check.identifiers import check_ids
from sahelcorpus.check.metadata import check_dates, check_identity, check_rights
from sahelcorpus.check.quotes import check_quotes
from sahelcorpus.check.removed import check_removed
from sahelcorpus.check.rule import Breaches, Known
from sahelcorpus.check.spans import check_order, check_spans
from sahelcorpus.check.stances import check_stances
from sahelcorpus.check.text import check_flags, check_language, check_text
from sahelcorpus.records.findings import Finding
from sahelcorpus.records.rules import RULES
from sahelcorpus.store.collection import StoredArticle
from sahelcorpus.store.yaml_reading import place


def check_article(article: StoredArticle, known: Known) -> list[Finding]:
    """Return what is wrong with an article, rule by rule; waived findings are left out."""
    waived = {waiver.code for waiver in article.metadata.waivers}
    return [
        Finding(code, f"{article.folder}/{file}", place(path), found, allowed, RULES[code].mend)
        for rule in CHECKS
        for code, file, path, found, allowed in rule(article, known)
        if not (code in waived and RULES[code].waivable)
    ]


CHECKS: tuple[Callable[[StoredArticle, Known], Breaches], ...] = (
    check_identity,
    check_removed,
    check_dates,
    check_rights,
    check_text,
    check_flags,
    check_language,
    check_spans,
    check_order,
    check_ids,
    check_quotes,
    check_stances,
)
