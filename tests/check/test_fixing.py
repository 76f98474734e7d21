"""`--fix` moves spans to where their text is, says what it did, and guesses nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sahelcorpus.check.collection import check_collection
from sahelcorpus.check.fixing import fix_article
from sahelcorpus.check.spans import nearest_start
from sahelcorpus.store.collection import CollectionFolder

TODAY = date(2026, 11, 22)


def test_spans_follow_an_inserted_sentence(collection: Path) -> None:
    """A sentence put in front moves every span; afterwards the collection is clean, and fixing again does nothing."""
    path = collection / "articles/pont-1/text.txt"
    path.write_text("Une phrase de plus au début. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    folder = CollectionFolder(collection)
    assert {found.code for found in check_collection(folder, TODAY)} == {"SC302", "SC401"}
    mended, repairs = fix_article(folder.article("pont-1"))
    folder.save_article(mended)
    assert list(check_collection(folder, TODAY)) == []
    assert {repair.place for repair in repairs} >= {"quotes[0].segments[0]", "quotes[1].cue", "provenance.text_sha256"}
    assert fix_article(folder.article("pont-1")) == (mended, [])


def test_a_span_whose_text_is_gone_stays_for_a_person(collection: Path) -> None:
    """What cannot be found is not moved, and the digest is not renewed over it."""
    path = collection / "articles/pont-1/text.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("a trop duré", "a assez duré"), encoding="utf-8")
    folder = CollectionFolder(collection)
    mended, repairs = fix_article(folder.article("pont-1"))
    assert repairs == []
    folder.save_article(mended)
    assert {found.code for found in check_collection(folder, TODAY)} >= {"SC302", "SC401"}


def test_order_and_joined_text_are_mended(collection: Path) -> None:
    """Quotations are sorted, and a quotation's text is its segments again."""
    folder = CollectionFolder(collection)
    article = folder.article("pont-1")
    first, second = article.annotations.quotes
    shuffled = article.annotations.model_copy(update={"quotes": [second.model_copy(update={"text": "x"}), first]})
    broken = type(article)(article.folder, article.metadata, article.text, shuffled)
    mended, repairs = fix_article(broken)
    assert mended.annotations == article.annotations
    assert [repair.place for repair in repairs] == ["quotes[0].text", "quotes"]


def test_nearest_start() -> None:
    """The nearest occurrence wins; of two at the same distance the first; none is None."""
    assert nearest_start("ab ab ab", "ab", 4) == 3
    assert nearest_start("ab ab ab", "ab", 5) == 6
    assert nearest_start("ab", "ab", 900) == 0
    assert nearest_start("ab", "x", 0) is None


def test_a_span_between_two_equal_places_stays(collection: Path) -> None:
    """Where the text could be at either of two places as near, a person decides."""
    folder = CollectionFolder(collection)
    article = folder.article("pont-1")
    text = "oui non oui non " * 20
    quote = article.annotations.quotes[0]
    span = quote.segments[0].model_copy(update={"start": 4, "end": 7, "text": "oui"})
    changes = {"segments": [span], "text": "oui", "cue": None, "speaker": None}
    annotations = article.annotations.model_copy(update={"quotes": [quote.model_copy(update=changes)], "stances": []})
    _, repairs = fix_article(type(article)(article.folder, article.metadata, text, annotations))
    assert [repair for repair in repairs if "segments" in repair.place] == []
