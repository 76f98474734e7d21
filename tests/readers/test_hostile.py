"""Files made to break a reader: each is a rejection with its reason or a bounded success, and the rest is still read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_exports import europresse, factiva, nexis, tables
from invented_exports.world import articles
from making import tree

from sahelcorpus.readers import rich_text, segments
from sahelcorpus.readers.charsets import decoded
from sahelcorpus.readers.columns import Columns
from sahelcorpus.readers.document import Document, Outcome, Rejection, RejectionReason
from sahelcorpus.readers.formats import known_readers
from sahelcorpus.text.canonical import is_canonical, text_sha256

READERS = {reader.name: reader for reader in known_readers(Columns(tables.COLUMNS))}
WHOLE = {
    "europresse": lambda: europresse.third_generation(8).content,
    "factiva_html": lambda: factiva.html_export(8).content,
    "factiva_rtf": lambda: factiva.rtf_export(8).content,
    "factiva_xml": lambda: factiva.xml_export(8).content,
    "nexis_html": lambda: nexis.html_export(8).content,
    "nexis_docx": lambda: nexis.docx_export(8).content,
    "parquet": lambda: tables.parquet(8).content,
    "json_lines": lambda: tables.json_lines(8).content,
    "delimited": lambda: tables.delimited(8).content,
    "plain_text": articles(1)[0].text.encode,
}
EUROPRESSE_HEAD = b'<html><head><meta charset="utf-8"></head><body>'


def outcomes(name: str, content: bytes) -> list[Outcome]:
    """Return what a reader makes of a file, every outcome held to the promise of readers."""
    found = list(READERS[name].read(io.BytesIO(content)))
    for outcome in found:
        if isinstance(outcome, Document):
            assert is_canonical(outcome.text)
            assert outcome.text.strip()
            assert outcome.provenance.text_sha256 == text_sha256(outcome.text)
            assert "\0" not in outcome.text
        else:
            assert isinstance(outcome, Rejection)
            assert len(outcome.excerpt) <= 120
    return found


def reasons(found: list[Outcome]) -> list[str]:
    """Return the reason of each rejection, `document` for each document."""
    return [outcome.reason.value if isinstance(outcome, Rejection) else "document" for outcome in found]


def between(name: str, hostile: bytes) -> bytes:
    """Return a hostile document between two good ones."""
    export = {
        "europresse": europresse.third_generation,
        "factiva_html": factiva.html_export,
        "nexis_html": nexis.html_export,
    }
    content = export[name](2).content
    mark = {
        "europresse": b"<article>",
        "factiva_html": b'<div class="article frArticle">',
        "nexis_html": b'<a name="DOC_ID_0_1">',
    }
    place = (
        content.index(mark[name], content.index(mark[name]) + 1) if name == "europresse" else content.index(mark[name])
    )
    return content[:place] + hostile + content[place:]


DEEP = {
    "europresse": b'<article><p class="rdp__articletitle">Deep</p><div class="DocText">' + b"<i>" * 100_000 + b"deep" + b"</i>" * 100_000 + b"</div></article>",
    "factiva_html": b'<div class="article frArticle"><table><tr><td><b>TD</b></td><td>' + b"<b>" * 100_000 + b"deep</td></tr></table></div>",
    "nexis_html": b'<a name="DOC_ID_0_9"></a><p>x</p>' + b"<div>" * 100_000 + b"deep",
}  # fmt: skip


@pytest.mark.parametrize("name", DEEP)
def test_html_nested_100_000_deep(name: str) -> None:
    """That document is rejected as too deep; its neighbours are read."""
    assert reasons(outcomes(name, between(name, DEEP[name]))) == ["document", "too_deep", "document"]


def test_rtf_nested_10_000_deep() -> None:
    """Groups cost nothing but their number: the text is read."""
    content = factiva.rtf_export(2).content
    place = content.index(b"{\\plain") + 1
    deep = content[:place] + b"{" * 10_000 + b"}" * 10_000 + content[place:]
    assert reasons(outcomes("factiva_rtf", deep)) == ["document", "document"]


def test_rtf_of_nothing_but_groups() -> None:
    """Where a program would run out of memory, the reader stops."""
    content = b"{\\rtf1 {\\b HD}\\tab Titre\\par " + b"{" * (rich_text.MAX_DEPTH + 10)
    assert reasons(outcomes("factiva_rtf", content)) == ["too_deep"]


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">'
    + b"".join(
        b'<!ENTITY l%d "&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;">' % ((n,) + (n - 1,) * 10)
        for n in range(1, 10)
    )
    + b"]>"
)
EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [BILLION_LAUGHS, EXTERNAL], ids=["bomb", "external"])
def test_entities_are_not_read(declaration: bytes) -> None:
    """A file that declares entities is rejected whole, in XML and in the XML of a DOCX; nothing expands, nothing is fetched."""
    body = b"<article><headline>&l9;&x;</headline><leadParagraph>&l9;&x;</leadParagraph></article>"
    assert reasons(outcomes("factiva_xml", declaration + body)) == ["entities"]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("word/document.xml", declaration + b"<a>&l9;&x;</a>")
    assert reasons(outcomes("nexis_docx", whole.getvalue())) == ["entities"]


def test_entities_beyond_what_is_looked_at_stay_unexpanded() -> None:
    """A document type behind a long comment is no way round: its entities are unknown in the documents."""
    content = b"<!--" + b" " * 100_000 + b"-->" + BILLION_LAUGHS.partition(b"?>")[2]
    content += b"<article><headline>t</headline><leadParagraph>&l9;</leadParagraph></article>"
    assert reasons(outcomes("factiva_xml", content)) == ["broken"]
    whole = io.BytesIO()
    head = b"<!--" + b" " * 100_000 + b"-->"
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("word/document.xml", head + BILLION_LAUGHS.partition(b"?>")[2] + b"<a>&l9;</a>")
    assert reasons(outcomes("nexis_docx", whole.getvalue())) in (["not_an_article"], ["broken"])


def test_a_docx_bomb() -> None:
    """A member that expands a thousandfold is not opened."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 100_000_000)
    found = outcomes("nexis_docx", whole.getvalue())
    assert reasons(found) == ["expands_too_far"]
    assert isinstance(found[0], Rejection)
    assert found[0].place == "word/document.xml"


def test_a_docx_that_claims_less_than_it_holds() -> None:
    """The size in its directory is a lie: no more than the claimed bytes are taken."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    content = whole.getvalue().replace((30_000_007).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert reasons(outcomes("nexis_docx", content)) == ["broken"]


def test_names_that_lead_out_of_a_docx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a zip file is ever written anywhere."""
    monkeypatch.chdir(tmp_path)
    whole = io.BytesIO(nexis.docx_export(3).content)
    with zipfile.ZipFile(whole, "a") as packed:
        packed.writestr("../../outside.txt", "x")
        packed.writestr("/tmp/outside.txt", "x")  # noqa: S108 - a name in an archive, never a file
    assert reasons(outcomes("nexis_docx", whole.getvalue())) == ["document"] * 3
    assert tree(tmp_path) == {}


def test_an_encrypted_docx() -> None:
    """It says that it is encrypted."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    content = bytearray(whole.getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    assert reasons(outcomes("nexis_docx", bytes(content))) == ["encrypted"]


def test_a_docx_that_is_no_export() -> None:
    """A letter in a word processor holds no article."""
    assert reasons(
        outcomes("nexis_docx", nexis.packed("<w:body><w:p><w:r><w:t>Cher ami</w:t></w:r></w:p></w:body>"))
    ) == ["not_an_article"]


def test_lone_surrogates_in_json() -> None:
    """Half of a character is no text; the next line is read."""
    good = json.dumps({"text": "Un texte."})
    content = '{"text": "moitié \\ud800 seule"}\n' + good + '\n{"text": "x", "title": "\\udfff"}\n' + good
    found = outcomes("json_lines", content.encode())
    assert reasons(found) == ["not_text", "document", "bad_field", "document"]


def test_json_that_is_none() -> None:
    """Each line for itself: broken, deep, not an object, NaN, NUL, not UTF-8."""
    lines = [b'{"text": "a', b"[1]", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", b'{"text": NaN}', b'{"text": "a\\u0000b"}', b'{"text": "\xff"}', b'{"text": 3}', b"{}"]  # fmt: skip
    found = outcomes("json_lines", b"\n".join([*lines, b'{"text": "bon"}']))
    expected = [
        "broken",
        "broken",
        "too_deep",
        "broken",
        "not_text",
        "not_text",
        "no_text",
        "missing_field",
        "document",
    ]
    assert reasons(found) == expected


def test_a_csv_with_a_mark_that_never_closes() -> None:
    """What it swallows is one rejection that names the lines; rows of a wrong length are rejected each."""
    rows = "Contenu intégral,Titre\nUn texte,a\nun,deux,trois\nAutre texte,b\n"
    assert reasons(outcomes("delimited", rows.encode())) == ["document", "broken", "document"]
    content = rows + '"jamais,fermé\n' + "mot " * 2_000_000 + "\nDernier texte,c\n"
    found = outcomes("delimited", content.encode())
    assert reasons(found)[:4] == ["document", "broken", "document", "broken"]
    assert isinstance(found[3], Rejection)
    assert "lines 5 to" in found[3].detail


def test_a_charset_that_is_declared_falsely() -> None:
    """Valid UTF-8 is UTF-8; a few stray bytes among it are Windows-1252; what else is not UTF-8 is what is declared."""
    assert decoded("déjà «\u00a0vu\u00a0»".encode(), "iso-8859-1")[0] == "déjà «\u00a0vu\u00a0»"
    assert decoded("déjà l’été".encode("cp1252"), "utf-8")[0] == "déjà l’été"
    assert decoded("déjà l’été".encode("cp1252"), "iso-8859-1") == ("déjà l’été", ())
    assert decoded("привет".encode("cp1251"), "windows-1251")[0] == "привет"
    mixed = "déjà vu à l'été, né à Kaldé, ".encode() * 3 + b"c\x9cur"
    text, said = decoded(mixed, "utf-8")
    assert text.endswith("né à Kaldé, cœur")
    assert [disagreement.field for disagreement in said] == ["charset"]
    assert decoded(b"\x81\x8d", "utf-7") == ("\x81\x8d", decoded(b"\x81\x8d", "utf-7")[1])


def test_a_document_longer_than_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is rejected by its size, and the next is read."""
    monkeypatch.setattr(segments, "MAX_SEGMENT_BYTES", 2_000_000)
    hostile = (
        b'<article><p class="rdp__articletitle">Long</p><div class="DocText">'
        + b"mot " * 6_000_000
        + b"</div></article>"
    )
    assert reasons(outcomes("europresse", between("europresse", hostile))) == ["document", "too_large", "document"]


LONG = {
    "europresse": lambda: _around("europresse", b'<article><div class="DocText">', b""),
    "factiva_html": lambda: _around("factiva_html", b'<div class="article frArticle"><table><tr><td>TD</td><td>', b""),
    "nexis_html": lambda: _around("nexis_html", b'<a name="DOC_ID_0_7"></a><p>', b""),
    "factiva_rtf": lambda: (
        factiva.rtf_export(1).content[:-1] + b"{\\b HD}\\tab x\\par {\\b TD}\\par ",
        b"\\par {\\b AN}\\tab Document ABCDEF0020111229e7ct0000h\\par}",
    ),
    "json_lines": lambda: (b'{"text": "', b'"}\n{"text": "bon"}'),
    "delimited": lambda: ("Contenu intégral,Titre\n".encode(), b",x\nUn texte,a\n"),
}
"""What stands before and behind a line of 200 MB."""


def _around(name: str, before: bytes, behind: bytes) -> tuple[bytes, bytes]:
    whole = between(name, before + b"|" + behind)
    start, _, end = whole.partition(before + b"|")
    return start + before, end


READ_ALONE = """
import resource, sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from invented_exports import tables
from sahelcorpus.readers.columns import Columns
from sahelcorpus.readers.formats import known_readers
reader = next(one for one in known_readers(Columns(tables.COLUMNS)) if one.name == {name!r})
for outcome in reader.read(Path({path!r})):
    print(getattr(outcome, "reason", "document"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time())
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_a_single_line_of_200_mb(name: str, tmp_path: Path) -> None:
    """It costs neither more memory than a long article nor the rest of the file."""
    before, behind = LONG[name]()
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.write(before)
        for _ in range(200):
            file.write(b"mot " * 250_000)
        file.write(behind)
    program = READ_ALONE.format(tests=str(Path(__file__).parents[1]), name=name, path=str(path))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    *found, measured = done.stdout.split("\n")[:-1]
    kilobytes, seconds = map(float, measured.split())
    assert found.count("too_large") == 1
    assert "document" in found
    assert seconds < 60
    assert kilobytes < 300_000


@st.composite
def _mutilated(draw: st.DrawFn, content: bytes) -> bytes:
    """A whole file with pieces cut out, doubled, overwritten, or put elsewhere."""
    mutilated = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(len(mutilated) - 1, 0)))
        length = draw(st.sampled_from([1, 2, 7, 40, 600]))
        how = draw(st.sampled_from(["cut", "double", "overwrite", "insert", "end"]))
        piece = bytes(mutilated[start : start + length])
        if how == "cut":
            del mutilated[start : start + length]
        elif how == "double":
            mutilated[start:start] = piece * draw(st.sampled_from([1, 30]))
        elif how == "overwrite":
            mutilated[start : start + length] = draw(st.binary(min_size=1, max_size=8))
        elif how == "insert":
            mutilated[start:start] = draw(st.sampled_from([b"\0", b"<", b"&#xD800;", b"\\u-9999?", b'"', b"\xff\xfe", b"<article", b"\xed\xa0\x80", b"{", b"\r"]))  # fmt: skip
        else:
            del mutilated[start:]
    return bytes(mutilated)


@pytest.mark.parametrize("name", WHOLE)
def test_no_mutilation_breaks_a_reader(name: str) -> None:
    """Whatever was cut, doubled or overwritten, each outcome is a document with a canonical text or a rejection."""
    content = WHOLE[name]()

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(_mutilated(content))
    def look(mutilated: bytes) -> None:
        outcomes(name, mutilated)

    look()


@pytest.mark.parametrize("name", WHOLE)
def test_no_bytes_break_a_reader(name: str) -> None:
    """Not even those that are no file of its format."""

    @settings(max_examples=80, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=2_000) | st.text(max_size=2_000).map(lambda text: text.encode("utf-8", "surrogatepass")))
    def look(content: bytes) -> None:
        outcomes(name, content)

    look()


FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))


@pytest.mark.parametrize("path", FOUND, ids=[f"{path.parent.name}/{path.name}" for path in FOUND])
def test_what_fuzzing_found(path: Path) -> None:
    """Files that once broke a reader, kept under its name; none does any more."""
    outcomes(path.parent.name, path.read_bytes())


def test_every_reason_has_its_words() -> None:
    """The ledger can print each."""
    from sahelcorpus.readers.document import REASONS_IN_WORDS

    assert set(REASONS_IN_WORDS) == set(RejectionReason)
