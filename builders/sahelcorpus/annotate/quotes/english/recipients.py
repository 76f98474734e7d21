"""What an English verb takes before its content: who was told, where, when and how."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.phrases import is_time
from sahelcorpus.annotate.quotes.english.verbs import finite, is_abbreviated, is_adverb, is_ly
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_PUBLIC = frozenset("sidelines television radio air tv twitter facebook telegram whatsapp social condition".split())  # noqa: SIM905
"""What `on` leads to that tells where somebody spoke."""


def english_cue_at(sentence: Sentence, index: int) -> CueForm | None:
    """Return the verb that can announce at a token: `insisted on A`, but no multiword one in `insisted on Tuesday`.

    Args:
        sentence: The sentence.
        index: The token.
    """
    words, known = sentence.tokens.words, sentence.lexicon
    form = known.cue_at(words, index)
    if form is None or form.lemma != "insist on" or index + 2 >= len(words):
        return form
    following = words[index + 2]
    dated = following in known.words("days months") or following[0].isdigit() or following == "x"
    return known.verbs.get(words[index]) if dated or not _PUBLIC.isdisjoint(words[index + 2 : index + 5]) else form


def recipient_end(sentence: Sentence, index: int) -> int:
    """Return the index after the person or outlet that was told; the same index if nobody is named.

    Args:
        sentence: The sentence.
        index: The first token after the verb group.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    if index >= size:
        return index
    word = words[index]
    if word in known.words("strong"):
        return index + 1
    audience, articles = known.words("audience humans titles"), known.words("articles")
    place = index
    if word in articles or word in ("both", "all"):
        place += 1
        while place < size and words[place] in articles:
            place += 1
    elif not word[0].isalpha() or word in known.words("prepositions conjunctions clausal that"):
        return index
    first, seen = place, False
    limit = min(size, index + 9)
    while place < limit:
        word = words[place]
        if word == QUOTATION and place > first and words[place - 1] in ("'s", "'"):
            place, seen = place + 1, True  # « ABC's “This Week” »
            continue
        if place > first and (word in ("'s", "'") or is_abbreviated(sentence, place)):
            place, seen = place + 1, False
            continue
        if (
            not word[0].isalnum()
            or word in articles
            or word in known.words("pronouns strong that prepositions modal conjunctions clausal questions")
            or is_adverb(sentence, place)
        ):
            break
        if place > first and _begins_content(sentence, place, seen=seen):
            break
        seen = seen or word in audience
        place += 1
    if place == first:
        return place if first > index else index
    if place + 1 < size and words[place] == "and" and tokens.capital(place - 1) and tokens.capital(place + 1):
        return recipient_end(sentence, place + 1)
    return _with_complement(sentence, place)


def _begins_content(sentence: Sentence, place: int, *, seen: bool) -> bool:
    """Say whether who was told has ended before a token: `told BBC News | every claim`, `told reporters | fighters`."""
    tokens, known = sentence.tokens, sentence.lexicon
    word, before = tokens.words[place], tokens.words[place - 1]
    audience = known.words("audience humans titles")
    if tokens.capital(place):
        return seen and not tokens.capital(place - 1)
    if tokens.capital(place - 1) and word not in audience and word not in known.words("outlets"):
        return True
    if seen and word not in audience and word not in known.words("outlets"):
        return True
    if seen and before in audience and before.endswith("s") and word not in ("media", "agency"):
        return True
    return finite(sentence, place) > 0


def _with_complement(sentence: Sentence, place: int) -> int:
    """Return the index after `of X` that goes on with who was told: `the House of Commons`."""
    tokens = sentence.tokens
    words, size = tokens.words, len(tokens.words)
    while place + 1 < size and words[place] == "of":
        after = place + 1 + (words[place + 1] in sentence.lexicon.words("articles"))
        if after >= size:
            break
        while after + 1 < size and tokens.capital(after) and tokens.capital(after + 1):
            after += 1
        place = after + 1
    return place


def past_adverbials(sentence: Sentence, index: int) -> int:
    """Return the index after adverbs, times, occasions and a parenthesis: `said | on Monday in a statement | …`.

    Args:
        sentence: The sentence.
        index: The first token after the verb group, or after who was told.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    while index < size:
        word, following = words[index], tokens.word(index + 1)
        if words[index : index + 3] == ["at", "the", "time"]:
            index += 3
        elif word in known.words("days") or (is_adverb(sentence, index) and not tokens.capital(index)):
            index += 1
        elif word in ("last", "this", "earlier", "later", "late", "early") and following in known.words(
            "times days =this =last =in =on"
        ):
            index += 3 if following in ("this", "last") else 2
        elif word in known.words("adverbial"):
            end = _adverbial_end(sentence, index)
            if end is None:
                return index
            index = end
        elif word == ",":
            close = _parenthesis_end(sentence, index)
            if close is None:
                return index
            index = close
        else:
            return index
    return index


def _parenthesis_end(sentence: Sentence, comma: int) -> int | None:
    """Return the index after `, … ,` that only tells when, where and how, or None."""
    tokens, known = sentence.tokens, sentence.lexicon
    following = tokens.word(comma + 1)
    opens = following in known.words("prepositions subordinators =through =however =though =meanwhile =too")
    if not (opens or following.endswith("ing") or is_ly(sentence, comma + 1)):
        return None
    for place in range(comma + 1, min(len(tokens.words), comma + 14)):
        if tokens.words[place] == QUOTATION:
            return None
        if tokens.words[place] == ",":
            return place + 1
    return None


def _adverbial_end(sentence: Sentence, index: int) -> int | None:
    """Return the index after a prepositional phrase that tells when, where or through what, or None."""
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    word, place = words[index], index + 1
    if word == "ahead" and tokens.word(place) == "of":
        place += 1
    if place >= size:
        return None
    if words[place] in known.words("days months"):
        place += 1
        while place < size and (words[place][0].isdigit() or words[place] in known.words("times months")):
            place += 1
        return place
    if words[place][0].isdigit():
        return place + 1 + (tokens.word(place + 1) in known.words("months")) if word in ("on", "in", "at") else None
    article = words[place] in known.words("articles")
    place += article
    start = place
    while place < min(size, index + 8):
        current = words[place]
        if current in known.words("occasions times"):
            return _past_occasion(sentence, place + 1)
        if current in known.words("articles pronouns that prepositions modal") or not current[0].isalnum():
            break
        if tokens.capital(place) and not article and word in known.words("locative"):
            while place < size and tokens.capital(place):
                place += 1
            return place + (tokens.word(place) in known.words("occasions times"))
        place += 1
    if place == start or place >= size:
        return None
    # an unknown noun is past where the content shows at once
    shown = words[place] in ("that", QUOTATION) or (words[place] == "," and tokens.word(place + 1) == QUOTATION)
    return place if shown else None


def _past_occasion(sentence: Sentence, place: int) -> int:
    """Return the index after what goes on with an occasion: `a report | to the court | released on Friday`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    while place < size and words[place] in known.words("occasions"):
        place += 1
    while place + 1 < size and words[place] in known.words("linking") and not is_time(sentence, place + 1):
        end = recipient_end(sentence, place + 1)
        if end == place + 1 or end >= size:
            break
        place = end
    if place < size and words[place] in known.words("issued"):
        place = past_adverbials(sentence, place + 1)
    return place
