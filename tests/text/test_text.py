"""Canonical text is the received text, and what is unusual in it is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelcorpus.records.vocabulary import TextFlag
from sahelcorpus.text.canonical import MAX_TEXT_BYTES, NotTextError, canonical_text, is_canonical
from sahelcorpus.text.damage import damaged_places
from sahelcorpus.text.flags import observed_flags
from sahelcorpus.text.marks import unpaired_marks
from sahelcorpus.text.scripts import mixed_script_words


def test_canonical_text_changes_nothing_but_form() -> None:
    """Line ends and composition are normalised; apostrophes, no-break spaces and foreign letters stay."""
    assert canonical_text("e\u0301te\u0301\r\nl’un\u00a0: « сe »\r".encode()) == "été\nl’un\u00a0: « сe »\n"
    assert canonical_text(b"\xef\xbb\xbfmark") == "mark"


@pytest.mark.parametrize(
    ("received", "code"),
    [
        (b"a\0b", "SC105"),
        (b"caf\xe9 noir", "SC104"),
        (b"a" * (MAX_TEXT_BYTES + 1), "SC103"),
        (b"\xed\xa0\x80", "SC104"),
    ],
    ids=["nul", "latin-1", "too large", "lone surrogate"],
)
def test_what_is_no_text_is_refused_with_its_place(received: bytes, code: str) -> None:
    """The error names the rule and the byte."""
    with pytest.raises(NotTextError) as caught:
        canonical_text(received)
    assert caught.value.code == code
    if code != "SC103":
        assert caught.value.place.startswith("byte ")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_canonical_text_is_canonical(text: str) -> None:
    """Whatever comes in, what comes out is canonical, and canonical text stays as it is."""
    once = canonical_text(text.encode())
    assert is_canonical(once)
    assert canonical_text(once.encode()) == once or once.startswith("\ufeff")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« fuite » сe retrait", [(10, "сe")]),
        ("Москва and Paris", []),
        ("un β-bloquant", []),
        ("Le pаys", [(3, "pаys")]),
        ("une ligne sans rien", []),
    ],
)
def test_mixed_script_words(text: str, found: list[tuple[int, str]]) -> None:
    """A word of two alphabets is found; words each in its own are not."""
    assert mixed_script_words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« un » et « deux »", []),
        ("« un « deux » trois »", []),
        ("« un “deux” trois »", []),
        ("« un, dit-il", [(0, "«")]),
        ("un », dit-il", [(3, "»")]),
        ("“one” and “two", [(10, "“")]),
        ("„eins“ und „zwei“", []),
        ("« un\n« deux\n« trois »", []),
        ('il dit "oui" et part', []),
        ('il dit "oui et part\nun autre', [(7, '"')]),
        ('une planche de 12" coupée', []),
        ("l'un et l’autre", []),
    ],
)
def test_unpaired_marks(text: str, found: list[tuple[int, str]]) -> None:
    """Marks pair up, nested ones and repeated opening ones too; what is left over is found."""
    assert unpaired_marks(text) == found


@pytest.mark.parametrize("text", ["dÃ©posÃ©", "l\ufffdtat", "lâ€™eau", "a\x07b"])
def test_damage_is_seen(text: str) -> None:
    """Traces of a wrong encoding are found."""
    assert damaged_places(text)


@pytest.mark.parametrize("text", ["L’État à São Tomé", "Ângela, Âge", "100 € le kilo", "Ã la carte"])
def test_ordinary_letters_are_no_damage(text: str) -> None:
    """Accented capitals and signs of ordinary writing are none."""
    assert not damaged_places(text)


def test_flags_of_an_ordinary_text() -> None:
    """A clean text of some length has no flag; a few words have one."""
    assert observed_flags("Une phrase ordinaire, assez longue. " * 20) == {}
    assert list(observed_flags("Abonnez-vous pour lire la suite.")) == [TextFlag.NEAR_EMPTY]
