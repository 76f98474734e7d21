"""What stands in a document, as whoever reads it says: found, and given to whoever issued it. Everything is invented."""

from __future__ import annotations

import pytest

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.speakers import resolve_speakers

Case = tuple[str, str, str | None, str | None]
"""A text, the content of its last quotation, its mention, its speaker's name."""

READ: list[Case] = [
    ("« Les pistes rouvriront », est-il écrit dans le rapport.", "Les pistes rouvriront", "le rapport", "le rapport"),
    ("« Les pistes rouvriront », est-il indiqué dans le communiqué de la préfecture.",
     "Les pistes rouvriront", "le communiqué de la préfecture", "préfecture"),
    ("Les pistes rouvriront, est-il précisé de source militaire.",
     "Les pistes rouvriront", "source militaire", "source militaire"),
    ("L'état-major a diffusé lundi un communiqué. « Le camp est repris », y est-il écrit.",
     "Le camp est repris", None, "l'état-major"),
    ("L'état-major a diffusé lundi un communiqué. « Le camp est repris », y lit-on.",
     "Le camp est repris", None, "l'état-major"),
    ("La préfecture a publié un avis. On peut y lire que « deux ponts ont cédé ».",
     "deux ponts ont cédé", None, "la préfecture"),
    ("La préfecture a publié un avis. On y apprend que deux ponts ont cédé.",
     "deux ponts ont cédé", None, "la préfecture"),
    ("Dans la note du ministère des Ponts, on peut lire que deux ponts ont cédé.",
     "deux ponts ont cédé", "la note du ministère des Ponts", "le ministère des Ponts"),
    ("À la lecture du rapport, on apprend que deux ponts ont cédé.", "deux ponts ont cédé", "rapport", "rapport"),
    ("On lit dans le rapport : « Deux ponts ont cédé. »", "Deux ponts ont cédé.", "le rapport", "le rapport"),
    ("L'accord de Tirel est dénoncé. L'article 3 était clair. « Le Front s'en va », y lit-on.",
     "Le Front s'en va", None, "l'accord"),
]  # fmt: skip

UNREAD = [
    "On apprend que deux ponts ont cédé.",  # from nobody
    "On lit beaucoup dans les cafés de Sarrune.",
    "Le maire est-il accusé de fraude ?",
]


@pytest.mark.parametrize(("text", "content", "mention", "name"), READ)
def test_what_is_read_is_said(text: str, content: str, mention: str | None, name: str | None) -> None:
    """The content, the document where the sentence names it, and who issued it."""
    quotes = extract_quotes(text, "fr")
    speaker = resolve_speakers(text, "fr", quotes)[-1]
    start, end = quotes[-1].segments[0]
    assert text[start:end] == content
    assert (text[slice(*quotes[-1].speaker)] if quotes[-1].speaker else None) == mention
    assert speaker.name == name


@pytest.mark.parametrize("text", UNREAD)
def test_what_nothing_says(text: str) -> None:
    """Where no document is read nothing is said."""
    assert extract_quotes(text, "fr") == []
