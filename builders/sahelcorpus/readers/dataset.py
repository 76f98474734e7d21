"""A dataset that `sahelcorpus build` wrote: its articles come back with everything that was known of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sahelcorpus.readers.document import Document, Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.records import Article
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.store.files import finding
from sahelcorpus.text.canonical import is_canonical, text_sha256

_ROWS = 64
_RELEASE_FILE = "release.json"


def read(source: Source) -> Iterator[Outcome]:
    """Yield every article of a built directory, split by split, each as its own record.

    Raises:
        CorpusError: if the source is a stream, or holds no articles (SC101).
    """
    if not isinstance(source, Path):
        raise CorpusError(finding("SC102", "dataset", "", "a stream", "the folder that `sahelcorpus build` wrote"))
    parts = sorted((source / "articles").glob("*.parquet"))
    if not parts:
        raise CorpusError(
            finding("SC101", str(source / "articles"), "", "no Parquet file", "the articles of a dataset")
        )
    for part in parts:
        yield from _articles(part)


def _articles(part: Path) -> Iterator[Outcome]:
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    from sahelcorpus.store.parquet_reading import opened_parquet  # noqa: PLC0415 - as slow

    decode = row_decoder(Article)
    number = 0
    try:
        with opened_parquet(part) as table:
            known = [name for name in table.schema_arrow.names if name in Article.model_fields]
            for batch in table.iter_batches(batch_size=_ROWS, columns=known):
                for row in batch.to_pylist():
                    number += 1
                    yield _document(row, decode, f"{part.name}, row {number}")
    except (pa.ArrowException, OSError) as error:
        yield Rejection(RejectionReason.BROKEN, f"{part.name}, row {number + 1}", "", str(error).splitlines()[0])


def _document(row: dict[str, Any], decode: Any, place: str) -> Outcome:
    shown = excerpt(str(row.get("text", "")))
    try:
        article = Article.from_plain(decode(row))
    except ValidationError as error:
        fault = error.errors()[0]
        detail = f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
        return Rejection(RejectionReason.BAD_FIELD, place, shown, detail, row.get("article_id"))
    except (KeyError, TypeError) as error:
        return Rejection(RejectionReason.BAD_FIELD, place, shown, f"{error} is missing", row.get("article_id"))
    if not is_canonical(article.text) or text_sha256(article.text) != article.provenance.text_sha256:
        detail = "the text is not the one that its digest was taken of"
        return Rejection(RejectionReason.BROKEN, place, shown, detail, article.article_id)
    return Document(
        text=article.text,
        provenance=article.provenance,
        place=place,
        title=article.title,
        language=article.language,
        url=article.url,
        article_id=article.article_id,
        source_id=article.source_id,
        record=article,
    )


def recognises_folder(path: Path) -> Fit:
    """A built directory says in `release.json` what it is."""
    try:
        release = json.loads((path / _RELEASE_FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Fit.NO
    return Fit.CERTAIN if isinstance(release, dict) and (path / "articles").is_dir() else Fit.NO


def _no_file(_: bytes, __: str) -> Fit:
    return Fit.NO


DATASET = Reader("dataset", 1, "a dataset built by sahelcorpus", _no_file, read, recognises_folder)
