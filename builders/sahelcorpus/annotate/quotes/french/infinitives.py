"""The infinitive or adjective that a French verb takes: `promet de A`, `dit vouloir A`, `se dit prêt à A`."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.complements import before_new_verb, is_infinitive, skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import phrase_content_end
from sahelcorpus.annotate.quotes.french.objects import accuse, attribute
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_DENIED = re.compile(r"\s*(?:pas|plus|rien|jamais|guère|en rien)(?: \w+)? \w+(?:er|ir|re)\b")
_ASKED = re.compile(r"\s(?:à (?:ne pas )?|de |d['’])\w+(?:er|ir|re)\b")
_PLACE = 9
"""Most tokens of the place between a verb and its infinitive."""


def infinitive(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `dit vouloir A`, `affirme avoir A`."""
    index = _past_place(sentence, skip_adverbs(sentence, group.end))
    if not (is_infinitive(sentence, index) or _denied_in_marks(sentence, index)):
        return False
    if speaker is not None and is_author(sentence, speaker):
        return False
    if (
        sentence.tokens.word(index) in ("le", "la", "les", "leur")
        and sentence.tokens.word(index + 1) not in ("avoir", "être")
        and group.form.lemma not in ("dire", "affirmer", "espérer")
    ):
        return False
    end = phrase_content_end(sentence, index, group)
    end = before_new_verb(sentence, index, end)
    name = "infinitive"
    return sentence.propose(
        name, 0.92, [sentence.place(index, end)], cue=cue_of(sentence, group), speaker=speaker, least=6
    )


def _denied_in_marks(sentence: Sentence, index: int) -> bool:
    """Say whether a negation and the marks with the rest stand at a token: `dit ne « pas attendre de miracle »`."""
    stretch = sentence.stretch(index + 1)
    if stretch is None or sentence.tokens.word(index) not in ("ne", "n'"):
        return False
    return _DENIED.match(sentence.text, stretch.inner_start, stretch.inner_end) is not None


def _past_place(sentence: Sentence, index: int) -> int:
    """Return where an infinitive starts after `à la télévision`, `devant la presse`; else the same index."""
    words = sentence.tokens.words
    if sentence.tokens.word(index) not in ("à", "au", "aux", "devant", "dans", "sur"):
        return index
    for place in range(index + 1, min(len(words), index + _PLACE)):
        if words[place] in (",", ".", ";", ":", QUOTATION, "que", "qu'", "qui", "de", "d'"):
            return index
        if words[place] in ("avoir", "être", "vouloir"):
            return place
    return index


def of_infinitive(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `promet de A`, `demande à X de A`, `accuse X de A`, `qualifie X de A`, `appelle X à A`."""
    frames = group.form.frames
    tokens = sentence.tokens
    cue = cue_of(sentence, group)
    start = skip_adverbs(sentence, group.end)
    limit = min(len(tokens.words), group.end + 22)
    if "x" in frames and accuse(sentence, group, start, limit, speaker):
        return True
    if "t" in frames and attribute(sentence, group, start, limit, speaker):
        return True
    if speaker is None and tokens.words[group.first] in ("avoir", "être"):
        return False  # « dit avoir instruit les services de A » tells one thing, not two
    stretch = sentence.stretch(start) if "a" in frames and speaker is not None else None
    if stretch is not None and _ASKED.search(sentence.text, stretch.inner_start, stretch.inner_end):
        place = sentence.place(start, start + 1)  # « a appelé « toutes les parties à éviter un vide » »
        return sentence.propose("quotation as object", 0.9, [place], cue=cue, speaker=speaker)
    if "a" in frames:
        for index in range(start, limit):
            word = tokens.words[index]
            if word in (".", ";", ":", "que", "qu'", "qui"):
                break
            if word == "à" and (is_infinitive(sentence, index + 1) or tokens.word(index + 1) == QUOTATION):
                end = (
                    phrase_content_end(sentence, index + 1, group) if tokens.word(index + 1) != QUOTATION else index + 2
                )
                return sentence.propose(
                    "call to", 0.85, [sentence.place(index + 1, end)], cue=cue, speaker=speaker, least=6
                )
    if group.form.lemma == "demander" and tokens.word(start) == "à" and is_infinitive(sentence, start + 1):
        end = phrase_content_end(sentence, start + 1, group)
        return sentence.propose(
            "à + infinitive", 0.85, [sentence.place(start + 1, end)], cue=cue, speaker=speaker, least=4
        )
    if "e" in frames:
        for index in range(start, limit):
            word = tokens.words[index]
            if word in (".", ";", ":", "que", "qu'", "qui", QUOTATION):
                break
            if word in ("de", "d'") and tokens.words[index - 1] in ("avant", "afin", "faute", "près", "lieu"):
                break
            marked = tokens.word(index + 1) == QUOTATION and index <= start + 4
            denied = tokens.words[index + 1 : index + 4] == ["ne", "pas", QUOTATION]  # « de ne pas « céder » »
            if word in ("de", "d'") and (is_infinitive(sentence, index + 1) or marked or denied):
                if (
                    index > start
                    and tokens.words[start] not in ("à", "au", "aux", "de", "d'", "par", "dans", ",", "pour")
                    and group.form.lemma
                    not in ("prier", "défier", "sommer", "supplier", "adjurer", "conjurer", "implorer", "instruire")
                ):
                    break
                end = phrase_content_end(sentence, index + 1, group)
                end = before_new_verb(sentence, index + 1, end)
                return sentence.propose(
                    "de + infinitive", 0.92, [sentence.place(index + 1, end)], cue=cue, speaker=speaker, least=6
                )
    return False


def describes_itself(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `se dit prêt à A`, `s'est déclarée favorable à A`."""
    if group.form.lemma not in ("dire", "déclarer") or not group.reflexive or speaker is None:
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = skip_adverbs(sentence, group.end)
    if tokens.word(start) == ",":
        return False
    word = tokens.word(start)
    closed = (
        "determiners prepositions -=en -=contre -=pour that questions relatives subjects strong conjunctions adverbs"
    )
    if not word or not (word[0].isalpha() or word == QUOTATION) or word in lexicon.words(closed):
        return False
    end = phrase_content_end(sentence, start, group)
    if is_infinitive(sentence, start) or (end - start < 2 and word != QUOTATION):
        return False
    return sentence.propose(
        "se dire + adjective",
        0.88,
        [sentence.place(start, end)],
        cue=cue_of(sentence, group),
        speaker=speaker,
        least=6,
    )
