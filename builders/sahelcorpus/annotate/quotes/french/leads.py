"""What leads to an infinitive that announces: `« A », a tenu à préciser X`, `finit par répondre X`, `a cru devoir`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.sentence import Sentence

_LEADING_WORDS = (
    "finit finissait finira fini commence commencé continue continué tient tenait tenu tenue manqué empressé empressée "
    "empresse hâté hâtée hâte tenté tente"
)
_LEADING = frozenset(_LEADING_WORDS.split())
_LED = frozenset(("par", "à", "de", "d'"))
_WILLING = frozenset(("voulu", "cru", "veut", "voulait", "souhaité", "dû", "pu", "su", "devoir", "bon", "utile"))
LEADING = _LEADING | _WILLING
"""What stands before an infinitive that announces: `« A », finit par répondre X`, `, a cru devoir préciser X`."""


def led_to(sentence: Sentence, index: int) -> int:
    """Return where an infinitive starts after what leads to it, `tenu à | dire`, `cru bon de | dire`, or the index.

    Args:
        sentence: The sentence.
        index: The token.
    """
    words = sentence.tokens.words
    if words[index] in _LEADING and sentence.tokens.word(index + 1) in _LED:
        return index + 2
    end = index
    while end < len(words) and words[end] in _WILLING:
        end += 1
    if end > index and end < len(words) and words[end] in _LED and words[end - 1] in ("bon", "utile"):
        end += 1
    return end if end < len(words) and words[end].endswith(("er", "ir", "re")) else index


def is_subject_ahead(word: str, *, leads: bool) -> bool:
    """Say whether a token before the verb is its subject: `a-t-on pu lire`; `a-t-elle tenu à dire`.

    Args:
        word: The token's form.
        leads: Whether something leads to the verb.
    """
    return word in ("-on", "-t-on") or (leads and word in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle"))
