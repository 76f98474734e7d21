"""A single plain text: what is known of it comes from flags, or is asked for on a terminal."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any


def add(arguments: argparse.Namespace, file: Path) -> int:
    """Add the text of a file as one article, and return the exit status."""
    from datetime import UTC, datetime  # noqa: PLC0415 - keeps --help quick

    from sahelcorpus.check.article import check_article  # noqa: PLC0415
    from sahelcorpus.check.rule import Known  # noqa: PLC0415
    from sahelcorpus.commands.asking import record_from  # noqa: PLC0415
    from sahelcorpus.commands.printing import counted, print_findings  # noqa: PLC0415
    from sahelcorpus.readers.plain_text import read_plain_text  # noqa: PLC0415
    from sahelcorpus.records import Annotations, ArticleMetadata  # noqa: PLC0415
    from sahelcorpus.records.vocabulary import TextFlag  # noqa: PLC0415
    from sahelcorpus.store.adding import add_article  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder, StoredArticle  # noqa: PLC0415
    from sahelcorpus.store.files import finding  # noqa: PLC0415
    from sahelcorpus.text.flags import observed_flags  # noqa: PLC0415

    folder = CollectionFolder(arguments.to)
    registry = folder.registry()
    document = read_plain_text(file)
    observed = observed_flags(document.text)
    # a person looks at the flags when they are printed; a near-empty text is refused instead, or waived
    flags = [flag.value for flag in observed if flag is not TextFlag.NEAR_EMPTY]
    plain = _asked_for(arguments, file) | {"provenance": document.provenance.to_plain(), "text_flags": flags}
    names = {"article_id": "--id", "source_id": "--source", "rights": "--rights-basis", "countries": "--country"}
    metadata = record_from(
        ArticleMetadata, plain, {**names, "waivers": "--waive", "published_precision": "--published"}
    )
    article = StoredArticle(f"articles/{metadata.article_id}", metadata, document.text, Annotations())
    findings = check_article(article, Known.of(registry, datetime.now(UTC).date()))
    twin = folder.article_with_text(document.provenance.text_sha256)
    if twin is not None:
        found = f"the same text as {twin}"
        findings.append(finding("SC501", f"{article.folder}/text.txt", "", found, "a text that is not there yet"))
    if findings:
        print_findings(findings)
        print(f"{file} was not added: {counted(len(findings), 'finding')}. Nothing was written.")
        return 1
    for flag in flags:
        offset, shown = observed[TextFlag(flag)][0]
        print(f"flagged {flag}: {shown!r} at code point {offset}")
    if arguments.dry_run:
        print(f"{file} would be added as {metadata.article_id}. Nothing was written.")
        return 0
    target = add_article(folder, metadata, document.text)
    print(f"Added {metadata.article_id} in {target}")
    return 0


def _asked_for(arguments: argparse.Namespace, file: Path) -> dict[str, Any]:
    from sahelcorpus.commands.asking import asked  # noqa: PLC0415
    from sahelcorpus.intake.outlets import slug  # noqa: PLC0415

    published = asked(arguments.published, "Published (2022-02-17, 2022-02, 2022, unknown)", "unknown") or "unknown"
    precision, first_day = _period(published)
    plain: dict[str, Any] = {
        "article_id": asked(arguments.id, "Id", slug(file.stem)),
        "title": asked(arguments.title, "Title as published, empty if not recorded"),
        "published": first_day,
        "published_precision": precision,
        "url": asked(arguments.url, "Address, empty if not known"),
        "archive_url": arguments.archive_url,
        "retrieved": arguments.retrieved,
        "byline": arguments.byline,
        "genre": arguments.genre,
        "countries": arguments.country,
        "origin": "invented" if arguments.invented else "published",
        "waivers": waivers(arguments.waive),
    }
    for field, value, question in (
        ("source_id", arguments.source, "Outlet, an id of sources.yaml"),
        ("language", arguments.language, "Language (fr, en, …)"),
    ):
        answer = asked(value, question)
        if answer is not None:
            plain[field] = answer
    basis = asked(arguments.rights_basis, "How the rights are known, in a sentence")
    rights = {
        "licence": arguments.licence,
        "holder": arguments.rights_holder,
        "redistribution": arguments.redistribution,
    }
    plain["rights"] = rights | ({"basis": basis} if basis is not None else {})
    return plain


def waivers(given: list[str]) -> list[dict[str, str]]:
    """Return what `--waive CODE=REASON` says, as plain records; one without a reason lacks it there too."""
    return [dict(zip(("code", "reason"), waiver.split("=", 1), strict=False)) for waiver in given]


def _period(published: str) -> tuple[str, str | None]:
    """Return the precision of a date as it was given, and the first day of the period it names."""
    if published == "unknown":
        return "unknown", None
    if re.fullmatch(r"[0-9]{4}", published):
        return "year", f"{published}-01-01"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", published):
        return "month", f"{published}-01"
    return "day", published
