"""Fuzz a reader with coverage feedback, and keep what breaks it.

Usage: pip install atheris
       python benchmarks/fuzz.py READER [--seconds 600] [--found tests/readers/found]

Begins with small whole exports of the reader's format. Whatever raises something else than a CorpusError, gives a text
that is not canonical, or takes longer than ten seconds is written to the folder, one file a place in the code; the
tests read the files of `tests/readers/found` back. Prints how long it ran and how many files it tried.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import time
import traceback
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["sahelcorpus.readers", "sahelcorpus.text"]):
    from sahelcorpus.readers.columns import Columns
    from sahelcorpus.readers.document import Document
    from sahelcorpus.readers.formats import known_readers

from invented_exports import europresse, factiva, nexis, tables

from sahelcorpus.text.canonical import is_canonical, text_sha256

SLOW_SECONDS = 10
SEEDS = {
    "europresse": [europresse.first_generation, europresse.second_generation, europresse.third_generation],
    "factiva_html": [factiva.html_export],
    "factiva_rtf": [factiva.rtf_export],
    "factiva_xml": [factiva.xml_export],
    "nexis_html": [nexis.html_export],
    "nexis_docx": [nexis.docx_export],
    "parquet": [tables.parquet],
    "json_lines": [tables.json_lines],
    "delimited": [tables.delimited],
    "plain_text": [],
}
"""What makes the first files of each reader: functions from a number of documents to an export."""


def main() -> None:
    """Run the fuzzer until its time is over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader", choices=SEEDS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--found", type=Path, default=Path("tests/readers/found"))
    arguments = parser.parse_args()
    reader = next(one for one in known_readers(Columns(tables.COLUMNS)) if one.name == arguments.reader)
    seen: set[str] = set()
    tried = 0

    def keep(content: bytes, place: str, words: str) -> None:
        if place in seen:
            return
        seen.add(place)
        folder = arguments.found / arguments.reader
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(content).hexdigest()[:12]).write_bytes(content)
        print(f"found: {place}\n{words}", flush=True)

    def look(content: bytes) -> None:
        nonlocal tried
        tried += 1
        started = time.process_time()
        try:
            for outcome in reader.read(io.BytesIO(content)):
                if isinstance(outcome, Document):
                    assert is_canonical(outcome.text)  # noqa: S101 - what is looked for
                    assert outcome.provenance.text_sha256 == text_sha256(outcome.text)  # noqa: S101
        except Exception as error:  # noqa: BLE001 - anything at all is a find
            frame = traceback.extract_tb(error.__traceback__)[-1]
            keep(
                content, f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}", traceback.format_exc()
            )
        if time.process_time() - started > SLOW_SECONDS:
            keep(content, f"slow: {len(content)} bytes", f"{time.process_time() - started:.1f} s")

    with tempfile.TemporaryDirectory() as folder:
        for number, make in enumerate(SEEDS[arguments.reader]):
            Path(folder, f"seed-{number}").write_bytes(make(2).content)
        started = time.monotonic(), time.process_time()
        limit = [f"-max_total_time={arguments.seconds}", "-max_len=30000", "-rss_limit_mb=3000", "-print_final_stats=0"]
        atheris.Setup([sys.argv[0], *limit, "-timeout=120", "-verbosity=0", folder], look)
        try:
            atheris.Fuzz()
        finally:
            wall, cpu = time.monotonic() - started[0], time.process_time() - started[1]
            print(
                f"{arguments.reader}: {tried:,} files in {wall:.0f} s, {cpu:.0f} s of them CPU time; {len(seen)} found"
            )


if __name__ == "__main__":
    main()
