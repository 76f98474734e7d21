"""What a verb takes after it: a that-clause, an indirect question, an infinitive, an object."""

from __future__ import annotations

from functools import cache

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.complements import before_new_verb, is_infinitive, skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import clause_end, phrase_content_end
from sahelcorpus.annotate.quotes.french.mentions import is_abbreviated, is_source, phrase_end, pronoun_place, who_speaks
from sahelcorpus.annotate.quotes.french.objects import (
    accuse,
    attribute,
    estimate,
    impute,
    object_phrase,
    prepositional_content,
)
from sahelcorpus.annotate.quotes.french.predicates import before_main_verb, finite_verbs, is_finite
from sahelcorpus.annotate.quotes.french.subjects import (
    after_cue,
    governing_pronoun,
    mention_before,
    noun_before,
    shared_subject,
)
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of, verb_group

_NOBODY = frozenset(("ce", "cela", "ça", "c'"))


_SAYING_NOTHING = frozenset(("veut", "veulent", "voulait", "voudrait", "faut", "fallait", "faudrait"))
"""What stands before an infinitive of saying that reports nobody's words."""


_PERCEIVED = frozenset(("entendre", "entendu", "entend", "entendait", "voir", "vu", "vue", "voit", "voyait", "laisse"))
"""Verbs before a subject with its infinitive."""

_REACH = 18


_RECIPIENTS = frozenset(
    [
        "informer",
        "prévenir",
        "avertir",
        "assurer",
        "rassurer",
        "persuader",
        "convaincre",
        "alerter",
        "remercier",
        "prier",
        "sommer",
        "inviter",
        "appeler",
        "exhorter",
        "supplier",
    ]
)


def read_clauses(sentence: Sentence) -> None:
    """Propose what every cue verb of the sentence takes after it."""
    words, lexicon = sentence.tokens.words, sentence.lexicon
    indices = sentence.verbs
    told = _told_places(sentence)
    if not sentence.known.isdisjoint(lexicon.heads):
        heads = [index for index, word in enumerate(words[:-1]) if word in lexicon.heads]
        indices = sorted({*indices, *heads})
    for index in indices:
        form = lexicon.cue_at(words, index)
        if form is None or not (
            _takes_phrases(form.frames) or any(index < place <= index + _REACH + 2 for place in told)
        ):
            continue
        group = verb_group(sentence, index, form)
        if group is not None:
            _read(sentence, group)


def _told_places(sentence: Sentence) -> list[int]:
    """Return where quotations and conjunctions stand, without which most French verbs take no content."""
    words, that = sentence.tokens.words, sentence.lexicon.words("that")
    if that.isdisjoint(sentence.known):
        return sentence.quotations
    return [index for index, word in enumerate(words) if word in that or word == QUOTATION]


@cache
def _takes_phrases(frames: str) -> bool:
    """Say whether a verb takes a content without conjunction or marks: an infinitive, a noun phrase."""
    return not set(frames).isdisjoint("inexatbcuvlyNwrBj")


def _read(sentence: Sentence, group: VerbGroup) -> None:
    if group.passive:
        _passive(sentence, group)
        return
    frames = group.form.frames
    if "s" in frames and not group.reflexive:
        return
    if _says_nothing(sentence, group):
        return
    speaker = _subject(sentence, group)
    if speaker is not None:
        sentence.speakers.append((group.at, speaker))
    if speaker is not None and sentence.text[speaker[0] : speaker[1]].lower() in _NOBODY:
        return
    if speaker is not None and who_speaks(sentence, speaker) is Speaking.THING:
        return
    if "h" in frames and group.mood == "f" and (speaker is None or not is_source(sentence, speaker)):
        return
    if _is_authors_own(sentence, group, speaker) or _is_nobodys(sentence, group, speaker):
        return
    if speaker is None and group.pronoun is None and set(group.form.moods) <= {"o"}:
        return  # « Signalons que »: the author
    if group.form.lemma in sentence.lexicon.words("impersonal") and sentence.tokens.word(group.first - 1) == "il":
        return
    if "o" in frames and (speaker is None or is_author(sentence, speaker)):
        return
    readers = (
        _that,
        _question,
        _describes_itself,
        _infinitive,
        _of_infinitive,
        estimate,
        impute,
        prepositional_content,
        object_phrase,
    )
    narrow = (speaker is not None and is_author(sentence, speaker)) or group.pronoun is not None
    for reader in readers[:2] if narrow else readers:
        if reader(sentence, group, frames, speaker):
            return


def _is_authors_own(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Say whether the author speaks: a first person in a text of several paragraphs, or one who says nothing."""
    if speaker is None or not is_author(sentence, speaker):
        return False
    return sentence.in_article or not {"ne", "n'"}.isdisjoint(sentence.tokens.words[group.first : group.at])


_RUMOUR = frozenset(
    (
        "murmurer",
        "raconter",
        "rapporter",
        "assurer",
        "annoncer",
        "indiquer",
        "affirmer",
        "confirmer",
        "dire",
        "prétendre",
    )
)


def _is_nobodys(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Say whether nobody speaks: `il faut cesser de croire que`, `on nous dira que`, `l'on se souvient que`."""
    tokens = sentence.tokens
    words = tokens.words
    if group.mood == "i" and "-il" in words[max(0, group.first - 3) : group.first]:
        return not sentence.lexicon.words("impersonal_verbs").isdisjoint(words[max(0, group.first - 4) : group.first])
    if speaker is None and tokens.word(group.first - 1) in ("tout", "rien", "cela", "ceci", "ça"):
        return True
    if group.mood == "i" and speaker is not None and sentence.text[slice(*speaker)].lower() == "il":
        before = words[max(0, group.first - _REACH) : group.first]
        last = len(before) - 1 - before[::-1].index("il") if "il" in before else None
        return last is not None and not sentence.lexicon.words("impersonal_verbs").isdisjoint(
            before[last + 1 : last + 4]
        )
    if speaker is None and group.mood == "f" and tokens.word(group.first - 1) == "on":
        told = {"nous", "me", "m'", "vous"}.isdisjoint(words[group.first : group.at])
        return group.form.lemma not in _RUMOUR or not told or words[group.at].endswith("rait")
    return False


def _says_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell `cela veut dire que`, `il va sans dire que`, `force est de constater que`, `elle se demandait si`."""
    if group.form.lemma == "demander" and group.reflexive:
        # « elle se demandait si » is thought; « il s'est demandé si » was said
        compound = sentence.tokens.words[group.at] in ("demandé", "demandée", "demandés", "demandées")
        return not compound or group.mood != "f"
    if group.mood != "i":
        return False
    before = [sentence.tokens.word(index) for index in range(max(0, group.first - 3), group.first)]
    if not before:
        return True  # « Dire que ce pont devait durer », « Nier que la mare baisse serait absurde »
    idiom = tuple(before[-2:]) in (("va", "sans"), ("allait", "sans")) or ("force" in before and before[-1] == "de")
    return before[-1] in _SAYING_NOTHING or before[-1] == "autant" or idiom


def _subject(sentence: Sentence, group: VerbGroup) -> Place | None:
    tokens = sentence.tokens
    if group.pronoun is not None:
        return None if tokens.words[group.pronoun].endswith("on") else pronoun_place(sentence, group.pronoun)
    if group.mood in "ig":
        begin = noun_before(sentence, group.first) if tokens.words[group.first] != "en" else None
        if begin is not None and (
            tokens.word(begin - 1) in _PERCEIVED
            if group.mood == "i"
            else speaking(sentence, begin, group.first) is Speaking.SOURCE
        ):
            return sentence.place(begin, group.first)  # « entendre le préfet déclarer que », « un texte annonçant que »
        near = governing_pronoun(sentence, group.first) if group.mood == "i" else None
        return shared_subject(sentence, group.first) if near is None else near
    if tokens.words[group.first] in ("lui", "eux") and group.first < group.at and _opens_clause(sentence, group.first):
        return sentence.place(group.first, group.first + 1)  # « Lui avoue que »
    phrase = mention_before(sentence, group.first)
    if phrase is None:
        before = tokens.word(group.first - 1)
        if before in sentence.lexicon.words("conjunctions") or before == ",":
            inverted = after_cue(sentence, group.first) if before == "," else None
            return shared_subject(sentence, group.first) if inverted is None else inverted
        return None
    if tokens.words[phrase[0]] == "on":
        return None
    return sentence.place(*phrase)


def _opens_clause(sentence: Sentence, index: int) -> bool:
    return index == 0 or sentence.tokens.words[index - 1] in (";", ":", "mais", "et", "–", "—")


def _between_is_adverbial(sentence: Sentence, start: int, end: int, lemma: str) -> bool:
    """Say whether only adverbials and recipients stand between a verb and its complement."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if start == end:
        return True
    first = tokens.words[start]
    if (
        first in lexicon.words("definite")
        and lemma not in _RECIPIENTS
        and tokens.word(start + 1) not in ("veille", "soir", "matin", "jour", "même")
    ):
        return False
    for index in range(start, end):
        word = tokens.words[index]
        if word in lexicon.words("relatives -that") or word in (";", ":", QUOTATION):
            return False
        form = lexicon.verbs.get(word)
        if (
            form is not None
            and "f" in form.moods
            and "p" not in form.moods
            and tokens.word(index - 1) not in lexicon.words("determiners")
        ):
            return False
    return (
        first in lexicon.words("prepositions adverbs audience =, =lui =leur")
        or first in lexicon.words("definite")
        or lemma in _RECIPIENTS
        or first[0] == "-"
        or first in lexicon.words("negation")
        or first.endswith("ment")
    )


def _that(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    if "q" not in frames:
        return False
    tokens, that = sentence.tokens, sentence.lexicon.words("that")
    for index in range(group.end, min(len(tokens), group.end + _REACH)):
        word = tokens.words[index]
        if word in (";", ":", QUOTATION) or (word == "." and not is_abbreviated(sentence, index)):
            return False
        if word not in that:
            continue
        if not _between_is_adverbial(sentence, group.end, index, group.form.lemma):
            return False
        if tokens.word(index - 1) in (
            "ce",
            "plus",
            "moins",
            "plutôt",
            "tel",
            "telle",
            "dès",
            "alors",
            "tandis",
            "bien",
            "lors",
            "pendant",
            "ainsi",
            "même",
        ):
            if tokens.word(index - 1) == "ce" and tokens.word(index - 2) in ("à", "de"):
                pass
            elif tokens.word(index - 1) not in ("même", "ainsi") or index - 1 != group.end:
                # « affirme ainsi que » announces; « l'un, ainsi que l'autre » adds
                return False
        taken = not {"le", "l'"}.isdisjoint(tokens.words[group.first : group.at])
        if taken and tokens.word(index - 1) == "," and "," not in tokens.words[group.end : index - 1]:
            return False  # « elle le criera partout, que cela plaise ou non »
        if index + 1 >= len(tokens) or (tokens.word(index - 1) in ("chose", "autre") and index > group.end):
            return False
        end = _own_clause_end(sentence, group, index + 1)
        if end <= index + 1:
            return False
        if speaker is None:
            speaker = _source_between(sentence, group.end, index)
        score = 0.95 if speaker is not None else 0.75
        if speaker is not None and is_author(sentence, speaker):
            score = 0.6
        elif tokens.word(end) == "," and tokens.word(end + 1) == "selon":
            score = 0.9  # « a jugé que A, selon lui, A »: who is nearer goes on
        places = [sentence.place(index + 1, end)]
        return sentence.propose("that-clause", score, places, cue=cue_of(sentence, group), speaker=speaker, least=6)
    return False


def _source_between(sentence: Sentence, start: int, end: int) -> Place | None:
    """Return the source that stands between a verb and its clause: `on assure de source militaire que`."""
    words = sentence.tokens.words
    for index in range(start, end - 1):
        if words[index] in ("de", "d'") and not {"source", "sources"}.isdisjoint(words[index + 1 : index + 3]):
            return sentence.place(index + 1, end)
    return None


def _own_clause_end(sentence: Sentence, group: VerbGroup, start: int) -> int:
    """Return where a que-clause ends whose verb stands in a relative or subordinate clause: before the main clause."""
    end = clause_end(sentence, start, group)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not _is_unfinished(sentence, group):
        return end
    passed = lexicon.words("clitics negation -definite =l'")
    for comma in range(start + 1, end):
        if tokens.words[comma] != "," or not finite_verbs(sentence, start, comma):
            continue
        place = comma + 1
        while place < end and tokens.words[place] in passed:
            place += 1
        if place < end and is_finite(sentence, place):
            return comma  # « La députée, qui a déclaré que A, a quitté la salle »
        if tokens.word(comma + 1) not in lexicon.words("conjunctions relatives prepositions") and finite_verbs(
            sentence, comma + 1, min(end, comma + 1 + _REACH)
        ):
            return comma  # « Si l'armée soutient que A, les rescapés disent que B »
    return before_main_verb(sentence, start, end) if tokens.word(group.first - 1) == "qui" else end


def _is_unfinished(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether the main clause is still to come: the cue stands in a relative or subordinate clause before it."""
    before = sentence.tokens.word(group.first - 1)
    if group.mood == "i" and governing_pronoun(sentence, group.first) is not None:
        return False
    if before in ("c'", "ce") or "c'" in sentence.tokens.words[max(0, group.first - _REACH) : group.first]:
        return False
    main = finite_verbs(sentence, 0, group.at + 1)
    if any(group.first <= verb <= group.at for verb in main):
        return group.form.lemma == "répéter" and "beau" in sentence.tokens.words[: group.first]
    return not main or ("beau" in sentence.tokens.words[max(0, group.first - 3) : group.first])


def _describes_itself(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `se dit prêt à A`, `s'est déclarée favorable à A`."""
    del frames
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


def _question(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    if "w" not in frames or _is_untold(sentence, group):
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    questions = lexicon.words("questions")
    # « demande d'où ils viennent »
    if tokens.word(group.end) == "d'" and tokens.word(group.end + 1) == "où":
        end = clause_end(sentence, group.end, group)
        return sentence.propose(
            "indirect question",
            0.9,
            [sentence.place(group.end, end)],
            cue=cue_of(sentence, group),
            speaker=speaker,
        )
    for index in range(group.end, min(len(tokens), group.end + 10)):
        word = tokens.words[index]
        if word in (";", ":", ".", QUOTATION):
            return False
        if word not in questions:
            continue
        if word == "ce" and (
            tokens.word(index + 1) not in ("que", "qui", "qu'") or tokens.word(index - 1) in ("de", "à", "sur")
        ):
            return False
        if word == "si" and tokens.word(index + 1) in ("bien", "souvent", "peu", "longtemps"):
            return False
        if not _between_is_adverbial(sentence, group.end, index, "informer") or (
            word in ("qui", "où") and index > group.end
        ):
            return False
        begin = index - (tokens.word(index - 1) == "d'")
        end = _own_clause_end(sentence, group, index)
        if end - index < 3:
            return False
        return sentence.propose(
            "indirect question",
            0.9,
            [sentence.place(begin, end)],
            cue=cue_of(sentence, group),
            speaker=speaker,
            least=6,
        )
    return False


def _is_untold(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether a French verb is denied, so that the answer was not given: `n'a pas dit où`."""
    asking = group.form.lemma in ("demander", "interroger", "vouloir savoir")
    return not asking and not {"ne", "n'"}.isdisjoint(sentence.tokens.words[group.first : group.at])


def _infinitive(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    if "i" not in frames:
        return False
    index = skip_adverbs(sentence, group.end)
    if not is_infinitive(sentence, index):
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


def _of_infinitive(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `promet de A`, `demande à X de A`, `accuse X de A`, `qualifie X de A`, `appelle X à A`."""
    tokens = sentence.tokens
    cue = cue_of(sentence, group)
    start = skip_adverbs(sentence, group.end)
    limit = min(len(tokens), group.end + 22)
    if "x" in frames and accuse(sentence, group, start, limit, speaker):
        return True
    if "t" in frames and attribute(sentence, group, start, limit, speaker):
        return True
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
            if word in ("de", "d'") and (
                is_infinitive(sentence, index + 1) or (tokens.word(index + 1) == QUOTATION and index <= start + 4)
            ):
                if (
                    index > start
                    and tokens.words[start] not in ("à", "au", "aux", "de", "d'", "par", "dans", ",", "pour")
                    and group.form.lemma
                    not in ("prier", "sommer", "supplier", "adjurer", "conjurer", "implorer", "instruire")
                ):
                    break
                end = phrase_content_end(sentence, index + 1, group)
                end = before_new_verb(sentence, index + 1, end)
                return sentence.propose(
                    "de + infinitive", 0.92, [sentence.place(index + 1, end)], cue=cue, speaker=speaker, least=6
                )
    return False


def _passive(sentence: Sentence, group: VerbGroup) -> None:
    """Read `il a été annoncé que A`, where nobody is named, and `X a été accusé par Y de A`."""
    frames, tokens = group.form.frames, sentence.tokens
    if not _by_agent(sentence, group, frames) and tokens.word(group.first - 1) == "il" and "q" in frames:
        _that(sentence, group, frames, None) or _question(sentence, group, frames, None)


def _by_agent(sentence: Sentence, group: VerbGroup, frames: str) -> bool:
    """Read a passive with its agent: `a été accusée par X de A`, `ont été appelés par X à A`."""
    tokens = sentence.tokens
    at = next(
        (place for place in range(group.end, min(len(tokens), group.end + 6)) if tokens.words[place] == "par"), None
    )
    if at is None or at + 2 >= len(tokens):
        return False
    limit = min(len(tokens), at + 16)
    limit = next((place for place in range(at, limit) if tokens.words[place] in (",", ";", ":", QUOTATION)), limit)
    stop = next(
        (
            place
            for place in range(at + 2, limit)
            if (tokens.words[place] in ("de", "d'", "à") and is_infinitive(sentence, place + 1))
            or tokens.words[place] in ("que", "qu'")
        ),
        None,
    )
    if stop is None:
        return False
    wanted = "q" if tokens.words[stop] in ("que", "qu'") else "a" if tokens.words[stop] == "à" else "xe"
    speaker = sentence.place(at + 1, phrase_end(sentence, at + 1, limit=stop))
    if set(wanted).isdisjoint(frames) or who_speaks(sentence, speaker) is Speaking.THING:
        return False
    end = clause_end(sentence, stop + 1, group) if wanted == "q" else phrase_content_end(sentence, stop + 1, group)
    return end > stop + 1 and sentence.propose(
        "passive with agent",
        0.85,
        [sentence.place(stop + 1, end)],
        cue=cue_of(sentence, group),
        speaker=speaker,
        least=6,
    )
