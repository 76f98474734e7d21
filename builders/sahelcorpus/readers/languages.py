"""Languages as archives declare them, in words of theirs, to BCP 47 tags."""

from __future__ import annotations

import re
import unicodedata

_NAMES = {
    "ar": "arabe arabic arabisch العربية عربي عربية ara arb",
    "de": "allemand german deutsch ger deu",
    "en": "anglais english englisch eng الإنجليزية",
    "es": "espagnol spanish espanol spanisch spa",
    "fr": "francais french franzosisch fre fra الفرنسية",
    "ha": "haoussa hausa hau",
    "it": "italien italian italienisch ita",
    "nl": "neerlandais dutch niederlandisch nld dut",
    "pt": "portugais portuguese portugiesisch por",
    "ru": "russe russian russisch rus",
    "tr": "turc turkish turkisch tur",
    "zh": "chinois chinese chinesisch zho chi",
}
_BY_NAME = {name: tag for tag, names in _NAMES.items() for name in names.split()}
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?")
_COUNTRY_LETTERS = 2
_WORD = re.compile(r"[^\W\d_]+")


def language_tag(declared: str | None) -> str | None:
    """Return the BCP 47 tag of a declared language: `fr`, `fr-FR`, `Français`, `FRENCH; FRANÇAIS`; None if unknown."""
    words = (declared or "").strip()
    tag = _TAG.fullmatch(words)
    if tag and tag[1].lower() not in _BY_NAME:
        country = tag[2].upper() if tag[2] and len(tag[2]) == _COUNTRY_LETTERS else tag[2]
        return tag[1].lower() + (f"-{country}" if country else "")
    for word in _WORD.findall(words.lower()):
        plain = unicodedata.normalize("NFC", word)
        found = _BY_NAME.get(plain) or _BY_NAME.get(
            unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
        )
        if found:
            return found
    return None
