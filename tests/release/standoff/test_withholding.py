"""What a stand-off dataset carries of an article: no text, no long stretch of it, and everything else."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import TEXT, annotations, metadata

from sahelcorpus.records import Article
from sahelcorpus.records.quotes import Quote
from sahelcorpus.records.shape import Labels, ListOf, Scalar, Shape, Struct, walk
from sahelcorpus.records.stances import Stance
from sahelcorpus.release.standoff.withholding import FREE_WORDS, kept_places, restored, withheld
from sahelcorpus.release.verification import spans_in

OWN = TEXT.format(number="un")


def article(redistribution: str = "standoff", note: str | None = None) -> dict[str, Any]:
    """Return an invented article with two quotations and two stances, as records are dumped."""
    plain = metadata("pont-un", OWN) | {"text": OWN} | annotations("pont-un", OWN)
    plain["rights"]["redistribution"] = redistribution
    plain["stances"][0]["annotations"][0]["rationale"] = note
    return Article.from_plain(plain).model_dump()


def strings(value: Any) -> list[str]:
    """Return every string below a value."""
    if isinstance(value, dict):
        return [found for item in value.values() for found in strings(item)]
    if isinstance(value, list):
        return [found for item in value for found in strings(item)]
    return [value] if isinstance(value, str) else []


def longest_shared(words: str, text: str) -> int:
    """Return the length of the longest stretch of a text that stands in some words."""
    longest = 0
    for at in range(len(words)):
        while longest < len(words) - at and words[at : at + longest + 1] in text:
            longest += 1
    return longest


def test_an_article_that_may_be_passed_on_stays_as_it_is() -> None:
    """Nothing is withheld that need not be."""
    whole = article("full")
    assert withheld(whole, 100) is whole


def test_no_text_and_no_long_stretch_is_left() -> None:
    """Text gone, long spans and quotations empty, short ones there; notes refer to what they took from the text."""
    note = f"The words « {OWN[200:290]} » say so, ⟦ and so does the rest."
    found = withheld(article(note=note), 40)
    assert found["text"] == ""
    first, second = found["quotes"]
    assert (first["text"], first["cue"]["text"]) == ("Nous tiendrons parole", "déclaré")
    assert (second["text"], second["cue"]["text"]) == ("le chantier a trop duré", "Selon")
    assert second["speaker"]["text"] == ""  # with its two neighbours it would be a whole sentence
    assert all(longest_shared(words, OWN) <= 40 for key in ("quotes", "stances") for words in strings(found[key]))
    limited = withheld(article(), 20)
    assert limited["quotes"][0]["text"] == limited["quotes"][0]["segments"][0]["text"] == ""
    assert limited["quotes"][0]["segments"][0]["start"] == OWN.index("Nous")


def test_it_comes_back_to_the_letter() -> None:
    """With the text in hand, notes with references and literal marks included."""
    note = f"⟦1:2⟧ The words « {OWN[200:290]} » and « {OWN[10:100]} » say so ⟦."
    for limit in (0, 20, 40, 100):
        whole = article(note=note)
        assert restored(withheld(whole, limit), OWN) == whole


def test_of_a_record_alone_no_annotation_is_left() -> None:
    """`redistribution: metadata` means the bibliographic record."""
    found = withheld(article("metadata"), 100)
    assert (found["text"], found["quotes"], found["stances"]) == ("", [], [])
    assert found["title"] == "Le pont de Sarrune rouvre"


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=20),
    st.integers(0, 80),
    st.integers(0, 400),
)
def test_kept_places_never_join_into_a_long_stretch(places: list[tuple[int, int]], limit: int, length: int) -> None:
    """Whatever the spans: no readable stretch over the limit, and no more than a fifth of the text."""
    kept = sorted(kept_places([(start, start + size) for start, size in places], limit, length))
    stretches: list[list[int]] = []
    for start, end in kept:
        if stretches and start <= stretches[-1][1] + 3:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([start, end])
    assert all(end - start <= limit for start, end in stretches)
    assert sum(end - start for start, end in stretches) <= 0.2 * length
    assert all(one[1] + 3 < two[0] for one, two in pairwise(stretches))


def test_the_shortest_places_are_kept_first() -> None:
    """Announcing words and speakers before whole quotations; of two neighbours that would be too long, one."""
    assert kept_places([(0, 30), (31, 40), (100, 130)], 35, 1_000) == {(31, 40), (100, 130)}
    assert kept_places([(0, 30), (50, 55)], 35, 100) == {(50, 55)}


@pytest.mark.parametrize("record", [Quote, Stance])
def test_every_string_of_an_annotation_is_looked_after(record: type) -> None:
    """A field of free words that nobody thought of here would let text out: ids and labels aside, each is known."""

    def free(shape: Shape, path: str) -> list[str]:
        while isinstance(shape, ListOf):
            shape = shape.item
        if isinstance(shape, Struct):
            return [
                found
                for member in shape.fields
                for found in free(member.shape, f"{path}.{member.name}" if path else member.name)
            ]
        assert isinstance(shape, (Labels, Scalar))
        is_words = isinstance(shape, Scalar) and shape.kind == "string"
        return [path] if is_words else []

    closed = {"annotator_id", "guideline", "by"}
    left = {path for path in free(walk(record), "") if path.split(".")[-1] not in FREE_WORDS | closed}
    assert {path for path in left if not path.endswith("_id") and path.split(".")[-1] != "text"} == set()


def test_spans_keep_their_offsets() -> None:
    """Withheld or not, every span of the article is there with start and end."""
    whole = article()
    places = [(span["start"], span["end"]) for _, span in spans_in(whole)]
    assert [(span["start"], span["end"]) for _, span in spans_in(withheld(whole, 0))] == places
