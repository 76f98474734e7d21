"""The mention of a speaker after its verb: a noun phrase with title and apposition, or an inverted pronoun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.appositions import DOTTED, apposition_at
from sahelcorpus.annotate.quotes.french.circumstances import (
    DAYPARTS,
    ON_OCCASION,
    STATIONS,
    TAKING_NAMES,
    TIMES,
    is_date,
    is_told_to,
    outlet_end,
    time_phrase,
    tokens_capital,
)
from sahelcorpus.annotate.quotes.french.going_on import (
    ALL_OF,
    ARTICLES,
    WHOEVER,
    begins_mention,
    coordinates,
    goes_on_with,
    is_cause,
    is_cue_form,
    is_manner,
    is_noun_after,
    leads_to_name,
    relative_end,
)
from sahelcorpus.annotate.quotes.french.predicates import is_finite
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import ADVERBIAL, QUOTATION

_STRONG_STOPS = frozenset((".", ";", ":", "!", "?", "…", "–", "—", "|", "-", "/", "["))
_MASCULINE = frozenset(("à", "au", "aux"))
_LONGEST = 40
_WHEN_LEFT = frozenset(("sortir", "quelques"))
"""What a time begins with after `à`: `a dit le maire | au sortir de l'audience`."""

_QUANTIFIERS = frozenset(("d'autres", "d'aucuns", "certains", "certaines", "plusieurs", "beaucoup", "some", "many"))


def is_abbreviated(sentence: Sentence, index: int) -> bool:
    """Say whether a full stop belongs to the title or initial before it: `M.`, `J.`."""
    before = sentence.tokens.word(index - 1)
    return before in DOTTED or (len(before) == 1 and before.isalpha())


def pronoun_place(sentence: Sentence, index: int) -> Place:
    """Return the place of an inverted pronoun without its hyphens: `-t-il` is `il`."""
    tokens = sentence.tokens
    end = tokens.ends[index]
    return end - len(tokens.words[index].rsplit("-", maxsplit=1)[1]), end


def mention_after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase that is the subject after a verb, or None.

    Args:
        sentence: The sentence.
        index: The first token after the verb group.
    """
    start = _start_after(sentence, index)
    if start is None:
        return None
    end = phrase_end(sentence, start)
    return (start, end) if end > start else None


def _start_after(sentence: Sentence, index: int) -> int | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite, prepositions = lexicon.words("definite"), lexicon.words("prepositions")
    adverbs = lexicon.words("adverbs")
    limit = min(len(tokens.words), index + 24)
    while index < limit:
        word = tokens.words[index]
        if (word in adverbs and not tokens.capital(index)) or (word in DAYPARTS and tokens.words[index - 1] in TIMES):
            index += 1
        elif word == ",":
            following = tokens.word(index + 1)
            aside = _aside_end(sentence, index + 1) if following not in prepositions else None
            if aside is not None:
                index = aside
                continue
            begins = following in prepositions or following in definite or following in adverbs
            if not (begins or tokens_capital(sentence, index + 1)):
                return None
            index += 1
        elif word == QUOTATION or word in _STRONG_STOPS:
            return None
        elif word in definite:
            skipped = time_phrase(sentence, index)
            if skipped == index:
                return index
            index = skipped
        elif (
            (tokens.capital(index) and word not in prepositions)
            or (
                word in ("de", "d'", "des")
                and tokens.word(index + 1)
                in (
                    "nombreux",
                    "nombreuses",
                    "autres",
                    "source",
                    "sources",
                )
            )
            or word == "des"
        ):
            return index
        elif word in prepositions:
            index = _after_prepositional(sentence, index, limit)
        elif word in lexicon.words("titles humans") or begins_mention(sentence, index):
            return index
        else:
            return None
    return None


_SPOKEN_INTO = frozenset(("téléphone", "micro", "barre", "tribune", "antenne", "fil", "ligne", "chœur", "choeur"))
_ASIDE = 6
"""Most tokens of an aside on how somebody spoke."""


def _aside_end(sentence: Sentence, index: int) -> int | None:
    """Return where the speaker stands after an aside on how it was said: `a lancé, visiblement ému, | l'avocat`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    close = next(
        (at for at in range(index, min(len(tokens.words), index + _ASIDE + 1)) if tokens.words[at] == ","), None
    )
    if close is None or close == index or QUOTATION in tokens.words[index:close]:
        return None
    after = close + 1
    begins = tokens.word(after) in lexicon.words("definite indefinite") or tokens_capital(sentence, after)
    if not begins or speaking(sentence, after, min(len(tokens.words), after + 4)) is not Speaking.SOURCE:
        return None
    if tokens_capital(sentence, index) or speaking(sentence, index, close) is Speaking.SOURCE:
        return None
    return after


def _after_prepositional(sentence: Sentence, index: int, limit: int) -> int:
    """Return the index after a prepositional phrase: at the next determiner or name that no preposition governs."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite, prepositions = lexicon.words("definite"), lexicon.words("prepositions")
    name_seen = False
    index += 1
    if tokens.word(index) in definite:
        index += 1
    elif tokens_capital(sentence, index):
        name_seen = True
        after = index
        while tokens_capital(sentence, after):
            after += 1
        if tokens.word(after) in definite and after < limit:
            return after  # « a précisé à Ourma Presse | le dirigeant »
        if after - index > 1:
            outlet = outlet_end(sentence, index, after)
            if outlet < after:
                return outlet  # « a confié à Sarrune Presse | Ali Dembo »
            aside = tokens.word(after) == "," and tokens.word(after + 1) in prepositions
            if aside and _start_after(sentence, after) is not None:
                return after  # « a déclaré à Sarrune Presse, sous couvert d'anonymat, | un élu »
    index += 1
    while index < limit:
        word = tokens.words[index]
        if word in (",", QUOTATION) or word in _STRONG_STOPS:
            return index
        governed = tokens.word(index - 1) in prepositions
        if governed and word in STATIONS and tokens.capital(index):
            index = outlet_end(sentence, index, limit)  # « à nos confrères de Radio Sarrune | Ali Dembo »
            continue
        # « a dit à la presse | des témoins », but « à l'issue des débats »
        begins = (
            word in definite
            if word != "des"
            else tokens.words[index - 1] in lexicon.words("audience -=issue -=sortie -=fin")
        )
        if not governed and (begins or begins_mention(sentence, index)):
            return index
        if (
            tokens.capital(index)
            and not governed
            and (name_seen or tokens.word(index - 1) not in prepositions | definite)
        ):
            spoken = tokens.words[index - 1] in _SPOKEN_INTO  # « affirme au téléphone | Awa Koné »
            noun = tokens.words[index - 1]
            belongs = noun in TAKING_NAMES and tokens.word(index - 2) in prepositions | definite
            # « à la radio Nostalgie », but « à la radio | Ali Kobo »
            row = tokens_capital(sentence, index + 1) or word in DOTTED
            belongs = belongs and not (noun in STATIONS and row)
            if not name_seen and not spoken and belongs:
                name_seen = True  # the name belongs to the noun before it: `au camp Zarko`
            else:
                return index
        index += 1
    return index


_SEVERAL = (
    "un une deux trois quatre cinq six certains certaines plusieurs beaucoup aucun aucune chacun chacune quelques-uns"
)
_OF_SEVERAL = frozenset(_SEVERAL.split())


def one_of_them(sentence: Sentence, start: int) -> int:
    """Return the index after `l'un d'eux`, `certains d'entre elles`; 0 if something else stands there.

    Args:
        sentence: The sentence.
        start: The first token.
    """
    words, index = sentence.tokens.words, start + (sentence.tokens.word(start) == "l'")
    if words[index : index + 1] and words[index] in _OF_SEVERAL and words[index + 1 : index + 2] == ["d'"]:
        index += 2 + (words[index + 2 : index + 3] == ["entre"])
        if words[index : index + 1] and words[index] in ("eux", "elles", "nous", "vous"):
            return index + 1
    return 0


def phrase_end(sentence: Sentence, start: int, *, limit: int | None = None) -> int:
    """Return the index after the noun phrase that starts at a token, appositions included.

    Args:
        sentence: The sentence.
        start: The phrase's first token.
        limit: Index that it may not pass.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    one_of = one_of_them(sentence, start)
    if one_of:
        return one_of
    if words[start] in ALL_OF and tokens.word(start + 1) in lexicon.words("definite"):
        return phrase_end(sentence, start + 1, limit=limit)  # « toute l'opposition »
    if words[start] in WHOEVER and tokens.word(start + 1) in lexicon.words("relatives"):
        return relative_end(sentence, start + 1, limit)  # « celui qui dirige la mission »
    stops, verbs = lexicon.words("stops"), lexicon.verbs
    auxiliaries, clitics = lexicon.words("auxiliaries"), lexicon.words("clitics -definite")
    governors = lexicon.words("prepositions conjunctions determiners =,")
    audience, finite = lexicon.words("audience"), lexicon.surely_finite
    if (
        words[start] in lexicon.words("strong subjects")
        and words[start] not in _QUANTIFIERS
        and not _is_determiner(sentence, start)
    ):
        joined = tokens.word(start + 1) == "et" and tokens.word(start + 2) in lexicon.words("definite")
        if not joined or start + 2 >= (len(words) if limit is None else limit):
            return start + 1
        return phrase_end(sentence, start + 2, limit=limit)  # « lui et ses voisins »
    stop = min(len(words) if limit is None else limit, start + _LONGEST)
    index = start + 1
    while index < stop:
        word = words[index]
        if word == ",":
            if not apposition_at(sentence, index + 1, stop):
                break
            index += 1  # its first noun may look like a verb: « Alassane Porgho, figure de la Veille »
        elif word == "(":
            if index + 2 < stop and words[index + 2] == ")":
                index += 3
                continue
            break
        elif (word == "." and is_abbreviated(sentence, index)) or (
            word == "-" and words[index - 1] == "." and tokens.starts[index] == tokens.ends[index - 1]
        ):
            pass  # « J.-P. Moral »
        elif (
            word in _STRONG_STOPS
            or word in (")", ADVERBIAL)
            or (word in ("de", "d'") and tokens.word(index + 2) in ("voix", "ton", "trait"))
            or (word == "du" and tokens.word(index + 1) == "haut" and tokens.word(index + 2) in ("de", "du", "d'"))
        ) or (word in ARTICLES and words[index - 1] not in governors and not goes_on_with(sentence, index)):
            break
        elif word in ("plus", "tout", "toute") and words[index - 1] in lexicon.words("definite"):
            pass  # « le plus jeune », « le tout nouveau préfet »
        elif word == QUOTATION:
            stretch = sentence.stretch(index)
            if stretch is None or stretch.end - stretch.start > 60 or words[index - 1] == ",":
                break
        elif word in _MASCULINE:
            if is_told_to(sentence, index):
                break
            following = tokens.word(index + 1)
            if following in lexicon.words("determiners"):
                following = tokens.word(index + 2)
            if following in audience or following in _WHEN_LEFT or following.isdigit():
                break
        elif (
            (
                word == "en"
                and (
                    tokens.word(index + 1).endswith("ant")
                    or tokens.word(index + 1) in audience
                    or tokens.word(index + 1) in ON_OCCASION
                )
            )
            or (word in ("ce", "cette", "cet", "la", "le") and time_phrase(sentence, index) != index)
            or is_date(sentence, index)
            or (
                word in stops
                and not (tokens.capital(index) and words[index - 1] in ("d'", "de"))  # « Grain d'Or »
                and not (word in ("et", "ou") and coordinates(sentence, index, stop))
                and not (word == "pour" and (leads_to_name(sentence, index, stop) or is_cause(sentence, start, index)))
            )
            or word in auxiliaries
            or word in ("ne", "n'")
            or is_manner(sentence, index)
            or (word in clitics and word != "en")
            or (word in finite and is_finite(sentence, index) and not is_noun_after(sentence, start, index))
            or (word in verbs and is_cue_form(sentence, index))
        ):
            break
        index += 1
    opened = next((at for at in range(index - 1, start, -1) if words[at] in ("qui", "dont")), None)
    if opened is not None and lexicon.words("clitics negation").issuperset(words[opened + 1 : index]):
        index = opened  # « commente un diplomate | qui l'a connu »
    while index > start + 1 and (
        words[index - 1] == ","
        or words[index - 1] in lexicon.words("prepositions -=via")
        or (words[index - 1] in lexicon.words("conjunctions") and not tokens.capital(index - 1))
    ):
        index -= 1
    return index


def _is_determiner(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens.words[index]
    return word in sentence.lexicon.words("definite")


def is_source(sentence: Sentence, place: Place) -> bool:
    """Say whether a mention can be a source: a person, an organisation, a document, a name, a personal pronoun."""
    return who_speaks(sentence, place) is Speaking.SOURCE


def who_speaks(sentence: Sentence, place: Place) -> Speaking:
    """Return whether a mention of the sentence can be a source, by its head noun."""
    starts = sentence.tokens.starts
    first = max(0, bisect_right(starts, place[0]) - 1)
    if sentence.tokens.words[first][0] == "-":
        return Speaking.SOURCE  # an inverted pronoun
    return speaking(sentence, first, max(first + 1, bisect_left(starts, place[1])))
