"""Fuzz a reader with coverage feedback, and keep what breaks it.

Usage: pip install atheris
       python benchmarks/fuzz.py READER [--seconds 600] [--found tests/readers/found]

Begins with small whole exports of the reader's format. Whatever raises something else than a CorpusError, gives a text
that is not canonical, or takes longer than ten seconds is written to the folder, one file a place in the code; the
tests read the files of `tests/readers/found` back. Prints every twenty seconds how long it has run and how many
files it tried.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import time
import traceback
import zipfile
from functools import partial
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["sahelcorpus.readers", "sahelcorpus.text"]):
    from sahelcorpus.readers.columns import Columns
    from sahelcorpus.readers.document import Document
    from sahelcorpus.readers.formats import known_readers

from invented_exports import europresse, factiva, nexis, tables, web_archives
from invented_exports.pages import pages

from sahelcorpus.text.canonical import is_canonical, text_sha256


def one_page(house: int, _: int) -> europresse.Export:
    """Return the page of one house, as an export."""
    page = pages(7)[house]
    return europresse.Export(page.content, [page.truth])


SLOW_SECONDS = 10
REPORT_SECONDS = 20
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
    "web_page": [partial(one_page, house) for house in range(7)],
    "web_zip": [web_archives.zipped],
    "warc": [web_archives.warc, partial(web_archives.warc, packed=False)],
    "feed": [web_archives.rss, web_archives.rdf, web_archives.atom],
}
"""What makes the first files of each reader: functions from a number of documents to an export."""


def body_of(content: bytes) -> bytes:
    """Return the XML of a DOCX file: bytes changed in the packed file would nearly all be no zip file any more."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("word/document.xml")


def packed_again(content: bytes) -> bytes:
    """Return a DOCX file with this XML."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("word/document.xml", content)
    return whole.getvalue()


INSIDE = {"nexis_docx": (body_of, packed_again)}
"""Readers of packed files, which are fuzzed by what is inside: how to unpack a seed, and how to pack what is tried."""


def main() -> None:
    """Run the fuzzer until its time is over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader", choices=SEEDS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--found", type=Path, default=Path("tests/readers/found"))
    arguments = parser.parse_args()
    reader = next(one for one in known_readers(Columns(tables.COLUMNS)) if one.name == arguments.reader)
    unpack, pack = INSIDE.get(arguments.reader, (bytes, bytes))
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
        content = pack(content)
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
        report()
        if time.process_time() - started > SLOW_SECONDS:
            keep(content, f"slow: {len(content)} bytes", f"{time.process_time() - started:.1f} s")

    began = time.monotonic(), time.process_time()
    told = began[0]

    def report() -> None:
        nonlocal told
        if time.monotonic() - told > REPORT_SECONDS:
            told = time.monotonic()
            spent = f"{told - began[0]:.0f} s, {time.process_time() - began[1]:.0f} s of them CPU time"
            print(f"{arguments.reader}: {tried:,} files in {spent}; {len(seen)} found", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        for number, make in enumerate(SEEDS[arguments.reader]):
            Path(folder, f"seed-{number}").write_bytes(unpack(make(2).content))
        limits = [f"-max_total_time={arguments.seconds}", "-max_len=30000", "-rss_limit_mb=3000", "-timeout=120"]
        atheris.Setup([sys.argv[0], *limits, "-verbosity=0", folder], look)
        atheris.Fuzz()  # ends the process


if __name__ == "__main__":
    main()
