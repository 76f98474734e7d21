"""The same articles as tables: JSON lines, CSV, TSV, Parquet; and as plain text with a YAML file beside it."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

from invented_exports.europresse import Export
from invented_exports.world import Truth, articles

COLUMNS = {"text": "Contenu intégral", "title": "Titre", "published": "Paru le", "outlet": "Titre de presse"}
"""Columns that no reader knows by their names; the others are called as usual."""


def _truths(count: int, seed: int) -> list[Truth]:
    draw = random.Random(seed)
    return [
        article.with_(
            url=f"https://piroguier.example/{article.number}",
            document_id=f"doc-{article.number}",
            rights_line=f"© {article.outlet}",
            time_and_zone=draw.choice([None, "20:15:00+01:00"]),
        )
        for article in articles(count, seed)
    ]


def _row(truth: Truth, columns: dict[str, str]) -> dict[str, str | None]:
    clock = f"T{truth.time_and_zone}" if truth.time_and_zone else ""
    row = {
        "text": truth.text, "title": truth.title, "byline": truth.byline, "outlet": truth.outlet,
        "outlet_code": truth.outlet_code, "published": f"{truth.published}{clock}", "language": truth.language,
        "section": truth.section, "page": truth.page, "url": truth.url, "document_id": truth.document_id,
        "rights_line": truth.rights_line,
    }  # fmt: skip
    return {columns.get(name, name): value for name, value in row.items()}


def _as_printed(truth: Truth) -> Truth:
    clock = truth.time_and_zone.replace(":00+", "+") if truth.time_and_zone else None
    return truth.with_(time_and_zone=clock)


def json_lines(count: int = 60, seed: int = 41) -> Export:
    """Return JSON lines; half escaped to ASCII, half not, with empty lines between."""
    truths = _truths(count, seed)
    rows = [json.dumps(_row(truth, {}), ensure_ascii=bool(place % 2)) for place, truth in enumerate(truths)]
    return Export("\n\n".join(rows).encode(), [_as_printed(truth) for truth in truths])


def delimited(count: int = 60, seed: int = 42, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> Export:
    """Return CSV or TSV with columns of odd names; quoted cells over several lines."""
    truths = _truths(count, seed)
    if encoding == "cp1252":
        truths = [truth for truth in truths if _fits(truth)]
    file = io.StringIO(newline="")
    rows = [_row(truth, COLUMNS) for truth in truths]
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return Export(file.getvalue().encode(encoding), [_as_printed(truth) for truth in truths])


def _fits(truth: Truth) -> bool:
    try:
        f"{truth.text}{truth.title}{truth.byline}".encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def parquet(count: int = 60, seed: int = 43) -> Export:
    """Return Parquet with columns of odd names."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    truths = _truths(count, seed)
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([_row(truth, COLUMNS) for truth in truths]), file)
    return Export(file.getvalue(), [_as_printed(truth) for truth in truths])


def texts_with_sidecars(folder: Path, count: int = 60, seed: int = 44) -> list[tuple[Path, Truth]]:
    """Write texts with a YAML file beside each, and return them with their truths."""
    from sahelcorpus.store.yaml_writing import to_yaml

    written = []
    for truth in _truths(count, seed):
        path = folder / f"article-{truth.number}.txt"
        path.write_bytes(("\ufeff" if truth.number % 2 else "").encode() + truth.text.replace("\n", "\r\n").encode())
        row = {key: value for key, value in _row(truth, {}).items() if key != "text" and value is not None}
        path.with_suffix(".yaml").write_text(to_yaml(row), encoding="utf-8")
        written.append((path, _as_printed(truth)))
    return written
