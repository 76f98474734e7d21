"""Speech that an aside attributes: `comme le dit X, « A »`, `« A » : c'est par ces mots que X`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.extent import clause_end
from sahelcorpus.annotate.quotes.french.mentions import mention_after, phrase_end
from sahelcorpus.annotate.quotes.french.subjects import mention_before
from sahelcorpus.annotate.quotes.french.verb_groups import french_verb_group
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import ADVERBIAL, QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_AS = frozenset(("comme", "ainsi"))
_TAKES_UP = frozenset(("l'", "le", "me"))
_REACH = 12
_IN_WORDS = frozenset((ADVERBIAL, "ainsi", "par", "sur", "en", "ces", "mots", "termes", "cette", "phrase"))
"""What `c'est … que` may stand around: `c'est en ces termes que X a conclu`."""

_ONLY = frozenset(
    (ADVERBIAL, "du", "moins", "en", "tout", "cas", "substance", "précisément", "exactement", "là", "aussi")
)
"""What may stand in `c'est … ce que`: `c'est du moins ce qu'affirme X`."""

_VIEWS = frozenset(("avis", "opinion", "conviction", "sentiment", "constat", "analyse", "cri"))

_WISHES = frozenset(
    ("souhaiter", "demander", "exiger", "réclamer", "promettre", "espérer", "prévoir", "proposer", "craindre")
)


def read_asides(sentence: Sentence) -> None:
    """Propose every content that a comme-clause attributes."""
    if not _AS.isdisjoint(sentence.known):
        words = sentence.tokens.words
        for index, word in enumerate(words):
            if word == "comme":
                _as_said(sentence, index, index + 1)
            elif word == "ainsi" and words[index + 1 : index + 3] == ["que", "l'"]:
                _as_said(sentence, index, index + 2)
    if "c'" in sentence.known:
        for index in sentence.quotations:
            _in_these_words(sentence, index)
        for index, word in enumerate(sentence.tokens.words):
            if word == "c'":
                _is_what(sentence, index)


def _in_these_words(sentence: Sentence, quotation: int) -> None:
    words = sentence.tokens.words
    after = words[quotation + 1 : quotation + 9]
    if after[:1] not in ([":"], [","], ["–"], ["—"]) or after[1:3] not in (["c'", "est"], ["c'", "était"]):
        return
    that = next((number for number, word in enumerate(after) if word in ("que", "qu'")), None)
    if that is not None and after[that - 1] == "ce" and _ONLY.issuperset(after[3 : that - 1]):
        found = _cue_after(sentence, quotation + that + 2) or _cue_after(
            sentence, quotation + that + 2, subject_first=True, taken=True
        )
        if found is not None:
            cue, speaker, _ = found
            sentence.propose(
                "in these words", 0.95, [sentence.place(quotation, quotation + 1)], cue=cue, speaker=speaker
            )
        return
    if that is None or not _IN_WORDS.issuperset(after[3:that]):
        _is_whose(sentence, quotation)
        return
    phrase = mention_after(sentence, quotation + that + 2)
    if phrase is not None and phrase[0] == quotation + that + 2:
        places = [sentence.place(quotation, quotation + 1)]
        sentence.propose("in these words", 0.95, places, cue=None, speaker=sentence.place(*phrase))


def _is_what(sentence: Sentence, start: int) -> None:
    """Read `A, c'est du moins ce qu'affirme X`, without marks."""
    words = sentence.tokens.words
    that = next((at for at in range(start + 2, min(len(words), start + 7)) if words[at] in ("que", "qu'")), None)
    if that is None or words[that - 1] != "ce" or not _ONLY.issuperset(words[start + 2 : that - 1]):
        return
    found = _cue_after(sentence, that + 1)
    if found is None or start < _REACH // 3 or words[start - 1] != ",":
        return
    cue, speaker, _ = found
    sentence.propose("in these words", 0.85, [sentence.place(0, start - 1)], cue=cue, speaker=speaker, least=8)


def _is_whose(sentence: Sentence, quotation: int) -> None:
    """Read `« A », c'est du moins l'avis de X`."""
    tokens = sentence.tokens
    for index in range(quotation + 4, min(len(tokens.words) - 2, quotation + 9)):
        if tokens.words[index] in _VIEWS and tokens.words[index + 1] in ("de", "d'", "du", "des"):
            stop = phrase_end(sentence, index + 2)
            if speaking(sentence, index + 2, stop) is Speaking.SOURCE:
                cue = sentence.cue(index, tokens.words[index], CueKind.NOUN)
                places = [sentence.place(quotation, quotation + 1)]
                sentence.propose("in these words", 0.95, places, cue=cue, speaker=sentence.place(index + 2, stop))
            return


def _as_said(sentence: Sentence, start: int, after: int) -> None:
    tokens = sentence.tokens
    words, size, verbs = tokens.words, len(tokens.words), sentence.lexicon.verbs
    found = _cue_after(sentence, after, subject_first=_TAKES_UP.isdisjoint(words[after : after + 1]))
    if found is None:
        return
    cue, speaker, end = found
    comma = next((place for place in range(end, min(size, end + _REACH)) if words[place] in (",", ":")), None)
    if comma is not None and comma + 1 < size and words[comma + 1] == QUOTATION:
        sentence.propose("comme", 0.85, [sentence.place(comma + 1, comma + 2)], cue=cue, speaker=speaker)
        return
    if cue.lemma in _WISHES:
        return
    places: list[Place] = []
    if start > 1 and words[start - 1] == ",":
        # « nie que | A, comme l'affirment les orpailleurs »
        that = (at + 1 for at in range(start - 3, 0, -1) if words[at] in ("que", "qu'") and words[at - 1] in verbs)
        places.append(sentence.place(next(that, 0), start - 1))
    if comma is not None and words[comma] == "," and comma + 2 < size:
        stop = clause_end(sentence, comma + 1)
        if stop > comma + 1:
            places.append(sentence.place(comma + 1, stop))
    if places and (start > 1 or comma is not None):
        sentence.propose("comme", 0.7, places, cue=cue, speaker=speaker, least=8)


def _cue_after(
    sentence: Sentence, start: int, *, subject_first: bool = False, taken: bool = False
) -> tuple[FoundCue, Place, int] | None:
    """Return cue, speaker and end of `l'a rappelé X`, or of `X l'a rappelé`; of `X a rappelé`, where it is taken up."""
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    for index in range(start, min(len(tokens.words), start + _REACH)):
        word = tokens.words[index]
        if word in (",", ":", ";", QUOTATION):
            return None
        form = verbs.get(word)
        if form is None or "d" not in form.frames:
            continue
        group = french_verb_group(sentence, index, form)
        if group is None or group.mood != "f" or group.passive:
            continue
        if subject_first:
            phrase = mention_before(sentence, group.first, start)
            known = taken or not _TAKES_UP.isdisjoint(tokens.words[group.first : group.at])
            end = group.end
        else:
            phrase, known = mention_after(sentence, group.end), True
            end = phrase[1] if phrase else group.end
        if phrase is None or not known or speaking(sentence, *phrase) is not Speaking.SOURCE:
            return None
        return sentence.cue(index, form.lemma), sentence.place(*phrase), end
    return None
