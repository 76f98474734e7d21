"""The mention of an English speaker before its verb: past times, appositions, relative clauses and other clauses."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english_verbs import STRONG, finite, is_abbreviated, is_adjective, is_adverb
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_HARD = frozenset((";", ":", "–", "—", "|", "/", "[", "]", "!", "?", "…", "("))
_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that", "when"))
_SHORT = 60
_FURTHEST = 60
_LONGEST_PART = 6
_MOST_PARTS = 6
_BOUND = frozenset(("of", "from", "for", "at", "with"))
"""Prepositions that go on with the noun before them rather than with the verb."""

_SAYING = frozenset("qz")
_COUNTED = frozenset(("at least", "at most", "up to", "more than", "less than", "fewer than", "some of", "as many"))


def counts(sentence: Sentence, index: int) -> bool:
    """Say whether a number with its approximation starts at a token: `at least 40`, `more than half`."""
    word, following = sentence.tokens.word(index), sentence.tokens.word(index + 1)
    if word in ("about", "around", "over", "nearly", "almost", "roughly", "between"):
        return following[:1].isdigit() or following in sentence.lexicon.words("definite -articles")
    return f"{word} {following}" in _COUNTED


def english_mention_before(sentence: Sentence, first: int, start: int = 0) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase or pronoun that is the subject before a verb group, or None.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
        start: The first token that may belong to the mention.
    """
    words, known = sentence.tokens.words, sentence.lexicon
    last = first - 1
    while last >= start and is_adverb(sentence, last):
        last -= 1
    if words[max(0, last - 1) : last + 1] == ["all", "but"]:
        last -= 2
    while last > start and words[last] in ("on", "from", "since", "in", "by", "late", "early") and last < first - 1:
        last -= 1
    if last < start:
        return None
    word = words[last]
    if is_abbreviated(sentence, last):
        return _phrase(sentence, last + 1, start)
    if word in known.words("pronouns") or word in ("who", "everyone", "everybody", "someone", "nobody"):
        return _relative(sentence, last, start) if word == "who" else (last, last + 1)
    if word in ("which", "that"):
        return _relative(sentence, last, start)
    if word == ",":
        return _detached(sentence, last, start)
    if not (word[0].isalnum() or word in (")", QUOTATION, "'s", "'")) or word in known.words(
        "conjunctions prepositions clausal strong questions"
    ):
        return None
    return _phrase(sentence, last + 1, start)


def _relative(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """Return the noun before `who`, or the relative pronoun itself; None where `that` or `which` has no noun."""
    tokens = sentence.tokens
    end = at - (tokens.word(at - 1) == ",")
    if end <= start or not (tokens.words[end - 1][0].isalnum() or tokens.words[end - 1] in (")", QUOTATION)):
        return (at, at + 1) if tokens.words[at] == "who" else None
    begin = noun_phrase_back(sentence, end, start)
    if begin is None or begin >= end:
        return (at, at + 1) if tokens.words[at] != "that" else None
    if tokens.words[begin - 1 if begin else 0] == "," and begin - 1 > start:
        head = _detached(sentence, end, start) if tokens.words[end] == "," else None
        if head is not None and head[1] == end:
            return head
    return begin, end


def noun_phrase_back(sentence: Sentence, end: int, start: int = 0) -> int | None:
    """Return where the noun phrase starts that ends before a token: after a verb, a preposition, a conjunction.

    Args:
        sentence: The sentence.
        end: The index after the phrase.
        start: The first token that may belong to it.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    articles = known.words("articles")
    begin = None
    for index in range(end - 1, max(start - 1, end - 24), -1):
        word = tokens.words[index]
        if word == "." and len(tokens.word(index - 1)) < 5:
            continue
        if not (word[0].isalnum() or word in ("'s", "'", ")", "(", "-")):
            break
        if word in ("of", "'s", "'"):
            continue
        if word in known.words("prepositions conjunctions clausal pronouns relatives modal adverbs days -articles"):
            if word in _BOUND and _is_noun_before(sentence, index):
                continue
            break
        if finite(sentence, index) and not tokens.capital(index):
            break
        begin = index
        if word in articles and tokens.word(index - 1) not in ("of", *_BOUND):
            break
    return begin


def _is_noun_before(sentence: Sentence, index: int) -> bool:
    """Say whether a noun stands before a preposition, so that it goes on with that noun."""
    words, known = sentence.tokens.words, sentence.lexicon
    if not index or not words[index - 1][0].isalpha() or words[index - 1].endswith(("ing", "ed")):
        return False
    base = words[index - 1] in known.words("bases") and words[index - 2] not in known.words("articles")
    return not base and not finite(sentence, index - 1) and known.verbs.get(words[index - 1]) is None


def _phrase(sentence: Sentence, end: int, start: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before a verb group."""
    tokens = sentence.tokens
    low = clause_low(sentence, end, start)
    found = _in_region(sentence, low, end)
    if found is None:
        return None
    begin, stop = found
    if begin == low and low > start and tokens.words[low - 1] in (",", "and"):
        return (
            _apposed(sentence, begin, stop, start)
            or _titled(sentence, begin, stop, start)
            or (_enumeration(sentence, low, end, start), stop)
        )
    return begin, stop


def _apposed(sentence: Sentence, begin: int, end: int, start: int) -> tuple[int, int] | None:
    """Return a name with an apposition that no second comma closes: `Awa Tindari, spokeswoman for the mission`."""
    tokens, known = sentence.tokens, sentence.lexicon
    if tokens.words[begin - 1] != "," or tokens.capital(begin) or tokens.words[begin] in known.words("definite"):
        return None
    if not any(tokens.words[place] in known.words("titles humans") for place in range(begin, min(end, begin + 3))):
        return None
    low = clause_low(sentence, begin - 1, start)
    found = _in_region(sentence, low, begin - 1)
    if (
        found is None
        or found[1] != begin - 1
        or not all(tokens.capital(place) or tokens.words[place] == "." for place in range(*found))
    ):
        return None
    return found[0], end


def _titled(sentence: Sentence, begin: int, end: int, start: int) -> tuple[int, int] | None:
    """Return a title and the name after its comma: `the army spokesman, Colonel Abou Tarka`."""
    tokens, titles = sentence.tokens, sentence.lexicon.words("titles")
    if (
        not begin
        or tokens.words[begin - 1] != ","
        or not all(tokens.capital(place) or tokens.words[place] == "." for place in range(begin, end))
    ):
        return None
    low = clause_low(sentence, begin - 1, start)
    found = _in_region(sentence, low, begin - 1)
    if found is None or found[1] != begin - 1:
        return None
    titled = any(tokens.words[place] in titles for place in range(found[0], begin - 1))
    return (found[0], end) if titled and not _holds_verb(sentence, found[0], begin - 1) else None


def clause_low(sentence: Sentence, end: int, start: int) -> int:
    """Return where the clause starts whose subject ends before a token.

    Args:
        sentence: The sentence.
        end: The index after the subject.
        start: The first token that may belong to it.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    depth = 0
    for index in range(end - 1, max(start - 1, end - _FURTHEST), -1):
        word = words[index]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif depth:
            continue
        elif word in _HARD or word == ",":
            return index + 1
        elif word == "-":
            if tokens.starts[index] > tokens.ends[index - 1] if index else True:
                return index + 1
        elif word == ".":
            if not is_abbreviated(sentence, index):
                return index + 1
        elif word == QUOTATION:
            stretch = sentence.stretch(index)
            short = stretch is not None and stretch.end - stretch.start <= _SHORT
            if not short or _ends_in_comma(sentence, index) or (index > start and words[index - 1] in (",", ":")):
                return index + 1
        elif word in known.words("clausal =but =so =yet =nor"):
            if word != "than" or not (words[index + 1][0].isdigit() or words[index + 1] in known.words("determiners")):
                return index + 1
        elif word in ("after", "before", "until", "since") and _verb_before(sentence, index, start):
            return index + 1
        elif word == "as" and words[index + 1] not in ("well", "of"):
            if not index or words[index - 1] not in ("such", "well", "far", "long", "soon"):
                return index + 1
        elif word == "that" and index + 1 < end:
            if any(words[place] in known.verbs for place in range(max(start, index - 4), index)):
                return index + 1
        elif word in ("which", "whom") and index and words[index - 1] in known.words("prepositions"):
            return index + 1
        elif word in ("and", "or"):
            if _joins_clauses(sentence, index, start):
                return index + 1
        elif _opens_content(sentence, index, end):
            return index + 1
    return max(start, end - _FURTHEST)


def _ends_in_comma(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation holds the comma after it between its marks."""
    stretch = sentence.stretch(index)
    return stretch is not None and sentence.text[stretch.inner_end - 1] == ","


def _joins_clauses(sentence: Sentence, at: int, start: int) -> bool:
    """Tell `A left and B says` from `A and B say`: by a verb before the conjunction."""
    words = sentence.tokens.words
    return not at or words[at - 1] == "," or _verb_before(sentence, at, start)


def _verb_before(sentence: Sentence, at: int, start: int) -> bool:
    """Say whether a finite verb of the clause stands before a token."""
    words = sentence.tokens.words
    for index in range(at - 1, max(start - 1, at - _FURTHEST), -1):
        word = words[index]
        if word in _HARD or word in (",", QUOTATION) or word in _RELATIVES:
            return False
        if word in sentence.lexicon.words("clausal =but"):
            return False
        if finite(sentence, index):
            return True
    return False


def _opens_content(sentence: Sentence, index: int, end: int) -> bool:
    """Say whether a cue verb stands at a token whose content starts right after it: `the army says rebels claim`."""
    form = sentence.lexicon.verbs.get(sentence.tokens.words[index])
    if form is None or _SAYING.isdisjoint(form.frames) or index + 1 >= end:
        return False
    following = sentence.tokens.words[index + 1]
    if following in sentence.lexicon.words("prepositions =by days") or not following[0].isalnum():
        return False
    return finite(sentence, index) > 0 or (form.moods == "g" and sentence.tokens.word(index - 1) == ",")


def _holds_verb(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether there is a finite verb outside relative clauses, participles not counted."""
    relative = False
    for index in range(low, high):
        word = sentence.tokens.words[index]
        if word in _RELATIVES:
            relative = True
        elif finite(sentence, index) == STRONG:
            if not relative:
                return True
            relative = False
    return False


def _in_region(sentence: Sentence, low: int, end: int) -> tuple[int, int] | None:
    """Return the subject's noun phrase in a clause's tokens before its verb, or None if there is no such phrase."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    while low < end and (
        words[low] in known.words("conjunctions")
        or (is_adverb(sentence, low) and low + 1 < end)
        or (words[low] in (",", "-"))
    ):
        low += 1
    low = _past_time(sentence, low, end)
    if low >= end:
        return None
    word = words[low]
    if word in known.words("pronouns questions clausal"):
        return None
    split = _last_start(sentence, low, end)
    if split is None and (
        (word in known.words("prepositions") and not counts(sentence, low)) or _is_participle(sentence, low, end)
    ):
        return None
    begin = low if split is None else split
    stop = _without_times(sentence, begin, end)
    if _holds_verb(sentence, begin + 1, stop) or _is_clause_of_name(sentence, begin, stop):
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


def _is_name(sentence: Sentence, low: int, end: int) -> bool:
    """Say whether an ending of a participle belongs to a name at the start of a sentence: `Fred Tarka`."""
    return low + 1 < end and sentence.tokens.capital(low) and sentence.tokens.capital(low + 1)


def _last_start(sentence: Sentence, low: int, end: int) -> int | None:
    """Return where a noun phrase starts that follows another without a link: `In a statement | the army`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    articles = known.words("articles")
    governed = words[low] in known.words("prepositions") and not counts(sentence, low)
    fronted = governed or words[low].endswith("ing")
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


def _past_time(sentence: Sentence, low: int, end: int) -> int:
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
                and (words[after] in known.words("articles") or tokens.capital(after))
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
            return index if not _holds_verb(sentence, begin, index) else end
        if following in known.words("days months") or following.isdigit() or following in known.words("times"):
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


def _enumeration(sentence: Sentence, low: int, end: int, start: int) -> int:
    """Return where an enumeration starts whose last part begins at `low`: `France, its allies and Canada`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    begin = low
    high = low - 1
    if words[high] == "and":
        if tokens.word(high - 1) != ",":
            return low
        high -= 1
    elif "and" not in words[low:end]:
        return low
    for _ in range(_MOST_PARTS):
        part = clause_low(sentence, high, start)
        times = any(
            words[place] in known.words("days months times") or words[place].isdigit() for place in range(part, high)
        )
        if part >= high or high - part > _LONGEST_PART or times or _holds_verb(sentence, part, high):
            break
        while part < high and words[part] in known.words("conjunctions"):
            part += 1
        if part >= high or words[part] in known.words("prepositions clausal subordinators adverbs relatives pronouns"):
            break
        if words[part].endswith(("ing", "ed")) or finite(sentence, high - 1):
            break
        begin = part
        if tokens.word(part - 1) != ",":
            break
        high = part - 1
    return begin


def _detached(sentence: Sentence, comma: int, start: int) -> tuple[int, int] | None:
    """Return the mention before `, …,`: `the mayor, Awa Tindari,` whole, `the mayor, who fled,` its head alone."""
    words = sentence.tokens.words
    head: tuple[int, int] | None = None
    stop = comma
    for _ in range(_MOST_PARTS):
        low = _part_low(sentence, stop, start)
        edge = low <= start or words[low - 1] != ","
        kind = _part_kind(sentence, low, stop, edge=edge and head is None)
        if kind == "noun":
            region = _in_region(sentence, clause_low(sentence, stop, low) if edge else low, stop)
            if region is None:
                break
            if edge and _holds_verb(sentence, clause_low(sentence, stop, low), region[0]):
                break
            if head is not None and region[0] != low and not edge:
                break
            head = (region[0], head[1] if head is not None else region[1])
        elif kind in ("age", "bound"):
            head = (low, stop) if head is None else (low, head[1])
        elif kind == "aside":
            if edge:
                break
            if head is not None:
                # what stood after the aside was apposed to the same head, or is the head itself
                if not _goes_back(sentence, low):
                    break
                head = None
        else:
            break
        if edge:
            break
        stop = low - 1
    if head is None or _part_kind(sentence, head[0], head[1], edge=False) in ("age", "bound"):
        return None
    return head


def _part_low(sentence: Sentence, stop: int, start: int) -> int:
    """Return where the part between commas starts that ends before a token."""
    words, depth = sentence.tokens.words, 0
    for index in range(stop - 1, max(start - 1, stop - _FURTHEST), -1):
        word = words[index]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif not depth and (
            word == "," or word in _HARD or (word == QUOTATION and words[index - 1 if index else 0] != "the")
        ):
            stretch = sentence.stretch(index) if word == QUOTATION else None
            if stretch is None or stretch.end - stretch.start > _SHORT:
                return index + 1
    return max(start, stop - _FURTHEST)


def _part_kind(sentence: Sentence, low: int, stop: int, *, edge: bool) -> str:
    """Return what a part between commas is: `noun`, `age`, `bound` (`of the mission`), `aside` or `clause`."""
    tokens, known = sentence.tokens, sentence.lexicon
    if low >= stop:
        return "clause"
    word = tokens.words[low]
    # « who fled », « a copy of which was seen »
    of_which = any(
        tokens.words[place] in ("which", "whom", "whose") and tokens.words[place - 1] == "of"
        for place in range(low + 1, min(stop, low + 5))
    )
    if (word in _RELATIVES and word != "that") or (of_which and not edge):
        return "aside"
    if word[0].isdigit() and stop - low <= 3 and not edge:
        return "age"
    if stop - low == 1 and word in ("right", "left", "centre", "center", "pictured"):
        return "aside"
    if word in known.words("times days months") or word in ("last", "earlier", "later", "meanwhile", "however", "too"):
        return "aside"
    if word in _BOUND and not edge and tokens.word(low + 1) not in ("his", "her", "their", "its", "now", "example"):
        return "bound"
    if word in known.words("prepositions subordinators clausal adverbs") and not counts(sentence, low):
        return "aside" if not edge or not _splits(sentence, low, stop) else "noun"
    if (word.endswith(("ing", "ed")) or word in known.words("participles")) and not _is_name(sentence, low, stop):
        return "aside" if not edge or not _splits(sentence, low, stop) else "noun"
    if word in known.words("conjunctions") and not edge:
        return "clause" if _holds_verb(sentence, low, stop) else "noun"
    if word in known.words("pronouns") and stop - low == 1:
        return "noun"
    if not edge and _holds_verb(sentence, low, stop):
        return "clause"
    return "noun"


def _splits(sentence: Sentence, low: int, stop: int) -> bool:
    """Say whether a part that opens with an adverbial goes on to a subject: `In a statement the minister`."""
    return _last_start(sentence, low, stop) is not None or _past_time(sentence, low, stop) != low


def _goes_back(sentence: Sentence, low: int) -> bool:
    """Say whether a noun stands before an aside, which it then belongs to."""
    return sentence.tokens.words[low] in _RELATIVES


def _main_speaker(sentence: Sentence, first: int) -> Place | None:
    """Return the last speaker before a token whose clause is no part of what another said."""
    known = [(at, place) for at, place in sentence.speakers if at < first]
    while len(known) > 1:
        at, place = known[-1]
        before = known[-2][0]
        starts = sentence.tokens.starts
        between = [sentence.tokens.words[index] for index in range(before + 1, at) if starts[index] < place[0]]
        if before > at or any(word in (",", "and", "but", "while", ";", QUOTATION) for word in between):
            break
        known.pop()
    return known[-1][1] if known else None


def english_shared_subject(sentence: Sentence, first: int) -> Place | None:
    """Return the subject that a verb without its own shares with one before it in the sentence.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    last = first - 1
    while last >= 0 and is_adverb(sentence, last):
        last -= 1
    while last > 0 and words[last] in known.words("times days") and is_adverb(sentence, last - 1):
        last -= 2
    if last < 0:
        return None
    word = words[last]
    if (
        words[first].endswith("ing")
        and (word[0].isalnum() or word == ")")
        and word not in known.words("conjunctions prepositions clausal modal subordinators")
    ):
        if finite(sentence, last):
            return None  # « say adding salt is simple »
        begin = noun_phrase_back(sentence, last + 1)
        if begin is None:
            return None
        document = any(words[place] in known.words("documents") for place in range(begin, last + 1))
        if document or not begin or words[begin - 1] not in known.words("prepositions -=with"):
            return sentence.place(begin, last + 1)
    spoken = _main_speaker(sentence, first)
    if spoken is not None:
        return spoken
    relative = -1
    for index in range(last, max(-1, last - _FURTHEST), -1):
        if not finite(sentence, index):
            continue
        begin = index
        while begin and (
            words[begin - 1] in known.words("auxiliaries negation adverbs") or is_adverb(sentence, begin - 1)
        ):
            begin -= 1
        if begin and words[begin - 1] in _RELATIVES:
            relative = begin - 1
            continue
        phrase = english_mention_before(sentence, begin)
        if phrase is not None and phrase[0] != relative:
            return sentence.place(*phrase)
    return None
