"""Add an article to a collection from a text file and what is known of it.

Exit status: 0 added, 1 refused and nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from pathlib import Path
from typing import Any

EXAMPLE = (
    "sahelcorpus add article.txt --to corpus/mine --source my-outlet --language fr --published 2022-02-17 "
    '--rights-basis "Licensed by the outlet."'
)
_MOST_IN_ID = 80


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, help="the text, in UTF-8")
    parser.add_argument("--to", type=Path, required=True, metavar="COLLECTION", help="the collection's folder")
    parser.add_argument("--id", help="the article's id (default: made from the file's name)")
    parser.add_argument("--source", help="the outlet, an id of sources.yaml")
    parser.add_argument("--language", help="language of the text, BCP 47")
    parser.add_argument("--title", help="headline as published")
    parser.add_argument("--published", help="date of publication: 2022-02-17, 2022-02, 2022, or unknown")
    parser.add_argument("--url", help="where it was published")
    parser.add_argument("--archive-url", help="where an archive keeps a copy")
    parser.add_argument("--retrieved", help="day on which the text was fetched")
    parser.add_argument("--byline", help="author line as published")
    parser.add_argument("--genre", help="journalistic genre")
    parser.add_argument("--country", action="append", default=[], help="country it is about, ISO 3166-1; repeatable")
    parser.add_argument("--licence", help="licence that the rights holder states")
    parser.add_argument("--rights-holder", help="who holds the rights")
    parser.add_argument("--redistribution", choices=["full", "standoff", "metadata"], default="standoff")
    parser.add_argument("--rights-basis", help="how the rights are known, in a sentence")
    parser.add_argument("--invented", action="store_true", help="the article is invented, not published")
    parser.add_argument(
        "--waive", action="append", default=[], metavar="CODE=REASON", help="accept a finding; repeatable"
    )
    parser.add_argument("--dry-run", action="store_true", help="check everything, write nothing")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
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
    document = read_plain_text(arguments.file)
    observed = observed_flags(document.text)
    # a person looks at the flags when they are printed; a near-empty text is refused instead, or waived
    flags = [flag.value for flag in observed if flag is not TextFlag.NEAR_EMPTY]
    plain = _asked_for(arguments) | {"provenance": document.provenance.to_plain(), "text_flags": flags}
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
        print(f"{arguments.file} was not added: {counted(len(findings), 'finding')}. Nothing was written.")
        return 1
    for flag in flags:
        offset, shown = observed[TextFlag(flag)][0]
        print(f"flagged {flag}: {shown!r} at code point {offset}")
    if arguments.dry_run:
        print(f"{arguments.file} would be added as {metadata.article_id}. Nothing was written.")
        return 0
    target = add_article(folder, metadata, document.text)
    print(f"Added {metadata.article_id} in {target}")
    return 0


def _asked_for(arguments: argparse.Namespace) -> dict[str, Any]:
    from sahelcorpus.commands.asking import asked  # noqa: PLC0415

    published = asked(arguments.published, "Published (2022-02-17, 2022-02, 2022, unknown)", "unknown") or "unknown"
    precision, first_day = _period(published)
    plain: dict[str, Any] = {
        "article_id": asked(arguments.id, "Id", _slug(arguments.file.stem)),
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
        "waivers": [dict(zip(("code", "reason"), waiver.split("=", 1), strict=False)) for waiver in arguments.waive],
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


def _period(published: str) -> tuple[str, str | None]:
    """Return the precision of a date as it was given, and the first day of the period it names."""
    if published == "unknown":
        return "unknown", None
    if re.fullmatch(r"[0-9]{4}", published):
        return "year", f"{published}-01-01"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", published):
        return "month", f"{published}-01"
    return "day", published


def _slug(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST_IN_ID].strip("-")
