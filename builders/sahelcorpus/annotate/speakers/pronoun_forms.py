"""What a pronoun shows of whom it means: its class, gender and number."""

from __future__ import annotations

from sahelcorpus.annotate.speakers.words import Words

_LATTER = {
    "ce dernier": "m", "cette dernière": "f", "ces derniers": "m", "ces dernières": "f", "the latter": "",
    "celui-ci": "m", "celle-ci": "f", "ceux-ci": "m", "celles-ci": "f",
}  # fmt: skip
_OWNING = {"his": ("he", "m", False), "its": ("it", "it", False), "their": ("they", "", True)}
"""What stands alone as a mention in `in his view`."""

_PRONOUNS = (
    ("he", "m", False),
    ("she", "f", False),
    ("they", "", True),
    ("they_women", "f", True),
    ("it", "it", False),
    ("open", "", False),
    ("self", "", False),
    ("nobody", "", False),
    ("others", "", True),
)


def pronoun_form(mention: str, known: Words) -> tuple[str, str, bool] | None:
    """Return the class, gender and number of a mention that is a pronoun, or None.

    Args:
        mention: Its words, with plain apostrophes.
        known: What is known of the language.
    """
    if mention.isupper() and len(mention) > 2:
        return None
    bare = mention.lower().strip(" -").removeprefix("t-")
    gender = _LATTER.get(bare)
    if gender is not None:
        return "latter", gender, bare.startswith(("ces", "ceux", "celles"))
    if bare in _OWNING:
        return _OWNING[bare]
    for name, own, plural in _PRONOUNS:
        if bare in known.of(name):
            return name, own, plural
    return None
