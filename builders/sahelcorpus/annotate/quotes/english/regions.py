"""The English subject among what stands in front of a verb: past times, adverbials and participles."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.bounds import holds_verb
from sahelcorpus.annotate.quotes.english.phrases import past_time_to_agent
from sahelcorpus.annotate.quotes.english.verbs import finite, is_adjective, is_adverb, modifies
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that", "when"))
_COUNTED = frozenset(("at least", "at most", "up to", "more than", "less than", "fewer than", "some of", "as many"))


def counts(sentence: Sentence, index: int) -> bool:
    """Say whether a number with its approximation starts at a token: `at least 40`, `more than half`."""
    word, following = sentence.tokens.word(index), sentence.tokens.word(index + 1)
    if word in ("about", "around", "over", "nearly", "almost", "roughly", "between"):
        return following[:1].isdigit() or following in sentence.lexicon.words("definite -articles")
    return f"{word} {following}" in _COUNTED


def subject_in(sentence: Sentence, low: int, end: int) -> tuple[int, int] | None:
    """Return the subject's noun phrase in a clause's tokens before its verb, or None if there is no such phrase."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    while low < end and (
        words[low] in known.words("conjunctions")
        or (is_adverb(sentence, low) and low + 1 < end)
        or (words[low] in (",", "-"))
    ):
        low += 1
    low = past_time(sentence, low, end)
    if low >= end:
        return None
    word = words[low]
    if word in known.words("pronouns questions clausal"):
        return None
    split = last_start(sentence, low, end)
    if split is None and (
        (word in known.words("prepositions") and not counts(sentence, low)) or _is_participle(sentence, low, end)
    ):
        return None
    begin = low if split is None else split
    if words[begin] == "that" and tokens.word(begin + 1) in known.words("times") and begin + 2 < end:
        begin += 2  # « and that evening | their emir announced »
    if words[begin] == "that" and tokens.word(begin + 1) in known.words("articles"):
        begin += 1  # « a scheme that | a former auditor says cost A »
    stop = _without_times(sentence, begin, end)
    if holds_verb(sentence, begin + 1, stop) or _is_clause_of_name(sentence, begin, stop):
        return None
    if stop <= begin or not (words[begin][0].isalnum() or words[begin] == QUOTATION):
        return None
    if words[begin] == QUOTATION and stop == begin + 1:
        return None
    if stop - 1 > begin and words[stop - 1] in known.words("conjunctions prepositions articles"):
        return None
    return begin, stop


def _is_participle(sentence: Sentence, low: int, end: int) -> bool:
    """Tell `Speaking to reporters` from `Incoming senators` and `retired Judge Barbara Tindari`."""
    word, known = sentence.tokens.words[low], sentence.lexicon
    if not word.endswith(("ing", "ed")) or end - low < 2:
        return False
    return sentence.tokens.words[low + 1] in known.words(
        "prepositions articles strong pronouns that questions adverbs days conjunctions"
    )


def _is_clause_of_name(sentence: Sentence, begin: int, stop: int) -> bool:
    """Say whether a verb follows a bare name, which no participle does: `Trump fired back at Lewis`."""
    tokens = sentence.tokens
    index = begin
    while index < stop and (tokens.capital(index) or tokens.words[index] == "."):
        index += 1
    return index > begin and index < stop and finite(sentence, index) > 0


def is_name(sentence: Sentence, low: int, end: int) -> bool:
    """Say whether an ending of a participle belongs to a name at the start of a sentence: `Fred Tarka`."""
    return low + 1 < end and sentence.tokens.capital(low) and sentence.tokens.capital(low + 1)


def last_start(sentence: Sentence, low: int, end: int) -> int | None:
    """Return where a noun phrase starts that follows another without a link: `In a statement | the army`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    articles = known.words("articles")
    governed = words[low] in known.words("prepositions") and not counts(sentence, low)
    fronted = governed or (words[low].endswith("ing") and not modifies(sentence, low))
    for index in range(end - 1, low, -1):
        word, before = words[index], words[index - 1]
        if tokens.capital(index) and tokens.word(index + 1) == ".":
            continue  # an initial: « John A. Tarka »
        if word in articles and before[0].isalnum() and before not in articles:
            if before in known.words("prepositions conjunctions determiners =all =both =half =than =of"):
                continue
            if before.endswith("ing") and not fronted:
                continue
            if tokens.word(index + 1) in known.words("times"):
                continue
            if finite(sentence, index - 1) and not fronted and before not in ("heard", "saw", "hear", "let", "watched"):
                continue
            return index
        if not tokens.capital(index) or not fronted:
            continue
        if before in known.words("days months") and index - 1 > low:
            return index
        if before.isdigit() and words[index - 2] not in known.words("articles"):
            return index
        if (
            governed
            and word in known.words("titles")
            and before not in known.words("prepositions articles conjunctions")
        ):
            return index
        if (
            before.islower()
            and not tokens.capital(index - 1)
            and before not in known.words("prepositions articles conjunctions determiners")
            and not is_adjective(sentence, index - 1)
            and index - 2 >= low
        ):
            return index
    if governed and words[end - 1] in known.words("humans") and words[end - 1].endswith("s"):
        # « In court | prosecutors », « In Tessoumé | army officers »
        return next((index for index in range(low + 2, end) if words[index] in known.words("humans")), None)
    return None


def past_time(sentence: Sentence, low: int, end: int) -> int:
    """Return the index after a time in front: `Last week`, `Earlier this month`, `Two days later`, `On Monday`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    index = low
    if tokens.word(index) in ("on", "in", "by", "since", "late", "early", "at") and index + 1 < end:
        index += 1
    if index >= end or (
        words[index] not in known.words("articles days months times =last =next =later =earlier =late =early")
        and words[index] not in known.words("definite")
        and not words[index].isdigit()
    ):
        return low
    for place in range(index, min(end - 1, index + 4)):
        if words[place] in known.words("times days months"):
            after = place + 1
            while after < end and (
                words[after] in known.words("times days months adverbs =ago =later =earlier") or words[after].isdigit()
            ):
                after += 1
            if (
                after < end
                and words[after] not in ("'s", "'", "of")
                and (words[after] in known.words("articles =both") or tokens.capital(after))
            ):
                return after
            return low
    return low


def _without_times(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a subject ends without times and occasions: `the president | on Monday`, `Trump | in a tweet`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    if any(words[index] in _RELATIVES or words[index] == "," for index in range(begin, end)):
        return end
    for index in range(end - 1, begin, -1):
        word, following = words[index], tokens.word(index + 1)
        if word not in ("on", "in", "at", "during", "after", "before", "since", "late", "early", "last", "this", "by"):
            continue
        if word in ("during", "after", "before", "since"):
            return index if not holds_verb(sentence, begin, index) else end
        if following in known.words("days months") or following.isdigit() or following in known.words("times"):
            if past_time_to_agent(sentence, index) != index:
                continue
            return index
        if (
            word == "at"
            and following in ("one", "some", "this", "that")
            and tokens.word(index + 2) in ("point", "times")
        ):
            return index
        if following in ("a", "an", "his", "her", "its", "their", "last", "this") and any(
            words[place] in known.words("occasions times") for place in range(index + 2, min(end, index + 6))
        ):
            return index
    return end
