"""Where a French preposition names a source: its cue, and how far the mention goes."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.appositions import apposition_at
from sahelcorpus.annotate.quotes.french.complements import is_infinitive
from sahelcorpus.annotate.quotes.french.extent import has_finite_verb
from sahelcorpus.annotate.quotes.french.mentions import phrase_end
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.records.vocabulary import CueKind

_NEAR = 10
_NICKNAME = 4
"""Most words of a quotation that is part of a name, its marks among them where blanks part them."""

Source = tuple[int, int, FoundCue, Place, float]
"""Where the attribution starts, where its mention ends, its cue, the mention, a score."""

_VIEWS = frozenset(("yeux", "avis", "dires", "aveu", "entendre", "propos", "termes"))
NEEDED = _VIEWS | {
    "selon",
    "après",
    "pour",
    "source",
    "sources",
    "bonne",
    "croire",
}
"""Words of which a sentence holds one if it names a source by a preposition."""

ANCHORS = (NEEDED - {"après", "source", "sources", "bonne"}) | {"d'", "de"}
"""Words at which an attribution is looked for."""


def source_at(sentence: Sentence, index: int, word: str) -> Source | None:
    """Return where the attribution starts, where its mention starts and ends, its cue, mention and score."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    after, first = index + 1, index
    score, lemma, end = 0.93, word, index + 1
    if word == "selon":
        head = index + 1 + (tokens.word(index + 1) in lexicon.words("definite"))
        if not lexicon.words("notsources").isdisjoint((tokens.word(index + 1), tokens.word(head))):
            return None
        if tokens.word(index + 1) in _POSSESSIVES and not _names_somebody(sentence, index + 1):
            return _in_own_words(sentence, index)
    elif word == "d'" and tokens.word(index + 1) == "après":
        after, lemma, end = index + 2, "d'après", index + 2
        if tokens.word(after) in lexicon.words("notsources"):
            return None
    elif word == "pour":
        if not _for_source(sentence, index):
            return None
        score = 0.85
    elif word == "de":
        if not _from_source(sentence, index):
            return None
        return _packed(
            sentence, first, index + 1, FoundCue(sentence.place(index, index + 1), "de", CueKind.PREPOSITION), 0.9
        )
    elif word == "croit":
        if tokens.words[max(0, index - 4) : index] != ["si", "l'", "on", "en"]:
            return None
        return _packed(sentence, index - 4, index + 1, sentence.cue(index, "croire"), 0.9)
    elif word == "croire":
        return _believe(sentence, index)
    elif word in _VIEWS:
        return _in_the_eyes_of(sentence, index)
    else:
        return None
    return _packed(sentence, first, after, FoundCue(sentence.place(index, end), lemma, CueKind.PREPOSITION), score)


_ALONE = frozenset(("moi", "lui", "elle", "eux", "elles", "nous", "vous"))
"""Pronouns that no apposition follows."""

_POSSESSIVES = frozenset(("ses", "leurs", "mes", "son", "sa", "leur"))


_OWN_WORDS = frozenset(("dires", "propos", "mots", "termes", "explications", "déclarations", "calculs", "confidences"))


def _in_own_words(sentence: Sentence, index: int) -> Source | None:
    """Read `selon ses dires, A` and `selon leurs propres termes, « A »`: whose they are speaks."""
    tokens = sentence.tokens
    noun = index + 2 + (tokens.word(index + 2) in ("propres", "propre"))
    at_edge = index <= 1 or tokens.word(noun + 1) in (".", "", ";")
    if tokens.word(noun) not in _OWN_WORDS or not at_edge:
        return None
    cue = sentence.cue(index, "selon", CueKind.PREPOSITION)
    return index, noun + 1, cue, sentence.place(index + 1, index + 2), 0.85


def _names_somebody(sentence: Sentence, start: int) -> bool:
    """Say whether a noun phrase can be a source: `selon ses proches`, but not `selon ses moyens`."""
    return speaking(sentence, start, min(len(sentence.tokens.words), start + 4)) is Speaking.SOURCE


def _packed(sentence: Sentence, first: int, after: int, cue: FoundCue, score: float) -> Source | None:
    if after >= len(sentence.tokens.words):
        return None
    word = sentence.tokens.words[after]
    if not (word[0].isalpha() or word[0].isdigit()):
        return None
    stop = _mention_end(sentence, after)
    if first and sentence.tokens.words[first - 1] in sentence.lexicon.words("auxiliaries"):
        stop = _before_participle(sentence, after, stop)
    stretch = sentence.stretch(stop - 1) if first else None
    if stretch is not None and len(sentence.text[stretch.start : stretch.end].split()) > _NICKNAME:
        stop -= 1  # « éprouve, selon un diplomate « une vraie lassitude » »
    return first, stop, cue, sentence.place(after, stop), score


def _before_participle(sentence: Sentence, after: int, stop: int) -> int:
    """Return where a mention ends within a compound verb: before the participle of `aurait selon X coûté A`."""
    tokens = sentence.tokens
    for index in range(after + 1, stop):
        form = sentence.lexicon.verbs.get(tokens.words[index])
        participle = tokens.words[index].endswith("é") or (form is not None and "p" in form.moods)
        if participle and not tokens.capital(index):
            return index
    return stop


def source_in_front(sentence: Sentence, limit: int) -> Place | None:
    """Return the mention of a source that a preposition at the sentence's start names: `Selon un communiqué, …`.

    Args:
        sentence: The sentence.
        limit: The token before which the mention ends.
    """
    word = sentence.tokens.words[0]
    found = source_at(sentence, 0, word) if word in ANCHORS else None
    return found[3] if found is not None and found[1] < limit else None


def _mention_end(sentence: Sentence, after: int) -> int:
    """Return the index after a mention that a comma separates from the content: an apposition has its own comma."""
    tokens = sentence.tokens
    comma = next((place for place in range(after, len(tokens.words)) if tokens.words[place] == ","), None)
    if comma is None:
        return phrase_end(sentence, after)
    stop = phrase_end(sentence, after, limit=comma)
    if tokens.word(stop) == "par" and stop < comma and not has_finite_verb(sentence, stop, comma):
        stop = comma  # « un communiqué publié par la présidence »: the participle tells which
    if tokens.words[after] in _ALONE:
        return stop
    while stop == comma and tokens.words[comma + 1 :]:
        later = next((place for place in range(comma + 1, len(tokens.words)) if tokens.words[place] == ","), None)
        bare = tokens.words[comma + 1] not in sentence.lexicon.words("definite") or _renames(sentence, comma + 1, later)
        if later is None and after > 3 and apposition_at(sentence, comma + 1, len(tokens.words)):
            who = next(
                (place for place in range(comma, len(tokens.words)) if tokens.words[place] == "qui"), len(tokens.words)
            )
            if bare or not has_finite_verb(sentence, comma + 1, who):
                return phrase_end(sentence, after)
        if later is not None and _tells_where_from(sentence, comma + 1, later):
            stop = comma = later
            continue
        if later is None or not bare or not apposition_at(sentence, comma + 1, later):
            break
        if has_finite_verb(sentence, comma + 1, later):
            break
        stop = comma = later
    return stop


def _tells_where_from(sentence: Sentence, index: int, later: int) -> bool:
    """Say whether words between commas tell whose a named person is: « selon Awa Kobo, de la Ligue des plaines, »."""
    tokens = sentence.tokens
    first, second = tokens.words[index], tokens.word(index + 1)
    if first not in sentence.lexicon.words("of") or not tokens.capital(index - 2) or later - index > _NEAR:
        return False
    # « de nombreux soldats », « des habitants »: a subject
    if first != "du" and second not in sentence.lexicon.words("definite") and not tokens.capital(index + 1):
        return False
    if finite_verbs(sentence, index, later):
        return False
    # the content's verb may stand in marks: « selon Awa Kobo, du centre Rives, la junte « joue la montre » »
    return bool(finite_verbs(sentence, later, len(tokens.words))) or any(at >= later for at in sentence.quotations[-1:])


def _renames(sentence: Sentence, index: int, later: int | None) -> bool:
    """Say whether a noun phrase between commas renames the name before it, and the content has its verb after it."""
    tokens = sentence.tokens
    titles = sentence.lexicon.words("titles humans")
    names = tokens.words[index + 1] in titles and index + 2 < len(tokens.words) and tokens.capital(index + 2)
    if later is None or later - index > _NEAR or not (tokens.capital(index - 2) or names):
        return False
    if not any(word in titles for word in tokens.words[index + 1 : index + 3]):
        return False
    return not finite_verbs(sentence, index, later) and bool(finite_verbs(sentence, later, len(tokens.words)))


def _believe(sentence: Sentence, index: int) -> Source | None:
    """Read `à en croire X` and `à l'en croire`."""
    tokens = sentence.tokens
    if tokens.word(index - 1) == "en" and tokens.word(index - 2) in ("à", "a"):
        return _packed(
            sentence,
            index - 2,
            index + 1,
            sentence.cue(index - 2, "à en croire", CueKind.PREPOSITION, end=index + 1),
            0.93,
        )
    if (
        tokens.word(index - 1) == "en"
        and tokens.word(index - 2) in ("l'", "les")
        and (tokens.word(index - 3) in ("à", "a"))
    ):
        cue = sentence.cue(index - 3, "à en croire", CueKind.PREPOSITION, end=index + 1)
        return index - 3, index + 1, cue, sentence.place(index - 2, index - 1), 0.93
    return None


def _in_the_eyes_of(sentence: Sentence, index: int) -> Source | None:
    """Read `aux yeux de X`, `à ses yeux`, `de l'avis de X`, `aux dires de X`, `de l'aveu de X`, `à entendre X`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.words[index]
    first = index - 1
    if word == "entendre" and tokens.word(first) in ("l'", "les"):
        opens = index < 3 or tokens.word(index - 3) in (",", ";", "–", "—")
        if tokens.word(index - 2) not in ("à", "a") or not opens:
            return None
        cue = sentence.cue(index - 2, "à entendre", CueKind.PREPOSITION, end=index + 1)
        return index - 2, index + 1, cue, sentence.place(first, index), 0.85
    if word == "entendre":
        if tokens.word(first) not in ("à", "a") or (first > 0 and tokens.word(first - 1) not in (",", ";", "–", "—")):
            return None
        return _packed(sentence, first, index + 1, sentence.cue(index, word), 0.8)
    if word == "yeux" and tokens.word(first) in ("ses", "leurs") and tokens.word(first - 1) == "à":
        # « à ses yeux, A »: whose eyes they are speaks
        opens = first < 2 or tokens.word(first - 2) in (",", ":", ";", "–", "—", "et", "mais", "car")
        cue = sentence.cue(index, word, CueKind.NOUN)
        return (first - 1, index + 1, cue, sentence.place(first, index), 0.85) if opens else None
    if tokens.word(first) in ("l'", "le", "les"):
        first -= 1
    expected = {"yeux": ("aux",), "avis": ("de",), "aveu": ("de",), "dires": ("aux", "selon"), "propos": ("selon",)}
    if tokens.word(first) not in expected.get(word, ("selon",)):
        return None
    after = index + 1 + (tokens.word(index + 1) in ("même", "propre", "général", "unanime"))
    if tokens.word(after) not in lexicon.words("of") or (first and tokens.word(first - 1) not in (",", ";", "–", "—")):
        return None
    start = after if tokens.words[after] == "des" else after + 1
    return _packed(sentence, first, start, sentence.cue(index, word, CueKind.NOUN), 0.85)


def _for_source(sentence: Sentence, index: int) -> bool:
    """Tell `Pour le maire, A` from the many other uses of `pour`: one source, and a clause with its verb after it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    after = index + 1
    word = tokens.word(after)
    if word == "qui" and index and tokens.words[index - 1] == ",":
        return True
    pointed = word == "ce" and tokens.word(after + 1) in lexicon.words("titles humans")  # « pour ce spécialiste »
    if not word or (word in lexicon.words("nosource") and not pointed):
        return False
    if word in _POSSESSIVES and tokens.word(after + 1) == "défense":
        return False  # « pour sa défense, le maire a reconnu A »
    if index and tokens.words[index - 1] not in (",", ";", ":", "–", "—", "mais", "et", "car", "que", "qu'", "alors"):
        return False
    stop = _mention_end(sentence, after)
    if tokens.word(stop) in ("qui", "dont", "que", "qu'", "où"):
        stop = next((place for place in range(stop, len(tokens.words)) if tokens.words[place] == ","), stop)
    if tokens.word(stop) != ",":
        return False
    marked = any(sentence.is_quotation(place) for place in range(stop, len(tokens.words)))
    if not (marked or has_finite_verb(sentence, stop, len(tokens.words))):
        return False
    if word in lexicon.words("strong"):
        return word not in ("nous", "vous", "moi")
    if index and tokens.words[index - 1] in (",", "–", "—") and not marked:
        return False
    if (word == "l'" and tokens.word(after + 1) in lexicon.words("nosource")) or is_infinitive(sentence, after):
        return False
    if speaking(sentence, after, stop) is not Speaking.SOURCE:
        return False
    # « Pour les déplacés, deux citernes ont été livrées »: of several, only a view in marks or a judgement is theirs
    several = word in lexicon.words("plural") and not tokens.capital(after)
    if several and not marked:
        return _judges(sentence, stop + 1)
    return marked or not _was_done(sentence, stop + 1)


def _was_done(sentence: Sentence, start: int) -> bool:
    """Say whether something was done for somebody: `Pour la veuve, une collecte a été organisée`."""
    if sentence.tokens.word(start) not in sentence.lexicon.words("indefinite plural"):
        return False  # « pour leur présidente, l'alerte a été donnée en août »
    verbs = finite_verbs(sentence, start, len(sentence.tokens.words))
    return bool(verbs) and "été" in sentence.tokens.words[verbs[0] : verbs[0] + 3]


def _judges(sentence: Sentence, start: int) -> bool:
    """Say whether a clause judges rather than tells what happened: `c'est`, `il faut`, `elle n'a pas`."""
    words = sentence.tokens.words[start : start + 6]
    return any(
        word in ("c'", "ce", "il", "elle", "ils", "elles", "cela", "pas", "rien", "faut", "n'", "ne") for word in words
    )


def _from_source(sentence: Sentence, index: int) -> bool:
    """Read `De source officielle` and `de sources concordantes` at the edge of a clause."""
    tokens = sentence.tokens
    if tokens.word(index + 1) not in ("source", "sources", "bonne") or tokens.word(index + 2) == "en":
        return False  # « de source en source » goes from well to well
    return index == 0 or tokens.words[index - 1] in (",", ";", "–", "—", "et", "mais")
