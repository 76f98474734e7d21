"""What an English verb takes after it besides a that-clause: `said A was B`, `promised to A`, `accused X of A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.complements import cue_of
from sahelcorpus.annotate.quotes.constructions.objects import attribute
from sahelcorpus.annotate.quotes.extent import clause_end, has_finite_verb, phrase_content_end
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.mentions import phrase_end
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_NO_CLAUSE = frozenset(("so", "that", "and", "but", "nothing", "something", "anything", "much", "as"))
_TAKING_NOUNS = frozenset(("maintain", "show", "add", "suggest", "recall", "report", "repeat", "declare", "note")) | {
    *("observe", "write", "post", "tweet", "find", "fear", "estimate")
}
_RECIPIENT_FIRST = frozenset(("tell", "inform", "assure", "remind", "reassure", "notify"))


def zero_that(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `said the road was closed`, `told reporters it would pay`."""
    if "z" not in frames or speaker is None or group.mood not in "fg":
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    index = group.end
    passed = lexicon.words("adverbs days")
    while tokens.word(index) in passed:
        index += 1
    if group.form.lemma in _RECIPIENT_FIRST:
        if tokens.word(index) in lexicon.words("strong audience"):
            index += 1
        else:
            index = phrase_end(sentence, index) if index < len(tokens) else index
    if index + 2 >= len(tokens):
        return False
    word = tokens.words[index]
    cue = cue_of(sentence, group)
    if word == QUOTATION:
        if tokens.word(index + 1) in (".", "", ",", "and", "in", "on", "as", "to", "after"):
            return sentence.propose(
                "quotation as object", 0.9, [sentence.place(index, index + 1)], cue=cue, speaker=speaker
            )
    elif not word[0].isalnum() or word in _NO_CLAUSE or word in lexicon.words("prepositions"):
        return False
    end = clause_end(sentence, index)
    loose = group.form.lemma not in _TAKING_NOUNS and "n" not in frames
    signs = lexicon.words("finite auxiliaries")
    verbal = has_finite_verb(sentence, index, end) if loose else not signs.isdisjoint(tokens.words[index:end])
    if not verbal or end - index < 3:
        return False
    return sentence.propose("zero that-clause", 0.88, [sentence.place(index, end)], cue=cue, speaker=speaker, least=6)


def english_infinitive(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `promised to pay`, `denied arming anyone`, `urged the government to stop`."""
    tokens = sentence.tokens
    index = group.end
    if speaker is None:
        return False
    cue = cue_of(sentence, group)
    if "i" in frames and tokens.word(index) == "to":
        end = phrase_content_end(sentence, index)
        return sentence.propose("infinitive", 0.88, [sentence.place(index, end)], cue=cue, speaker=speaker)
    if "g" in frames:
        place = index + 1 if tokens.word(index) == "of" else index
        if tokens.word(place).endswith("ing") and len(tokens.word(place)) > 4:
            end = phrase_content_end(sentence, place)
            return sentence.propose("gerund", 0.85, [sentence.place(place, end)], cue=cue, speaker=speaker)
    if "a" in frames:
        for place in range(index + 1, min(len(tokens), index + 12)):
            if tokens.words[place] in (".", ",", ";", "that"):
                return False
            if tokens.words[place] == "to":
                end = phrase_content_end(sentence, place)
                return sentence.propose("call to", 0.85, [sentence.place(index, end)], cue=cue, speaker=speaker)
    return False


def english_object(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `accused X of Y`, `blamed X on Y`, `called X “Y”`, `denied any part`, `promised an inquiry`."""
    if speaker is None:
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    index = group.end
    if index >= len(tokens):
        return False
    cue = cue_of(sentence, group)
    word = tokens.words[index]
    if "x" in frames:
        for place in range(index + 1, min(len(tokens), index + 20)):
            if tokens.words[place] in (".", ";", ":"):
                return False
            if tokens.words[place] in ("of", "on", "for") and (
                tokens.words[place] != "of"
                or group.form.lemma == "blame"
                or tokens.word(place + 1).endswith("ing")
                or tokens.word(place + 1) == QUOTATION
            ):
                end = phrase_content_end(sentence, place + 1)
                return end > place + 1 and sentence.propose(
                    "accuse", 0.9, [sentence.place(index, end)], cue=cue, speaker=speaker
                )
        return False
    if "t" in frames and attribute(sentence, group, index, min(len(tokens), index + 16), speaker):
        return True
    if word == "," and tokens.word(index + 1) == QUOTATION and "d" in frames:
        places = [sentence.place(index + 1, index + 2)]
        return sentence.propose("quotation as object", 0.9, places, cue=cue, speaker=speaker)
    if word == QUOTATION and set(frames) & set("dnk"):
        return sentence.propose(
            "quotation as object", 0.88, [sentence.place(index, index + 1)], cue=cue, speaker=speaker
        )
    if "k" in frames and word in lexicon.words("definite"):
        end = phrase_content_end(sentence, index)
        if any(tokens.words[place] == QUOTATION for place in range(index, min(end, index + 8))):
            return sentence.propose("noun phrase", 0.8, [sentence.place(index, end)], cue=cue, speaker=speaker)
        return False
    if (
        "n" in frames
        and group.mood in "fg"
        and (word in lexicon.words("definite") or word in ("any", "no") or word[0].isdigit())
    ):
        end = phrase_content_end(sentence, index)
        if (
            has_finite_verb(sentence, index, end)
            and "z" in frames
            and end - index > 4
            and any(tokens.words[place] in lexicon.words("auxiliaries") for place in range(index, end))
        ):
            return False
        return sentence.propose("noun phrase", 0.75, [sentence.place(index, end)], cue=cue, speaker=speaker, least=6)
    return False
