"""What a French verb takes as its object: `accuse X de A`, `juge X « A »`, `annonce A`, `scande « A »`."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.complements import is_infinitive, skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import phrase_content_end
from sahelcorpus.annotate.quotes.french.mentions import is_source
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_SHORT = 40
_TITLE = 8
_WORKS = frozenset(("publier", "écrire", "chanter", "lire", "poster", "adresser", "conter", "raconter", "titrer"))
_BARE = 4
_OCCASION = 12
"""Most tokens of where and when something was said, between the verb and its object."""

_NAMED = frozenset(("dit", "dite", "dits", "dites"))
_RECIPIENT = 12
_GAP = 3
_PREPOSITIONS = {
    "b": frozenset(("de", "d'", "du", "des")),
    "B": frozenset(("de", "d'")),
    "c": frozenset(("contre",)),
    "u": frozenset(("pour",)),
    "v": frozenset(("sur",)),
    "l": frozenset(("à", "au", "aux")),
}
"""Prepositions before a noun phrase that was said, by the letter of the verb's frame."""

_PURPOSES = frozenset(("exiger", "réclamer", "demander", "dénoncer", "solliciter", "annoncer", "condamner", "proposer"))
"""What people gather, march or write for to say; an event there is what they said."""

_SAYING = (
    frozenset((verb, "de") for verb in ("vient", "viennent", "venait", "venaient"))
    | frozenset((verb, "d'") for verb in ("vient", "viennent", "venait", "venaient", "avant"))
    | {("avant", "de")}
)
"""A verb and its preposition before an infinitive that did happen."""

_NOT_ASKED = frozenset(("côtés", "rescousse", "secours", "barre", "tribune"))
"""Where somebody is called to, and not what he is asked: `l'appelle à ses côtés`."""

_NOT = frozenset(("pas", "jamais", "guère", "plus", "aucunement"))


_INFINITIVE = re.compile(r"\s*(?:ne (?:pas |plus |rien )?)?(?:[a-zà-ÿ]{2,}(?:er|ir|oir|re)|avoir|être)\b")
_HOW = re.compile(
    r"\s*(?:avec (?:la (?:plus|dernière)|force|vigueur|fermeté)|dans les termes|sans (?:réserve|ambiguïté))"
)
_WHAT = frozenset(("le", "la", "les", "l'", "ce", "cet", "cette", "ces", "toute", "tout", "un", "une"))
_ADJECTIVES = (
    *("ible", "ibles", "able", "ables", "aire", "aires", "urée", "urées", "uré", "nel", "nelle", "quat", "ant", "ante"),
    *("ants", "antes", "if", "ive", "eux", "euse"),
)
_JUDGING = frozenset(("juger", "estimer", "considérer", "trouver"))


def accuse(sentence: Sentence, group: VerbGroup, start: int, limit: int, speaker: Place | None) -> bool:
    """Read `accuse X de Y`: X and Y together where X stands between, else Y."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    cue = cue_of(sentence, group)
    begin = start
    if tokens.word(begin) in ("à", "au", "aux"):
        begin += 1 if tokens.words[begin] == "à" else 0
    elif tokens.word(begin) in ("de", "d'") and group.form.lemma != "accepter":
        end = phrase_content_end(sentence, begin + 1, group)
        return end > begin + 1 and sentence.propose(
            "accuse", 0.9, [sentence.place(begin + 1, end)], cue=cue, speaker=speaker
        )
    elif (
        tokens.word(begin) not in lexicon.words("definite =des")
        and tokens.word(begin) != QUOTATION
        and not (begin < len(tokens.words) and tokens.capital(begin))
    ):
        return False
    for index in range(begin + 1, limit):
        word = tokens.words[index]
        if word in (".", ";", ":", "que", "qu'"):
            limit = index
            break
        if word in ("de", "d'") and (is_infinitive(sentence, index + 1) or tokens.word(index + 1) == QUOTATION):
            end = phrase_content_end(sentence, index + 1, group)
            if group.form.lemma == "remercier" and QUOTATION not in tokens.words[begin:end]:
                return False  # thanks are an act; what is said of their reason stands in marks
            return sentence.propose("accuse", 0.95, [sentence.place(begin, end)], cue=cue, speaker=speaker)
    if group.form.lemma == "accuser":
        for index in range(begin + 1, limit):
            if tokens.words[index] in ("de", "d'") and _is_wrong(sentence, index + 1):
                end = phrase_content_end(sentence, index + 1, group)
                return sentence.propose("accuse", 0.85, [sentence.place(begin, end)], cue=cue, speaker=speaker)
    return False


def _is_wrong(sentence: Sentence, index: int) -> bool:
    """Say whether a bare noun names what somebody is accused of: `de complicité`, `de pollution`."""
    word = sentence.tokens.word(index)
    return word in sentence.lexicon.words("wrongs") or (
        word.endswith(("tion", "sion", "age", "isme", "ance", "ité", "erie"))
        and word not in sentence.lexicon.words("humans speakers titles")
        and sentence.tokens.word(index - 2) not in sentence.lexicon.words("determiners")
    )


def attribute(sentence: Sentence, group: VerbGroup, start: int, limit: int, speaker: Place | None) -> bool:
    """Read `qualifie X de « Y »`, `juge X « Y »`, `calls X “Y”`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    judged = tokens.word(start + 1) in lexicon.words("definite =toute =tout =toutes =tous")
    if tokens.word(start) == QUOTATION and judged and group.form.lemma in _JUDGING and speaker is not None:
        end = phrase_content_end(sentence, start, group)  # « juge « prématurée » toute sanction »
        places = [sentence.place(start, end)]
        return sentence.propose("attribute", 0.9, places, cue=cue_of(sentence, group), speaker=speaker)
    if group.form.lemma in _JUDGING and speaker is not None and _judged_so(sentence, start):
        end = phrase_content_end(sentence, start, group)  # « juge possible un double veto »
        places = [sentence.place(start, end)]
        return sentence.propose("attribute", 0.85, places, cue=cue_of(sentence, group), speaker=speaker)
    if (
        start >= len(tokens.words)
        or tokens.words[start] in lexicon.words("that")
        or tokens.words[start] in (",", ".", ":", QUOTATION)
    ):
        return False
    if not (
        tokens.words[start] in lexicon.words("definite strong")
        or tokens.capital(start)
        or tokens.words[start] in ("de", "d'", "des")
    ):
        return False
    for index in range(start, limit):
        word = tokens.words[index]
        judged = group.form.lemma in _JUDGING and index > start + 1 and word.endswith(_ADJECTIVES)
        if judged and speaker is not None and tokens.word(index + 1) in ("", ".", ",", ";"):
            place = sentence.place(start, index + 1)  # « a jugé la fermeté indispensable »
            return sentence.propose("attribute", 0.85, [place], cue=cue_of(sentence, group), speaker=speaker)
        if word in (".", ";", ":", ",") or word in lexicon.words("relatives"):
            return False
        if word == QUOTATION:
            end = index + 1
            if tokens.word(end) == "et":
                later = next(
                    (
                        place
                        for place in range(end, min(len(tokens.words), end + 8))
                        if tokens.words[place] == QUOTATION
                    ),
                    None,
                )
                joined = later is not None and not any(
                    tokens.words[place] in lexicon.verbs for place in range(end, later)
                )
                end = later + 1 if later is not None and joined else end
            else:
                end = phrase_content_end(sentence, index, group)
            first = start + 1 if tokens.words[start] in ("de", "d'") and index == start + 1 else start
            return sentence.propose(
                "attribute",
                0.9,
                [sentence.place(first, end)],
                cue=cue_of(sentence, group),
                speaker=speaker,
            )
    return False


def _judged_so(sentence: Sentence, index: int) -> bool:
    """Say whether an adjective stands at a token, and what it judges after it: `possible un veto`."""
    word, following = sentence.tokens.word(index), sentence.tokens.word(index + 1)
    judging = word.endswith(_ADJECTIVES) and len(word) > len("ible") and not sentence.tokens.capital(index)
    return judging and following in _WHAT


def object_phrase(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read the noun phrase or quotation that was said, asked or promised: `annonce A`, `scande « A »`."""
    frames = group.form.frames
    tokens, lexicon = sentence.tokens, sentence.lexicon
    cue = cue_of(sentence, group)
    start = _object_start(sentence, skip_adverbs(sentence, group.end))
    if start >= len(tokens.words):
        return False
    if "k" in frames and tokens.words[start] in ("de", "d'", "du", "contre"):
        marked = start + 1 + (tokens.word(start + 1) in ("un", "une"))  # « s'inquiète d'un « État à deux têtes » »
        start += tokens.word(marked) == QUOTATION
    if tokens.words[start] == "," and tokens.word(start + 1) == QUOTATION and "d" in frames:
        start += 1
    word = tokens.words[start]
    if word == QUOTATION:
        named = group.form.lemma == "dire" and tokens.words[group.at] in _NAMED and group.first == group.at
        stretch = sentence.stretch(start)
        does = stretch is not None and _INFINITIVE.match(sentence.text, stretch.inner_start) is not None
        if named and tokens.word(group.at - 1) == "," and not does:
            return False  # « Radim Skolvar, dit « le Meunier » », but not « X, pour sa part, dit « craindre A » »
        end = start + 1
        if stretch is not None and _HOW.match(sentence.text, stretch.inner_start) and tokens.word(end) in _WHAT:
            return False  # « condamne « avec la plus grande fermeté » l'attaque »
        if stretch is not None and set(frames) & set("nk"):
            end = phrase_content_end(sentence, start, group)
            if tokens.word(start + 1) not in (
                "et",
                "ou",
                ",",
                "à",
                "au",
                "aux",
                "de",
                "d'",
                "des",
                "du",
                "sur",
                "contre",
                "pour",
                "la",
                "le",
                "les",
                "si",
                "qui",
                "dans",
            ) and not tokens.word(start + 1).endswith(("ée", "ées", "és", "ant")):
                end = start + 1
        elif group.form.lemma in ("dire", "affirmer", "promettre") and tokens.word(end) in (
            "à",
            "au",
            "aux",
            "la",
            "le",
        ):
            end = phrase_content_end(sentence, start, group)
        unsaid = "k" in frames and group.mood not in "fg" and not _prefers(sentence, group)
        if (speaker is None and group.mood != "g") or unsaid:
            return False
        if group.form.lemma in _WORKS and stretch is not None and _is_title(sentence, stretch):
            return False
        short = stretch is not None and stretch.end - stretch.start < _SHORT
        if short and not (speaker and is_source(sentence, speaker)):
            return False
        return sentence.propose("quotation as object", 0.85, [sentence.place(start, end)], cue=cue, speaker=speaker)
    if speaker is None or is_author(sentence, speaker) or not (group.mood in "fg" or _is_said(sentence, group)):
        return False
    if not (
        word in lexicon.words("definite") or word in ("des", "du", "de", "d'", "tout", "toute") or word[0].isdigit()
    ):
        return False
    end = phrase_content_end(sentence, start, group)
    quoted = any(tokens.words[index] == QUOTATION for index in range(start, end))
    near = any(
        (stretch := sentence.stretch(index)) is not None and not _HOW.match(sentence.text, stretch.inner_start)
        for index in range(start, min(end, start + 7))
    )
    indefinite = "r" in frames and (word in lexicon.words("indefinite") or word[0].isdigit())
    if not ("n" in frames or indefinite or ("k" in frames and near) or ("N" in frames and _states(sentence, start))):
        return False
    if not quoted and _is_taken_up(sentence, group, start, end):
        return False
    if word in ("de", "d'", "du") and "k" not in frames and not quoted and word != "du":
        return False
    if group.form.lemma == "prévoir" and not any(tokens.words[index][0].isdigit() for index in range(start, end)):
        return False  # a text provides for something; only a forecast is somebody's words
    denied = group.form.lemma != "exclure" and not _NOT.isdisjoint(tokens.words[group.first : start])
    if end - start < 2 or denied:
        return False
    if tokens.word(group.end) in ("tout", "toute") and start > group.end:
        start = group.end
    if word in ("tout", "toute") and tokens.word(start + 1) in ("et", "ou", ".", ",", ""):
        return False
    if tokens.word(start + 1) in ("question", "suite", "parole", "accord", "anonymat"):
        return False
    score = 0.8 if not quoted else 0.88
    return sentence.propose("noun phrase", score, [sentence.place(start, end)], cue=cue, speaker=speaker, least=6)


def _prefers(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether an infinitive tells what somebody chooses to say: `préfère parler de « continuité »`."""
    return sentence.tokens.word(group.first - 1).startswith("préf")


def _is_said(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether an infinitive's words were said: `marchent pour exiger`, `vient d'annoncer`, `tient à dénoncer`."""
    words, first = sentence.tokens.words, group.first
    if group.mood != "i" or first < 2:
        return False
    if words[first - 1] == "pour":
        return group.form.lemma in _PURPOSES
    return (words[first - 2], words[first - 1]) in _SAYING


def _states(sentence: Sentence, start: int) -> bool:
    """Say whether a noun phrase names a state of affairs: `la nécessité d'agir`, `le fait que`."""
    nouns = sentence.lexicon.words("statements")
    return any(sentence.tokens.word(index) in nouns for index in range(start, start + 4))


def _is_taken_up(sentence: Sentence, group: VerbGroup, start: int, end: int) -> bool:
    """Say whether the object only points to what was said before: `rejette ces accusations`, `en propose une autre`."""
    words, lexicon = sentence.tokens.words, sentence.lexicon
    if any(words[index] in ("en", "l'", "le", "la", "les") for index in range(group.first, group.at)):
        return True
    pointing = words[start] in lexicon.words("anaphoric")
    return pointing and end - start <= _BARE and not lexicon.words("claims").isdisjoint(words[start + 1 : end])


def prepositional_content(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `fait état de A`, `met en garde contre A`, `plaide pour A`, `appelle X à A`, `insiste sur A`."""
    frames = group.form.frames
    if speaker is None or is_author(sentence, speaker) or group.mood not in "fg":
        return False
    wanted = [_PREPOSITIONS[letter] for letter in frames if letter in _PREPOSITIONS]
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = skip_adverbs(sentence, group.end)
    near = 0 if not {"b", "B", "v"}.isdisjoint(frames) else _GAP
    if group.form.lemma in ("informer", "avertir", "alerter", "aviser"):
        near = _RECIPIENT  # « informe les riverains de la fermeture »
    for index in range(start, min(len(tokens.words), start + _RECIPIENT)):
        word = tokens.words[index]
        if word in (".", ";", ":", QUOTATION) or word in lexicon.words("relatives"):
            return False
        if not any(word in forms for forms in wanted):
            if index - start > near and "l" not in frames:
                return False
            continue
        following = tokens.word(index + 1)
        if "l" in frames and tokens.word(index + 2) in _NOT_ASKED:
            return False
        if is_infinitive(sentence, index + 1) or not following or following in lexicon.words("that"):
            return False
        figure = following in lexicon.words("indefinite") or following[0].isdigit() or following == "plus"
        if (
            "v" in frames
            and not (figure if group.form.lemma == "tabler" else following == QUOTATION)
            and not (_states(sentence, index + 1))
        ):
            return False
        if "B" in frames and (not figure or tokens.word(index + 2) in ("voix", "ton", "seul")):
            return False
        if "l" in frames and index == start and (tokens.capital(index + 1) or tokens.word(group.at - 1) == "en"):
            return False  # « appelle à Zamkoy »: a place; « en appelle au gouvernement »: whom
        end = phrase_content_end(sentence, index + 1, group)
        return end > index + 1 and sentence.propose(
            "preposition + noun phrase",
            0.8,
            [sentence.place(index + 1, end)],
            cue=cue_of(sentence, group),
            speaker=speaker,
            least=4,  # « appelle au calme »
        )
    return False


def _is_title(sentence: Sentence, stretch: Marked) -> bool:
    """Say whether marks hold a title rather than words: a capital, few words, no verb."""
    text = sentence.text[stretch.inner_start : stretch.inner_end]
    words = text.replace("’", " ").replace("'", " ").lower().split()
    return text[:1].isupper() and len(words) <= _TITLE and sentence.lexicon.finite.isdisjoint(words)


def _object_start(sentence: Sentence, index: int) -> int:
    """Return where the object starts after `lundi à Marsani`, `depuis février`, `pour la saison sèche`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    prepositions = lexicon.words("prepositions -=de -=d' -=du -=des")
    definite = lexicon.words("definite")
    for _ in range(3):
        if tokens.word(index) not in prepositions:
            break
        place = index + 1
        if tokens.word(place) in definite:
            place += 1
        place += 1
        while place < min(len(tokens.words), index + _OCCASION):
            word = tokens.words[place]
            if word == QUOTATION or (
                (word in definite or word == "des") and tokens.word(place - 1) not in lexicon.words("prepositions")
            ):
                return place
            if word in (",", ".", ";", ":"):
                return index
            place += 1
        return index
    return index
