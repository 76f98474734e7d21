"""Pages of the web: what a page says of itself becomes fields, and its text stays as published."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from invented_exports.other_pages import other_pages
from invented_exports.pages import HOUSES, no_articles, pages
from invented_exports.scoring import FIELDS, scored
from invented_exports.web_archives import folder

from sahelcorpus.readers.detection import detected, detected_by_head
from sahelcorpus.readers.document import Document, Fit, Rejection
from sahelcorpus.readers.formats import known_readers
from sahelcorpus.readers.web_body import article_body
from sahelcorpus.readers.web_page import WEB_PAGE, Received, article_of

PARAGRAPHS = [
    "Le bac d’Ilghazi n'a pas quitté la berge de toute la semaine, et les marchands attendent leurs sacs.",
    "La maire de Kaldé a promis une pirogue à moteur avant la fin du mois, sans dire qui la paiera.",
    "Les éleveurs, eux, font le tour par le gué de Badoussa : deux jours de marche de plus pour les bêtes.",
]


def page(body: str, head: str = "", html_tag: str = "<html>") -> str:
    """Return a page with a headline around what is given."""
    title = "Le bac à l’arrêt"
    return f"<!doctype html>{html_tag}<head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def read(markup: str | bytes, **more: object) -> Document:
    """Return the document that a page becomes."""
    content = markup.encode() if isinstance(markup, str) else markup
    outcome = article_of(Received(content, "web_page-1", "page.html", **more))  # type: ignore[arg-type]
    assert isinstance(outcome, Document), outcome
    return outcome


def body(*between: str) -> str:
    """Return three paragraphs with something before the second."""
    first, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return first + "".join(between) + "".join(others)


def test_pages_of_seven_houses() -> None:
    """Every field of every page is what its house printed; so are the fields that only pages have."""
    made = pages(140, seed=151)
    assert {one.house for one in made} == set(HOUSES)
    scores = scored(
        (article_of(Received(one.content, "web_page-1", "x.html")) for one in made), [one.truth for one in made]
    )
    assert scores.wrong == []
    assert {field: scores.exactness(field) for field in FIELDS} == dict.fromkeys(FIELDS, 1.0)
    for one in made:
        document = read(one.content)
        found = {
            "modified": str(document.modified.day) if document.modified else None,
            "keywords": "|".join(document.keywords) or None,
            "paywall": document.paywall,
        }
        assert found == {name: one.truth.extra.get(name) for name in found}, one.house


def test_pages_of_three_other_houses() -> None:
    """Templates of another make: classes without meaning, a free blog, a standfirst and a signature in capitals."""
    made = other_pages(45)
    scores = scored(
        (article_of(Received(one.content, "web_page-1", "x.html")) for one in made), [one.truth for one in made]
    )
    assert scores.wrong == []


@pytest.mark.parametrize("number", range(len(no_articles())))
def test_a_page_without_an_article(number: int) -> None:
    """An error's page, a front page, a film: each is rejected with its own reason."""
    made = no_articles()[number]
    outcome = article_of(Received(made.content, "web_page-1", "x.html"))
    assert isinstance(outcome, Rejection)
    assert outcome.reason.value == made.truth.rejected


def test_marks_and_spaces_stay_as_published() -> None:
    """No-break spaces inside « », both apostrophes, all kinds of quotation marks; written or as entities."""
    said = '« Rien\u00a0: ni l\'un\u202f; ni l’autre », “dit”-elle ‘ici’ et "là"…'
    markup = said.replace("« ", "&laquo;&nbsp;", 1).replace(" »", "&#8239;&raquo;")
    text = read(page(body(f"<p>{markup}</p>"))).text
    assert said.replace("« ", "«\u00a0").replace(" »", "\u202f»") in text.split("\n\n")


def test_what_is_not_the_article_stays_out() -> None:
    """Captions, teasers, share buttons, cookie notices, rights lines, scripts, what is hidden, and tags with handlers."""
    between = (
        "<figure><img><figcaption>Le bac, vu de la berge, en saison des pluies.</figcaption></figure>",
        "<p>À lire aussi : le gué de Badoussa rouvert</p>",
        "<div class='share'>Partager sur Facebook</div>",
        "<div class='cookie-notice'><p>Nous utilisons des cookies pour mesurer l’audience de ce site.</p></div>",
        "<script>document.write('<p>écrit par un programme</p>')</script><noscript>Activez JavaScript</noscript>",
        "<p style='display: none'>Un paragraphe que personne ne voit sur cette page.</p>",
        "<p onclick='alert(1)' onmouseover='steal()'>Un paragraphe qui reste.</p>",
        "<p>© Le Piroguier. Tous droits réservés.</p>",
    )
    text = read(page(body(*between))).text
    assert text.split("\n\n") == [PARAGRAPHS[0], "Un paragraphe qui reste.", *PARAGRAPHS[1:]]


@pytest.mark.parametrize(
    "sentence",
    [
        "À voir les files devant le puits, la pénurie dure.",
        "Facebook ferme la page du préfet",
        "Il réclame tous droits sur la mine",
        "Related to the mayor by marriage, he waits.",
        "Par ailleurs, le bac attend",
        "Avec le temps, la berge recule",
    ],
)
def test_sentences_that_begin_like_furniture_stay(sentence: str) -> None:
    """A teaser has a colon or a link, a button is a button's label, a byline has a name or an agency."""
    assert sentence in read(page(body(f"<p>{sentence}</p>"))).text.split("\n\n")
    assert sentence in read(page(body() + f"<p>{sentence}</p>" + f"<p>{PARAGRAPHS[0]}</p>")).text
    linked = "<p><a href='/x'>À lire aussi le gué de Badoussa rouvert</a></p>"
    assert "gué de Badoussa rouvert" not in read(page(body(linked))).text


def test_classes_of_a_layout_are_no_signs() -> None:
    """A paragraph in a box that clips what overflows it is seen; so is a text without paragraphs in a box named oddly."""
    clipped = "<div class='relative overflow-hidden'><p>Un paragraphe dans une boîte.</p></div>"
    assert "Un paragraphe dans une boîte." in read(page(body(clipped))).text
    broken = "<div class='texte comments-open'>" + "<br><br>".join(PARAGRAPHS) + "</div>"
    assert read(page(broken)).text == "\n\n".join(PARAGRAPHS)


def test_short_paragraphs_between_long_ones_stay() -> None:
    """What trafilatura passes over for its shortness is an article's as much as the rest."""
    assert read(page(body("<p>Silence.</p>", "<h2>À gué</h2>", "<blockquote>Attendre.</blockquote>"))).text.split("\n\n") == [
        PARAGRAPHS[0], "Silence.", "À gué", "Attendre.", *PARAGRAPHS[1:],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "byline", "agencies"),
    [
        ("<p class='byline'>Par <a rel='author'>Awa Tindari</a> avec AFP</p>", "Par Awa Tindari avec AFP", {"AFP"}),
        ("<span class='author'>Awa Tindari (AFP)</span>", "Awa Tindari (AFP)", {"AFP"}),
        ("<div class='signature'>Reuters</div>", "Reuters", {"Reuters"}),
        ("<p>Par Awa Tindari avec ATAMI</p>", "Par Awa Tindari avec ATAMI", {"ATAMI"}),
        ("<div class='byline'>By Lena Osta | Published 3 May 2021</div>", "By Lena Osta", set()),
        ("<div class='meta'><time>3 mai 2021</time></div>", None, set()),
    ],
)
def test_the_byline_as_printed(printed: str, byline: str | None, agencies: set[str]) -> None:
    """Author and agency, wherever they stand; never the date, and never in the text."""
    document = read(page(printed + body()))
    assert document.byline == byline
    assert {signal.agency for signal in document.syndication} == agencies
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_a_credit_at_the_end_of_the_text() -> None:
    """« (AFP) » and « Source : » stay in the text, where they were published, and are signals."""
    document = read(page(body() + "<p>Source\u00a0: Ourma Presse</p>"))
    assert document.text.endswith("\n\nSource\u00a0: Ourma Presse")
    assert [(signal.kind.value, signal.agency) for signal in document.syndication] == [("source_line", "Ourma Presse")]


def test_json_ld_of_another_article_is_not_the_page_s() -> None:
    """Of several articles described, the one at the page's own address counts; JSON that is none is passed over."""
    scripts = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Autre", "url": "https://a.example/autre", "datePublished": "2001-01-01"}</script>'
        '<script type="application/ld+json">{not json</script>'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le bac &agrave; l’arr&ecirc;t", "url": "https://a.example/bac", "datePublished": "2021-05-03", "author": "admin"}</script>'
        '<link rel="canonical" href="https://a.example/bac/">'
    )
    document = read(page(body(), scripts))
    assert document.published is not None
    assert str(document.published.day) == "2021-05-03"
    assert document.title == "Le bac à l’arrêt"
    assert document.url == "https://a.example/bac/"


def test_two_dates_and_two_languages_are_kept() -> None:
    """What the head says and what the page prints may differ: one is taken, both are told."""
    head = '<meta property="article:published_time" content="2021-05-03"><meta property="og:locale" content="en_GB">'
    document = read(page("<div class='date'>Publié le 5 mai 2021</div>" + body(), head, "<html lang='fr'>"))
    assert {(other.field, other.said, other.other_said) for other in document.disagreements} == {
        ("published", "2021-05-03", "Publié le 5 mai 2021"),
        ("language", "fr", "en-GB"),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
def test_a_declared_charset_may_be_false(encoding: str, declared: str) -> None:
    """The bytes decide: the text is the same whatever the page says of itself."""
    head = f'<meta charset="{declared}">' if declared else ""
    assert read(page(body(), head).encode(encoding)).text == "\n\n".join(PARAGRAPHS)


def test_a_page_saved_by_a_browser_or_an_archive_knows_its_address() -> None:
    """From the comment that the browser leaves; a web archive's address is told from the page's own."""
    saved = "<!-- saved from url=(0022)https://a.example/bac -->"
    assert read(saved + page(body())).url == "https://a.example/bac"
    copy = "https://web.archive.org/web/20210503101010/https://a.example/bac"
    document = read(page(body()), address=copy)
    assert (document.url, document.archive_url) == ("https://a.example/bac", copy)
    document = read(page(body(), '<link rel="canonical" href="https://a.example/">'), address="https://a.example/bac")
    assert document.url == "https://a.example/bac"


def test_a_wall_for_subscribers() -> None:
    """Its words are no text of the article, and are kept as the mark of the wall."""
    wall = "<div class='paywall'><p>La suite de cet article est réservée aux abonnés.</p></div>"
    document = read(page(body() + wall))
    assert document.paywall == "La suite de cet article est réservée aux abonnés."
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_who_read_a_page_is_kept() -> None:
    """The reader with its version, what chose the part of the page with its version, and the digests."""
    import hashlib

    import trafilatura

    content = page(body()).encode()
    provenance = read(content).provenance
    assert provenance.reader == "web_page-1"
    assert provenance.note == f"Body by trafilatura {trafilatura.__version__}"
    assert provenance.received_sha256 == hashlib.sha256(content).hexdigest()


def test_reading_leaves_the_tree_as_it_is() -> None:
    """The body is looked for in a copy: what is pruned there is still there for the byline and the dates."""
    from lxml import etree

    from sahelcorpus.readers.markup import parsed

    root = parsed(page(body("<aside>À part</aside>")))
    before = etree.tostring(root)
    article_body(root, ())
    assert etree.tostring(root) == before


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    """Pages in folders below it, too; not what a browser saved beside a page; another format's files by their reader."""
    truths = folder(tmp_path)
    reader = detected(tmp_path, known_readers())
    assert reader is not None
    assert reader.name == "folder"
    found = list(reader.read(tmp_path))
    assert scored(found, truths).wrong == []
    assert found[0].place == "001 article.html"
    (tmp_path / "z.jsonl").write_text('{"text": "Le bac est à quai.", "title": "Le bac"}\n')
    (tmp_path / "z.bin").write_bytes(b"\x00\x01")
    by_place = {outcome.place: outcome for outcome in reader.read(tmp_path)}
    assert isinstance(by_place["z.jsonl: line 1"], Document)
    outcome = by_place["z.bin"]
    assert isinstance(outcome, Rejection)
    assert outcome.reason.value == "unknown_format"


def test_a_page_is_known_among_exports() -> None:
    """HTML that no archive's marks are in is a page; a feed, a table, a text are none."""
    content = page(body()).encode()
    for called in ("a.html", "a.txt", "a"):
        reader = detected_by_head(content, called, known_readers())
        assert reader is not None
        assert reader.name == "web_page"
    for other in (b"<?xml version='1.0'?><rss version='2.0'>", b"Le bac est a quai.", b'{"text": "<html>"}'):
        assert WEB_PAGE.recognises(other, "a.html") is not Fit.LIKELY
        reader = detected_by_head(other, "a", known_readers())
        assert reader is None or reader.name != "web_page"


def test_documents_are_records() -> None:
    """What a page gives can be copied and compared, as every reader's documents can."""
    document = read(page(body()))
    assert dataclasses.replace(document) == document
