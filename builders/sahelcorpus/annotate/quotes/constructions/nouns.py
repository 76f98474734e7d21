"""Nouns that carry a content: `la déclaration de X selon laquelle A`, `X's denial that A`, `la promesse de A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.colons import noun_source
from sahelcorpus.annotate.quotes.constructions.english_nouns import read_english_noun
from sahelcorpus.annotate.quotes.extent import clause_end, phrase_content_end
from sahelcorpus.annotate.quotes.mentions import phrase_end
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_WHICH = frozenset(("laquelle", "lequel", "lesquelles", "lesquels"))
_ACTS = frozenset(("promesse", "menace", "annonce", "accusation"))


def read_nouns(sentence: Sentence) -> None:
    """Propose every content that a noun carries."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    english = lexicon.language == "en"
    for index, word in enumerate(tokens.words):
        if word == "selon" and tokens.word(index + 1) in _WHICH and not english:
            _according_to_which(sentence, index)
        elif english and word in lexicon.nouns:
            read_english_noun(sentence, index)
        elif not english and lexicon.nouns.get(word) in _ACTS and tokens.word(index - 1) not in ("sans", "sous"):
            _act(sentence, index)


def _according_to_which(sentence: Sentence, index: int) -> None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for place in range(index - 1, max(-1, index - 20), -1):
        lemma = lexicon.nouns.get(tokens.words[place])
        if lemma is None:
            continue
        end = clause_end(sentence, index + 2)
        for stop in range(index + 3, end):
            # the main clause goes on with its verb: `était de trop`
            if tokens.words[stop] == QUOTATION and tokens.word(stop + 1) in lexicon.words("auxiliaries"):
                end = stop + 1
                break
        if end > index + 2:
            cue = sentence.cue(place, lemma, CueKind.NOUN)
            sentence.propose(
                "noun + selon laquelle",
                0.9,
                [sentence.place(index + 2, end)],
                cue=cue,
                speaker=noun_source(sentence, place),
                least=6,
            )
        return


def _act(sentence: Sentence, index: int) -> None:
    """Read `la promesse de rendre A`, `l'annonce d'une cérémonie`, `l'accusation, lancée par X, d'un arrêt « B »`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index - 1) not in lexicon.words("determiners") or tokens.word(index - 1) in ("de", "d'"):
        return
    speaker = None
    place = index + 1
    if tokens.word(place) == "," and tokens.word(place + 2) == "par":
        close = next(
            (stop for stop in range(place + 3, min(len(tokens), place + 20)) if tokens.words[stop] == ","), None
        )
        if close is None:
            return
        speaker = sentence.place(place + 3, phrase_end(sentence, place + 3, limit=close))
        place = close + 1
    if tokens.word(place) not in ("de", "d'") or place + 2 >= len(tokens):
        return
    following = tokens.word(place + 1)
    infinitive = following.endswith(("er", "ir", "re", "oir")) and not tokens.capital(place + 1)
    if not infinitive and following not in ("un", "une", "nouvelles", "nouveaux"):
        return
    end = phrase_content_end(sentence, place + 1)
    for stop in range(place + 2, end):
        if tokens.words[stop] == "," and tokens.word(stop + 1) in lexicon.words("auxiliaries"):
            end = stop
            break
        if tokens.words[stop] in lexicon.words("auxiliaries") and tokens.words[stop - 1] != ",":
            end = stop
            break
    cue = sentence.cue(index, lexicon.nouns[tokens.words[index]], CueKind.NOUN)
    sentence.propose("noun + de", 0.7, [sentence.place(place + 1, end)], cue=cue, speaker=speaker, least=8)
