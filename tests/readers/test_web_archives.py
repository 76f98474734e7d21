"""WARC files, zip files and feeds: what is broken is rejected with its reason, and the rest is still read."""

from __future__ import annotations

import gzip
import io
import stat
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_exports import web_archives
from invented_exports.pages import pages
from invented_exports.web_archives import record
from making import tree

from sahelcorpus.readers import warc, web_zip
from sahelcorpus.readers.document import Document, Outcome, Rejection
from sahelcorpus.readers.feed import FEED
from sahelcorpus.readers.http_payload import unpacked
from sahelcorpus.readers.warc import WARC
from sahelcorpus.readers.web_page import MAX_PAGE_BYTES
from sahelcorpus.readers.web_zip import WEB_ZIP

PAGES = [page.content for page in pages(3, seed=91)]


def told(found: list[Outcome]) -> list[str]:
    """Return the reason of each rejection, `document` for each document."""
    return [outcome.reason.value if isinstance(outcome, Rejection) else "document" for outcome in found]


def plain(*records: bytes) -> bytes:
    """Return records as a plain WARC."""
    return b"".join(records)


def packed(*records: bytes) -> bytes:
    """Return records as a WARC of gzip members."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


FORMS = pytest.mark.parametrize("form", [plain, packed])
FIRST, SECOND, THIRD = (record(f"https://a.example/{number}", page) for number, page in enumerate(PAGES))


def crawled(content: bytes) -> list[Outcome]:
    """Return what becomes of a WARC, which is the same for a stream and for a file that is read by its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc"
        path.write_bytes(content)
        by_name = list(WARC.read(path))
    found = list(WARC.read(io.BytesIO(content)))
    assert told(found) == told(by_name)
    assert [outcome.place for outcome in found] == [outcome.place for outcome in by_name]
    return found


@FORMS
@pytest.mark.parametrize("length", [5, 60, 200, 10_000, 10_000_000])
def test_a_record_with_a_false_length(form: Callable[..., bytes], length: int) -> None:
    """Too short, a little or far too long: that record is broken, and both its neighbours are read."""
    false = record("https://a.example/false", PAGES[1], length=str(length))
    request = record("https://a.example/r", b"", kind="request")
    found = crawled(form(FIRST, request, false, request, THIRD))
    assert told(found) == ["document", "broken", "document"]


@FORMS
def test_a_length_that_is_no_number_and_a_record_without_http(form: Callable[..., bytes]) -> None:
    """The same."""
    odd = SECOND.replace(b"Content-Length: ", b"Content-Length: x")
    assert told(crawled(form(FIRST, odd, THIRD))) == ["document", "broken", "document"]
    bare = SECOND.replace(b"HTTP/1.1 200 OK", b"no header at all")
    assert told(crawled(form(FIRST, bare, THIRD))) == ["document", "broken", "document"]


@FORMS
@pytest.mark.parametrize("cut", [20, 300, 900])
def test_a_file_that_ends_in_the_middle(form: Callable[..., bytes], cut: int) -> None:
    """What came before the cut is read; the record that was cut is told as such."""
    found = crawled(form(FIRST, SECOND) + form(THIRD)[:-cut])
    assert told(found) == ["document", "document", "truncated_file"]


def test_a_damaged_member_and_garbage_between_records() -> None:
    """One fault, one rejection; the record behind it is read."""
    damaged = bytearray(packed(SECOND))
    damaged[len(damaged) // 2] ^= 0xFF
    assert told(crawled(packed(FIRST) + bytes(damaged) + packed(THIRD)))[::2] == ["document", "document"]
    assert told(crawled(packed(FIRST) + b"garbage" + packed(THIRD))) == ["document", "broken", "document"]
    assert told(crawled(plain(FIRST) + b"garbage\r\n" * 40 + plain(THIRD))) == ["document", "broken", "document"]
    assert told(crawled(b"nothing here")) == ["broken"]
    assert crawled(b"") == []


def test_many_faults_are_not_told_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of nothing but false records ends with a rejection that says so."""
    monkeypatch.setattr(warc, "MOST_FAULTS", 5)
    found = crawled(b"".join(b"WARC/1.1\r\nA: b\r\n\r\n" + b"x" * 50 for _ in range(20)))
    assert len(found) < 10
    assert isinstance(found[-1], Rejection)
    assert "the rest was not read" in found[-1].detail


@FORMS
@pytest.mark.parametrize("digests", [{}, {"payload_digest": "sha1:"}], ids=["no digests", "digests"])
def test_pages_that_stood_there_before(form: Callable[..., bytes], digests: dict[str, str]) -> None:
    """A revisit and the same bytes from the same address are told; another version of a page is a document."""

    def fetched(address: str, number: int) -> bytes:
        """Return the record of one of the pages."""
        return record(address, PAGES[number], **{name: f"{start}{number}" for name, start in digests.items()})

    here, there = "https://a.example/0", "https://a.example/1"
    revisit = record(here, b"", kind="revisit")
    order = [(here, 0), (there, 0), (here, 0), (here, 1), (there, 0), (here, 0), (here, 1), (here, 2), (here, 2)]
    found = crawled(form(*(fetched(*one) for one in order), revisit))
    expected = ["document" if one not in order[:number] else "twice_in_file" for number, one in enumerate(order)]
    assert told(found) == [*expected, "twice_in_file"]


def test_a_first_page_that_cannot_be_read_again(tmp_path: Path) -> None:
    """A file that is overwritten while it is read: what comes back is told, though the first page is gone."""
    path = tmp_path / "crawl.warc"
    before = record("https://a.example/long", PAGES[1] + b"<p>" + b"mil " * 10_000)
    path.write_bytes(plain(before, FIRST, SECOND, FIRST))
    found = []
    for outcome in WARC.read(path):
        found.append(outcome)
        with path.open("r+b") as file:
            file.seek(len(before))
            file.write(b"x" * 200)
    assert told(found) == ["document"] * 4


def test_a_plain_file_with_the_name_of_a_packed_one(tmp_path: Path) -> None:
    """What is in a file counts, not how its name ends."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(plain(FIRST, SECOND))
    assert told(list(WARC.read(path))) == ["document", "document"]


@pytest.mark.skipif(sys.platform != "linux", reason="not every other system takes a name that is no text")
def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    """Fastwarc takes no such name, but the file that it belongs to."""
    path = tmp_path / "crawl\udce9.warc"
    path.write_bytes(plain(FIRST, SECOND))
    assert told(list(WARC.read(path))) == ["document", "document"]


def test_what_a_server_says() -> None:
    """Errors are rejected, redirections and pictures are no documents; a declared charset decodes what has none."""
    error = record("https://a.example/e", PAGES[0], status="404 Not Found")
    moved = record("https://a.example/m", PAGES[0], status="301 Moved")
    picture = record("https://a.example/p", b"\x89PNG", content_type="image/png")
    assert told(crawled(plain(error, moved, picture, SECOND))) == ["error_page", "document"]
    arabic = (
        "<html><body><article><h1>بريد</h1>"
        + "<p>انتهت الجلسة قبيل منتصف الليل في بادوسا بعد أن طالب الشيخ بألف كيس.</p>" * 3
    )
    (found,) = crawled(record("https://a.example/ar", arabic.encode("windows-1256"), charset="windows-1256"))
    assert isinstance(found, Document)
    assert found.text.startswith("انتهت الجلسة")
    assert str(found.retrieved) == "2024-04-12"
    assert found.url == "https://a.example/ar"


def test_a_packed_payload_that_expands_beyond_measure() -> None:
    """A hundred kilobytes that become a hundred megabytes are never unpacked whole."""
    bomb = record(
        "https://a.example/b", gzip.compress(b"<html>" + b"a" * 100_000_000, mtime=0), content_encoding="gzip"
    )
    content = plain(bomb, SECOND)
    tracemalloc.start()
    found = crawled(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told(found) == ["expands_too_far", "document"]
    assert most < 10 * MAX_PAGE_BYTES


def test_codings_that_are_gone_or_unknown() -> None:
    """Many crawlers keep the header of a coding that they have undone; brotli is told by its name."""
    assert unpacked(b"<html>", None, "gzip", 100) == b"<html>"
    assert unpacked(b"<html>", "chunked", "br", 100) == b"<html>"
    assert unpacked(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "chunked", None, 100) == b"abcde"
    packed_twice = gzip.compress(gzip.compress(b"abc"))
    assert unpacked(packed_twice, None, "gzip, gzip", 100) == b"abc"
    found = crawled(record("https://a.example/br", b"\x1b\x00\x00", content_encoding="br"))
    assert [(one.reason.value, one.detail) for one in found if isinstance(one, Rejection)] == [
        ("unknown_format", "packed as br")
    ]


def test_pages_come_one_at_a_time(tmp_path: Path) -> None:
    """Memory does not grow with the file: thirty times the pages take no more."""
    peaks = []
    for times in (1, 30):
        path = tmp_path / f"{times}.warc"
        path.write_bytes(
            b"".join(
                record(f"https://a.example/{n}", PAGES[0] + b"<!-- %d -->" % n + b" " * 50_000)
                for n in range(10 * times)
            )
        )
        tracemalloc.start()
        count = sum(1 for _ in warc.pages(path))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count == 10 * times
    assert peaks[1] < 1.5 * peaks[0]


def zip_of(members: dict[str, bytes], **more: int) -> bytes:
    """Return a zip file; `more` gives a member's mode or flags."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = more.get("mode", 0) << 16
            archive.writestr(info, content)
    return file.getvalue()


def test_names_that_lead_out_of_a_zip_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`../`, a root, a drive: rejected by name; nothing is written anywhere, and the pages beside them are read."""
    monkeypatch.chdir(tmp_path)
    names = ["../../evil.html", "/etc/evil.html", "C:\\evil.html", "a\\..\\evil.html", "good.html"]
    found = list(WEB_ZIP.read(io.BytesIO(zip_of(dict.fromkeys(names, PAGES[0])))))
    assert told(found) == ["unsafe_name"] * 4 + ["document"]
    assert tree(tmp_path) == {}
    link = list(WEB_ZIP.read(io.BytesIO(zip_of({"link.html": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777))))
    assert told(link) == ["unsafe_name"]


def test_zip_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member that expands too far is rejected alone; a file that expands too far in all is not read to its end."""
    bomb = zip_of({"a.html": b"<html>" + b"a" * 50_000_000, "b.html": PAGES[0]})
    assert told(list(WEB_ZIP.read(io.BytesIO(bomb)))) == ["too_large", "document"]
    monkeypatch.setattr(web_zip, "FREE_BYTES", 10_000)
    many = zip_of({f"{number}.html": PAGES[0] + b" " * 200_000 for number in range(20)})
    found = told(list(WEB_ZIP.read(io.BytesIO(many))))
    assert found[-1] == "expands_too_far"
    assert 0 < len(found) < 20
    monkeypatch.setattr(web_zip, "MOST_MEMBERS", 3)
    assert told(list(WEB_ZIP.read(io.BytesIO(many)))) == ["expands_too_far"]


def test_members_that_cannot_be_read() -> None:
    """Encrypted, damaged, no page, no zip file: each its reason, and the page between them is read."""
    content = bytearray(zip_of({"a.html": PAGES[0], "b.html": PAGES[1], "c.html": b"no page", "d.png": b"x"}))
    encrypted = content.index(b"PK\x01\x02") + 8
    content[encrypted] |= 1
    assert told(list(WEB_ZIP.read(io.BytesIO(bytes(content))))) == ["encrypted", "document", "unknown_format"]
    content = bytearray(zip_of({"a.html": PAGES[0], "b.html": PAGES[1]}))
    content[200] ^= 0xFF
    assert told(list(WEB_ZIP.read(io.BytesIO(bytes(content)))))[1] == "document"
    assert told(list(WEB_ZIP.read(io.BytesIO(b"PK\x03\x04 and nothing")))) == ["broken"]


def feed(items: str, prologue: str = "") -> bytes:
    """Return an RSS feed with the given items."""
    return f"""<?xml version="1.0"?>{prologue}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ourma</title>{items}</channel></rss>""".encode()


def fed(content: bytes) -> list[Outcome]:
    """Return what becomes of a feed."""
    return list(FEED.read(io.BytesIO(content)))


def test_a_summary_is_no_article() -> None:
    """It is rejected with the address of the page; a long description of several paragraphs is the article."""
    short = "<item><title>Le bac</title><link>https://a.example/1</link><description>Le bac est à quai.</description></item>"
    paragraph = "&lt;p&gt;" + "Les marchands attendent leurs sacs de mil sur la berge. " * 12 + "&lt;/p&gt;"
    whole = (
        f"<item><title>Le bac</title><link>https://a.example/2</link><description>{paragraph * 2}</description></item>"
    )
    cut = f"<item><title>Le bac</title><link>https://a.example/3</link><description>{paragraph * 2} [...]</description></item>"
    found = fed(feed(short + whole + cut))
    assert told(found) == ["summary_only", "document", "summary_only"]
    assert isinstance(found[0], Rejection)
    assert found[0].detail == "https://a.example/1"


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<! ENTITY % p SYSTEM "http://a.example/x.dtd">%p;]>',
    ],
)
def test_entities_of_a_feed(prologue: str) -> None:
    """Declared entities, inner or outer, are not expanded: the feed is rejected."""
    assert told(fed(feed("<item><description>&a;&b;</description></item>", prologue))) == ["entities"]


def test_a_feed_that_is_cut_twice_told_or_none() -> None:
    """Entries before the cut are documents, the cut is told; the same entry twice is one document."""
    content = web_archives.rss(8).content
    found = told(fed(content[: len(content) // 2]))
    assert found.count("document") >= 2
    assert found[-1] == "truncated_file"
    item = (
        "<item><guid>1</guid><description>x</description><content:encoded>"
        + "Les marchands attendent. " * 20
        + "</content:encoded></item>"
    )
    assert told(fed(feed(item + item))) == ["document", "twice_in_file"]
    assert told(fed(b"<rss")) == ["broken"]
    nested = "<item><content:encoded><![CDATA[" + "<div>" * 5_000 + "a]]></content:encoded></item>"
    assert told(fed(feed(nested))) == ["too_deep"]
