"""What stands in a document, as whoever reads it says: `on peut y lire que A`, `dans la note, on lit « A »`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.complements import skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import clause_end
from sahelcorpus.annotate.quotes.french.mentions import phrase_end
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_READ = frozenset(("lire", "apprendre", "découvrir"))
_FORMS = frozenset("lit lire lisait apprend apprenait apprendre découvre découvrait découvrir".split())  # noqa: SIM905
_BETWEEN = frozenset("peut pouvait pourra pouvons y n' ne".split())  # noqa: SIM905
_IN = frozenset(("dans", "sur"))
_FRONT = 30
"""Most tokens in front of `on` among which the document stands."""


_WHERE = frozenset(("dans", "sur", "par", "chez", "du", "au", "aux", "à"))
_WRITTEN = frozenset(
    "écrire indiquer préciser souligner mentionner ajouter rappeler noter annoncer expliquer affirmer stipuler".split()  # noqa: SIM905
) | frozenset(
    "rapporter signaler spécifier détailler relever dire déclarer estimer conclure dénoncer confirmer lire".split()  # noqa: SIM905
)
"""Verbs of an announcing clause whose subject is nobody: `est-il indiqué`."""


def written_in(sentence: Sentence, group: VerbGroup) -> tuple[FoundCue, Place | None, int] | None:
    """Return cue, mention and end of a passive clause after what it says: `« A », est-il écrit dans X`.

    Args:
        sentence: The sentence.
        group: The passive verb.

    Returns:
        None if somebody is its subject; no mention in `« A », y est-il précisé`.
    """
    tokens, lemma, end = sentence.tokens, group.form.lemma, group.end
    if group.pronoun is None or tokens.words[group.pronoun] not in ("-il", "-t-il") or lemma not in _WRITTEN:
        return None
    cue = sentence.cue(group.at, lemma)
    if tokens.word(end) == "de" and tokens.word(end + 1) in ("source", "sources", "même"):
        start = end + 1
    elif tokens.word(end) in _WHERE and end + 1 < len(tokens.words):
        start = end + (tokens.words[end] not in ("du", "au", "aux"))
    else:
        return cue, None, end
    stop = phrase_end(sentence, start)
    return cue, sentence.place(start, stop), stop


def read_in_writing(sentence: Sentence) -> None:
    """Propose every content that somebody can read in a document."""
    if "on" not in sentence.known or _FORMS.isdisjoint(sentence.known):
        return
    for index in sentence.verbs:
        if (
            sentence.tokens.words[index] in _FORMS
            and sentence.lexicon.verbs[sentence.tokens.words[index]].lemma in _READ
        ):
            _read(sentence, index)


def _read(sentence: Sentence, index: int) -> None:
    tokens, words = sentence.tokens, sentence.tokens.words
    on = index - 1
    while on >= 0 and (words[on] in _BETWEEN or words[on] in sentence.lexicon.words("adverbs")):
        on -= 1
    if on < 0 or words[on] != "on":
        return
    start = skip_adverbs(sentence, index + 1)
    document: Place | None = None
    if words[start : start + 1] and words[start] in _IN:
        document, start = _document(sentence, start + 1)
        if document is None:
            return
        start = skip_adverbs(sentence, start)
    elif "y" not in words[on:index]:
        document = _document_before(sentence, on)
        if document is None:
            return
    cue = sentence.cue(index, sentence.lexicon.verbs[words[index]].lemma)
    word = tokens.word(start)
    if word in sentence.lexicon.words("that"):
        places = (
            [sentence.place(start + 1, max(start + 2, clause_end(sentence, start + 1)))]
            if start + 1 < len(words)
            else []
        )
        if places:
            sentence.propose("that-clause", 0.95, places, cue=cue, speaker=document, least=6)
    elif word == QUOTATION or (word in (":", ",") and tokens.word(start + 1) == QUOTATION):
        at = start + (word != QUOTATION)
        sentence.propose("colon after verb", 0.97, [sentence.place(at, at + 1)], cue=cue, speaker=document)


def _document_before(sentence: Sentence, on: int) -> Place | None:
    """Return the document before `on`: `Dans la note, on lit`, `À la lecture du rapport, on apprend`."""
    words = sentence.tokens.words
    low = on - 1
    while low > max(0, on - _FRONT) and words[low - 1] not in (";", ":", "–", "—", QUOTATION):
        low -= 1
    if words[on - 1] != "," or low >= on - 1:
        return None
    for index in range(low, on - 1):
        if words[index] in _IN or words[index - 1 : index + 1] in (["lecture", "de"], ["lecture", "du"]):
            document, _ = _document(sentence, index + 1)
            return document
    return None


def _document(sentence: Sentence, start: int) -> tuple[Place | None, int]:
    """Return the document's mention that starts at a token, and where it ends; None if nothing that speaks does."""
    if start >= len(sentence.tokens.words):
        return None, start
    stop = phrase_end(sentence, start)
    if stop <= start or speaking(sentence, start, stop) is not Speaking.SOURCE:
        return None, start
    return sentence.place(start, stop), stop
