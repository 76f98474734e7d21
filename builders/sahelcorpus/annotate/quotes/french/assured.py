"""How sure of something somebody is said to be, with what that is after a colon: `Le maire est formel : A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.animacy import Speaking
from sahelcorpus.annotate.quotes.french.complements import skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import clause_end, has_finite_verb
from sahelcorpus.annotate.quotes.french.mentions import who_speaks
from sahelcorpus.annotate.quotes.french.subjects import mention_before
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import ADVERBIAL, QUOTATION

_REFLEXIVE = frozenset(("montre", "montrent", "veut", "veulent", "dit", "disent"))
_BEING = _REFLEXIVE | {"est", "sont", "reste", "restent", "demeure", "demeurent", "était", "étaient"}
_ENDS = frozenset((":", ADVERBIAL))


def read_assured(sentence: Sentence) -> None:
    """Propose every content without marks that follows how sure of it somebody is."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    # what a document is that says something, and what anybody is
    plain, sure = lexicon.words("plain"), lexicon.words("sure")
    if ":" not in words or lexicon.words("plain compared").isdisjoint(words):
        return
    for index, word in enumerate(words):
        compared = tokens.word(index - 1) in ("plus", "moins") and word in lexicon.words("compared")
        if (
            not (compared or word in plain)
            or tokens.word(index + 1) not in _ENDS
            or ":" not in words[index + 1 : index + 3]
        ):
            continue
        colon = words.index(":", index)
        verb = index - 1
        while verb > 0 and skip_adverbs(sentence, verb) > verb:
            verb -= 1
        if words[verb] not in _BEING or (words[verb] in _REFLEXIVE and tokens.word(verb - 1) != "se"):
            continue
        start = colon + 1
        explained = compared and tokens.word(start) in lexicon.words("subjects")
        if start >= len(words) or words[start] == QUOTATION or explained:
            continue
        phrase = mention_before(sentence, verb - (tokens.word(verb - 1) == "se"))
        end = clause_end(sentence, start)
        if phrase is None or not has_finite_verb(sentence, start, end):
            continue
        speaker = sentence.place(*phrase)
        is_document = not lexicon.words("documents").isdisjoint(words[slice(*phrase)])
        if ((compared or word in sure) and who_speaks(sentence, speaker) is Speaking.SOURCE) or is_document:
            place = sentence.place(start, end)
            sentence.propose("colon", 0.85, [place], cue=None, speaker=speaker, least=8)
