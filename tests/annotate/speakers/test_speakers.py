"""Whole texts in, speakers out: what is said of each besides the name, and what holds whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_quotes import names, speakers, unmarked

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes
from sahelcorpus.annotate.speakers import How, resolve_speakers
from sahelcorpus.records.vocabulary import QuoteType, SpeakerKind

PIECES = [
    "« ", " »", "“", "”", "‘", "<<", ">>", "— ", "\n", "\n\n", ". ", ", ", " : ", "(", ")", "…", "’", "\u00a0", "🔥", "|",
    "Awa Tindari", "Mme Tindari", "Salif Kobo", "le général ", "Ag ", "J.-N. ", "MPL", " (MPL)", "le Mouvement des plaines",
    "il", "elle", "-t-elle", "ce dernier", "le ministre", "des analystes", "un communiqué de ", "son avocat", "l'un d'eux",
    " a dit ", " a déclaré que ", "selon ", "Paris", "Le Fouet", "le quotidien", "the minister", "she", " said ", "Sa réponse",
    "قال", "M. de ", "Henri de ", "34 ans", "l'accusé",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
LANGUAGES = st.sampled_from(["fr", "en", "ar", "de", "x", ""])


def consistent(text: str, language: str, quotes: list[FoundQuote]) -> None:
    found = resolve_speakers(text, language, quotes)
    assert found == resolve_speakers(text, language, quotes)
    assert len(found) == len(quotes)
    for quote, speaker in zip(quotes, found, strict=True):
        assert (speaker.kind is SpeakerKind.UNEXPRESSED) == (quote.speaker is None)
        assert speaker.name is None or speaker.name.strip()
        assert (speaker.place is None) == (speaker.name is None)
        assert speaker.place is None or 0 <= speaker.place[0] < speaker.place[1] <= len(text)
        assert 0 < speaker.confidence < 1
        assert not speaker.is_person or speaker.is_named


@settings(max_examples=300, deadline=None)
@given(TEXTS, LANGUAGES)
def test_never_raises_on_what_is_extracted(text: str, language: str) -> None:
    """One speaker for each quotation, a kind that fits the mention, a place inside the text; the same answer twice."""
    consistent(text, language, extract_quotes(text, language))


@settings(max_examples=300, deadline=None)
@given(TEXTS, LANGUAGES, st.data())
def test_never_raises_on_any_places(text: str, language: str, data: st.DataObject) -> None:
    """Nor where the places are anybody's: mentions within quotations, in no order, one for two."""
    if not text:
        return
    place = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)).map(
        lambda at: (at[0], min(len(text), sum(at)))
    )
    quote = st.builds(
        FoundQuote,
        st.sampled_from(QuoteType),
        place.map(lambda one: (one,)),
        st.none(),
        st.one_of(st.none(), place),
        st.just(0.9),
        st.sampled_from(["incise", "standing", "source before", "colon"]),
    )
    consistent(text, language, data.draw(st.lists(quote, max_size=6)))


def paragraphs(number: int) -> str:
    return "".join(
        f"Awa Tindari{index} a reçu le colonel Salif Kobo{index}. « Oui », a dit la ministre. « Non », a-t-il répondu.\n"
        for index in range(number)
    )


LONG = {
    "paragraphs": lambda number: "« Oui », a dit [Awa Tindari]. Il est venu. « Non », a-t-elle ajouté.\n" * number,
    "one paragraph": lambda number: "« Oui », a dit le ministre. Le maire est venu. " * number,
    "ever new people": paragraphs,
    "no break": lambda number: "Awa Tindari, " * number + "« oui », a-t-il dit. " * (number // 4),
    "open brackets": lambda number: "Mouvement (" * number + "« oui », a dit le MPL. " * (number // 4),
    "nothing but capitals": lambda number: "A" * 10 * number + " « oui », a dit Aa.",
    "accords": lambda number: (
        "« Oui », dit Ali Kobo. Que dit l'accord ? Le texte prévoit que le pont tiendra.\n" * number
    ),
    "interviews": lambda number: "Que pensez-vous du pont ?\n« Il tiendra », répond-il.\n" * number,
    "towns": lambda number: "".join(f"À K{index}a, Kalo affirme que le pont tiendra. " for index in range(number)),
    "lines of dialogue": lambda number: "— Oui, dit le maire.\n— Non.\n" * number,
}


@pytest.mark.parametrize("shape", LONG)
def test_time_grows_with_the_text_and_no_faster(shape: str) -> None:
    """A text eight times as long takes no more than twenty times as long."""

    def seconds(number: int) -> float:
        text = LONG[shape](number)
        quotes = extract_quotes(text, "fr")
        assert quotes
        taken = []
        for _ in range(3):
            start = time.process_time()
            resolve_speakers(text, "fr", quotes)
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(2_000) < 20 * max(seconds(250), 0.001)


@pytest.mark.parametrize(
    ("marked", "kind", "how"),
    [
        ("« {Oui} », a dit [Salif Kobo].", SpeakerKind.NAMED, How.NAME),
        ("Le Mouvement des plaines (MPL) signe. « {Oui} », a dit [le MPL].", SpeakerKind.NAMED, How.ACRONYM),
        ("Salif Kobo est là. « {Oui} », a-t-[il] dit.", SpeakerKind.PRONOUN, How.PRONOUN),
        ("Salif Kobo, ministre, est là. « {Oui} », a dit [le ministre].", SpeakerKind.NOMINAL, How.TITLE),
        ("Salif Kobo est là. « {Oui} », a dit [cet homme].", SpeakerKind.NOMINAL, How.DESCRIPTION),
        ("« {Oui} », dit [un communiqué de la Ligue].", SpeakerKind.DOCUMENT, How.ISSUER),
        ("« {Oui} », dit [un habitant].", SpeakerKind.ANONYMOUS, How.ITSELF),
        ("« {Oui} », disent [les habitants].", SpeakerKind.COLLECTIVE, How.ITSELF),
        ("Le gouvernement français se tait. « {Oui} », dit [Paris].", SpeakerKind.NAMED, How.METONYM),
    ],
)
def test_the_kind_is_the_mention_s_and_how_says_what_led_there(marked: str, kind: SpeakerKind, how: How) -> None:
    """A pronoun stays a pronoun, whomever it means."""
    (speaker,) = speakers(marked)
    assert (speaker.kind, speaker.how) == (kind, how)


@pytest.mark.parametrize(
    ("marked", "how"),
    [
        ("« {Oui} », a dit [Awa Tindari]. « {Non.} »", How.FLOATING),
        ("« {Oui} », a dit [Awa Tindari].\n« {Non.} »", How.CONTINUED),
        ("« {Oui} », a dit [Awa Tindari]. Salif Kobo sourit : « {Non.} »", How.COLON),
        ("« {Oui} », a dit [Awa Tindari].\nSalif Kobo\n« {Non.} »", How.TURN),
    ],
)
def test_who_is_not_mentioned_is_less_certain(marked: str, how: How) -> None:
    """A quotation without a mention says how its speaker was found, with less confidence than a name."""
    first, second = speakers(marked)
    assert (second.kind, second.how) == (SpeakerKind.UNEXPRESSED, how)
    assert second.confidence < first.confidence


def test_the_place_is_the_mention_that_gives_the_name() -> None:
    """Not the pronoun, but where the full name stands first; blanks and line breaks within it are one blank."""
    text, quotes = unmarked("Hier, Awa\u00a0Tindari est venue. « {Oui} », a-t-[elle] dit.")
    (speaker,) = resolve_speakers(text, "fr", quotes)
    assert speaker.name == "Awa Tindari"
    assert speaker.place is not None
    assert text[slice(*speaker.place)] == "Awa\u00a0Tindari"


def test_who_is_named_and_who_is_a_person() -> None:
    """Two things that an actor's record depends on."""
    person, body, described = speakers(
        "« {Oui} », dit [Awa Tindari]. « {Non} », dit [le MPL]. « {Si} », dit [un maçon]."
    )
    assert (person.is_named, person.is_person) == (True, True)
    assert (body.is_named, body.is_person) == (True, False)
    assert (described.is_named, described.is_person) == (False, False)


@pytest.mark.parametrize(
    ("marked", "private"),
    [
        ("« {Oui} », dit [Awa Tindari, marchande de mil].", True),
        ("« {Oui} », dit [Awa Tindari, 34 ans, déplacée de Sarrune].", True),
        ("Awa Tindari, une riveraine, est venue. « {Oui} », a-t-[elle] dit.", True),
        ("L'éleveur Salif Kobo est venu. « {Oui} », dit [Kobo].", True),
        ("« {Oui} », dit [Awa Tindari, ministre des Routes].", False),
        ("« {Oui} », dit [Awa Tindari, 34 ans].", False),
    ],
)
def test_private_people_are_told(marked: str, private: bool) -> None:
    """Who is introduced by an everyday occupation, or as a witness or a victim, is a private person."""
    (speaker,) = speakers(marked)
    assert speaker.is_private is private


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("de", "„{Ja}“, sagte [Salif Kobo]. „{Nein}“, sagte [Kobo].", ["Salif Kobo", "Salif Kobo"]),
        ("de", "„{Ja}“, sagte [Salif Kobo]. „{Nein}“, sagte [er].", ["Salif Kobo", "Salif Kobo"]),
        ("es", "«{Sí}», dijo [Salif Kobo, ministro]. «{No}», dijo [Awa Tindari].", ["Salif Kobo", "Awa Tindari"]),
        ("ar", "«{نعم}» قال [سالف كوبو]، «{لا}» قال [كوبو].", ["سالف كوبو", "سالف كوبو"]),
        ("es", "«{Sí}», dijo [el ministro, Salif Kobo].", ["Salif Kobo"]),
        ("es", "«{Sí}», dijo [Salif Kobo, Awa Tindari].", ["Salif Kobo"]),
        ("ar", "«{نعم}» قال [وزير الطرق، سالف كوبو]، «{لا}» قال [الوزير].", ["سالف كوبو", "سالف كوبو"]),
        ("ar", "«{نعم}» قال [وزير الطرق، سالف كوبو]، «{لا}» قال [المبعوث].", ["سالف كوبو", "المبعوث"]),
        ("x", "«{a}»", [None]),
    ],
)
def test_other_languages_by_names_alone(language: str, marked: str, expected: list[str | None]) -> None:
    """A shorter mention is led to a fuller one; what is too short for a name is the last speaker's."""
    assert names(marked, language) == expected


def test_no_quotation_no_speaker() -> None:
    """Nothing is looked for then."""
    assert resolve_speakers("Awa Tindari est venue.", "fr", []) == []
