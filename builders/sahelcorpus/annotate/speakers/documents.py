"""Who speaks where a document does: the one who issued it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.antecedents import Wanted
from sahelcorpus.annotate.speakers.descriptions import Descriptions
from sahelcorpus.annotate.speakers.phrases import Determiner
from sahelcorpus.annotate.speakers.readings import Form, Reading, read_mention
from sahelcorpus.annotate.speakers.referents import BODIES, PEOPLE, Being, Referent
from sahelcorpus.annotate.speakers.resolved import How
from sahelcorpus.annotate.speakers.scenes import Seen
from sahelcorpus.annotate.speakers.words import fold, words

_DOCUMENTS_BACK = 12
_MENTIONS_BACK = 8
_SENTENCE = 240
_STOP = re.compile(r"[,;:.!?()«»“”\"\n]")
_IN_FRONT = 25
_AFTER_VERB = 7
"""Words before a document's noun among which the verb stands that issues it."""
# What leads from a document to its issuer; an article goes with it that the issuer's noun needs.
_ISSUED_BY = {
    "fr": re.compile(
        r"[^,;:.]{0,60}?\b(?:par |signée? (?:de |par )?"
        r"|(?<!près )(?<!lors )(?<!sujet )(?<!propos )(?:(de la |de l'|du |des )|de |d'))"
    ),
    "en": re.compile(r"[^,;:.]{0,60}?\b(?:by |from |of |signed (?:by )?)"),
}
_PASSED_ON = re.compile(
    r" (?:et )?(?:remis|adressé|transmis|consulté|publié|diffusé|daté|rédigé|parvenu|obtenu|envoyé|signé)e?s?\b"
)
"""What became of a document, after who issued it: « la lettre du gouvernement | remise au président »."""
_SEEN_BY = re.compile(
    r"\b(?:consulté|obtenu|vu|cité|parcouru|relayé|repris|révélé|examiné|authentifié|vérifié|reçu|analysé)e?s?"
    r" (?:[\w-]+ )?par |\b(?:seen|obtained|reviewed|read|viewed|cited|leaked|verified) (?:\w+ )?(?:by|from) "
)
"""Who only has seen a document: « un document consulté par l'agence »."""
# « une lettre adressée au chef de l'État » is not his.
_GOES_TO = re.compile(r" (?:au|aux|à|contre|chez|en|dans|to|against|in|on) ")
# « a message that reached half the telephones of the town » is not the town's.
_RELATIVE = re.compile(r" (?:qui|que|qu'|dont|that|which|who) ")
_SIGNED = re.compile(
    r", (?:daté[^,.]{0,30}, )?"
    r"(?:(?:co)?signée?|publiée?|diffusée?|rédigée?|émanant|commandée?|élaborée?|établie?|réalisée?|dévoilée?|adoptée?"
    r"|signed|published|issued|written|released|drafted)"
    r"(?: [^,.;:]{0,25}?)??(?= (?:par|de|du|d'|des|by) ?)()"
)
_FROM = {
    "fr": re.compile(
        r"(?:\bpar |(?:dans|selon|par|via|d'après|sur) (?:(?:un|une|son|sa|leur|le|la|ce|cette) |l'))$", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:in|according to|through|via|on) (?:a|an|its|his|her|their|the) $", re.IGNORECASE),
}

_FINAL = frozenset(("final", "finale"))
_MET = Wanted(beings=BODIES, with_capital=True, no_towns=True)
_MEETING_BACK = 3


class _Mention(NamedTuple):
    """Where a document is mentioned.

    Attributes:
        start: Where its noun starts.
        end: Where that ends.
        noun: The noun in small letters, without the ending of a plural.
    """

    start: int
    end: int
    noun: str


class Documents:
    """The documents of a text and who issued them; looked up when first asked for."""

    def __init__(self, descriptions: Descriptions) -> None:
        self._descriptions = descriptions
        self._cast = descriptions.cast
        self._issuers: dict[int, Referent | None] = {}
        self._by_noun: dict[str, list[_Mention]] = {}
        self._wholes: list[_Mention] | None = None
        self._small = ""

    def speaker(self, reading: Reading, mention: Place) -> tuple[Referent, float, How]:
        """Return who speaks in a document, how sure that is, and what led there.

        Args:
            reading: The document's mention, read.
            mention: Where it stands.
        """
        at, descriptions = mention[0], self._descriptions
        if reading.determiner is Determiner.POSSESSIVE and (owner := descriptions.owners.owner(at)) is not None:
            return owner, 0.75, How.ISSUER
        whole = self._whole(reading, mention)
        if whole is not None:
            return whole, 0.7, How.ISSUER
        issuer = issuer_after(descriptions, at + reading.head_end, mention[1])
        issuer = issuer or self._owner_before(reading, at) or self._signed(mention[1])
        if issuer is not None:
            return issuer, 0.9, How.ISSUER
        if _SEEN_BY.search(self._cast.plain, at + reading.head_end, mention[1]):
            return self._itself(reading, at)
        if reading.determiner is Determiner.INDEFINITE:
            issuer = self._issuer_in_sentence(
                _Mention(at + reading.head_end - len(reading.head), at + reading.head_end, "")
            )
            return (issuer, 0.8, How.ISSUER) if issuer is not None else self._itself(reading, at)
        earlier = self._before(reading, at)
        if earlier is not None:
            return earlier, 0.8, How.ISSUER
        body = self._body_that_issues(reading, at)
        if body is not None:
            return body, 0.8, How.ISSUER
        if reading.head in self._cast.words.of("pointing"):
            last = descriptions.antecedents.last_spoken(at)
            named_since = self._whole_before(at, max(last.end if last else 0, at - _SENTENCE))
            if named_since is not None:
                return named_since, 0.7, How.ISSUER  # « Que dit l'accord ? Le texte prévoit A »
            spoken = self._spoken_before(at)
            if spoken is not None:
                return spoken
        if not _FINAL.isdisjoint(reading.complement):
            for candidate in descriptions.antecedents.find(at, _MET, _MEETING_BACK)[:1]:
                return candidate.referent, 0.7, How.ISSUER  # « Selon le communiqué final »: of who has met
        return self._itself(reading, at)

    def there(self, at: int) -> Referent | None:
        """Return who issued the document that `y` takes up: « L'armée a diffusé un communiqué. « A », y lit-on ».

        Args:
            at: Where `y` stands, or the quotation before it.
        """
        low = max(0, at - 2 * _SENTENCE)
        last = self._descriptions.antecedents.last_spoken(at)
        mentions = self._mentions("")
        index = bisect_left(mentions, at, key=_start)
        for mention in reversed(mentions[max(0, index - _MENTIONS_BACK) : index]):
            if mention.start < low:
                break
            if last is not None and last.is_document and last.at <= mention.start < last.end:
                return last.referent
            issuer = self._issuer(mention)
            if issuer is not None:
                return issuer
        return last.referent if last is not None and last.is_document else self._whole_before(at, low)

    def _whole(self, reading: Reading, mention: Place) -> Referent | None:
        """Return the document of which a part speaks: « l'article 9 » is the charter's that the text named before."""
        cast, known = self._cast, self._cast.words
        is_numbered = cast.plain[mention[0] + reading.head_end : mention[1]].strip()[:1].isdigit()
        if reading.head not in known.of("document_parts") and not (
            is_numbered and reading.head in known.of("numbered_parts")
        ):
            return None
        return self._whole_before(mention[1])

    def _whole_before(self, at: int, low: int = 0) -> Referent | None:
        """Return the last charter, accord or law that the text names in a stretch, or None."""
        cast, known = self._cast, self._cast.words
        if self._wholes is None:
            self._wholes = sorted(found for noun in known.of("whole_documents") for found in self._places(noun, noun))
        index = bisect_left(self._wholes, at, key=_start)
        if not index or self._wholes[index - 1].start < low:
            return None
        whole = self._wholes[index - 1]
        name = next((name for name in cast.names.between(*whole[:2]) if name.start == whole.start), None)
        if name is not None:  # « la Charte de la transition »
            full = cast.bodies.whole((whole.start, max(name.end, whole.end)))
            return Referent(cast.shown(full), full, Being.DOCUMENT)
        article = cast.names.word_before(whole.start)
        if article not in known.of("definite"):
            article = ""
        place = (whole.start - len(article) - (article[-1:] not in ("", "'")), whole.end)
        shown = cast.shown(place)
        return Referent(shown[:1].lower() + shown[1:], place, Being.DOCUMENT)

    def _body_that_issues(self, reading: Reading, at: int) -> Referent | None:
        """Return the first body that the text names whose like alone issue such a document: a court for a ruling."""
        known = self._cast.words
        nouns = {fold(reading.head), *reading.complement}
        for documents, bodies in (("ruling_documents", "ruling_bodies"), ("voted_documents", "voting_bodies")):
            if nouns.isdisjoint(map(fold, known.of(documents))):
                continue
            for name in self._cast.names.between(0, at):
                if not known.of(bodies).isdisjoint(name.words) and (body := self._cast.mentioned(name)) is not None:
                    return body
        return None

    def _owner_before(self, reading: Reading, at: int) -> Referent | None:
        """Return whose an English document is: « the senator's statement », « Kobo's letter »."""
        cast = self._cast
        end = cast.plain.rfind("'s ", at, at + reading.head_end) if cast.words.language == "en" else -1
        if end < 0:
            return None
        owner = read_mention(cast.plain[at:end], cast.words.language)
        if owner.form in (Form.PERSON, Form.BODY, Form.NAME):
            return cast.named(owner, at)[0]
        if owner.form is Form.DESCRIPTION and owner.head in cast.words.nouns:
            return self._descriptions.resolve(owner, at, is_speaker=True)[0]
        return None

    def _signed(self, end: int) -> Referent | None:
        """Return who signed a document, where an aside after its mention says so: « Le texte, signé du maire »."""
        match = _SIGNED.match(self._cast.plain, end)
        if match is None:
            return None
        limit = match.end() + _SENTENCE
        stop = _STOP.search(self._cast.plain, match.end(), limit)
        found = issuer_after(self._descriptions, match.start(1), stop.start() if stop else limit)
        if found is not None and found.head in self._cast.words.of("press"):
            return None  # « Le texte, publié par le quotidien Le Fouet »
        return found if found is not None and found.is_named else None

    def _itself(self, reading: Reading, at: int) -> tuple[Referent, float, How]:
        return self._descriptions.itself(reading, at, Being.DOCUMENT), 0.7, How.ITSELF

    def _spoken_before(self, at: int) -> tuple[Referent, float, How] | None:
        """Return the last speaker, or the last document or body that spoke, if a document can be theirs."""
        antecedents = self._descriptions.antecedents
        last = antecedents.last_spoken(at)
        if last is not None and (
            last.is_document or (last.referent.is_named and not self._cast.is_town(last.referent))
        ):
            sure = last.is_document or last.referent.being is Being.BODY
            return last.referent, 0.8 if sure else 0.65, How.ISSUER
        for spoken in reversed(antecedents.spoken[-_DOCUMENTS_BACK:]):
            is_body = spoken.referent.being is Being.BODY and not self._cast.is_town(spoken.referent)
            if spoken.is_document or is_body:
                return spoken.referent, 0.65, How.ISSUER
        return None

    def _mentions(self, noun: str) -> list[_Mention]:
        """Return the nouns of the text that a document's noun can take up, in their order."""
        known = self._cast.words
        if noun in known.of("documents_any"):
            noun = ""
        if noun not in self._by_noun:
            alike = known.alike.get(noun)
            taken_up = [
                (form, singular)
                for form, singular in _nouns(known.language)
                if not noun or singular == noun or (alike and alike == known.alike.get(singular))
            ]
            found = [mention for form, singular in taken_up for mention in self._places(form, singular)]
            self._by_noun[noun] = sorted(found)
        return self._by_noun[noun]

    def _places(self, form: str, singular: str) -> Iterator[_Mention]:
        if not self._small:
            small = self._cast.plain.lower()  # if its letters are as many
            self._small = small if len(small) == len(self._cast.plain) else self._cast.plain
        plain = self._small
        at = plain.find(form)
        while at >= 0:
            end = at + len(form)
            if not (plain[at - 1 : at].isalnum() or plain[end : end + 1].isalnum()):
                yield _Mention(at, end, singular)
            at = plain.find(form, end)

    def _before(self, reading: Reading, at: int) -> Referent | None:
        """Return who issued the document that a mention takes up: one that the text mentions before."""
        mentions = self._mentions(_singular(reading.head))
        index = bisect_left(mentions, at, key=_start)
        for mention in reversed(mentions[max(0, index - _MENTIONS_BACK) : index]):
            issuer = self._issuer(mention)
            if issuer is not None:
                return issuer
        return None

    def _issuer(self, mention: _Mention) -> Referent | None:
        if mention.start not in self._issuers:
            self._issuers[mention.start] = None  # whatever asks for it while it is found out, does not get it
            names = self._cast.names
            limit = min(names.line(mention.start)[1], mention.end + _SENTENCE)
            stop = _STOP.search(names.plain, mention.end, limit)
            end = stop.start() if stop else limit
            after = issuer_after(self._descriptions, mention.end, end) or self._signed(end)
            sure = after is not None and after.is_named and fold(after.name.split(" ")[0]) not in names.places
            self._issuers[mention.start] = after if sure else self._issuer_in_sentence(mention)
        return self._issuers[mention.start]

    def _issuer_in_sentence(self, mention: _Mention) -> Referent | None:
        """Return who issues a document in its sentence: its subject, or who speaks: « Dans une note, X annonce »."""
        descriptions, plain = self._descriptions, self._cast.plain
        scene = descriptions.scenes.at(mention.start)
        low, high = scene.bounds(scene.sentence(mention.start))
        issuing = self._cast.words.of("issuing")
        for seen in scene.between(low, mention.start):
            referent = descriptions.refer(seen) or self._unknown(seen)
            if referent is None:
                continue  # « Hier », « l'ONG | Alerte Sahel »: no subject, or one whose name follows
            between = plain[seen.end : mention.start].lower().replace("'", " ").split()
            verb = next((number for number, word in enumerate(reversed(between)) if word in issuing), _AFTER_VERB)
            governs = verb < _AFTER_VERB and not any("," in word for word in between[len(between) - verb :])
            is_issuer = governs and (referent.being in PEOPLE or referent.being in BODIES)
            if is_issuer and len(between) <= _IN_FRONT:
                return referent
            break
        pattern = _FROM.get(self._cast.words.language)
        if pattern is not None and pattern.search(plain, max(low, mention.start - _IN_FRONT), mention.start):
            is_after = False
            for seen in scene.between(mention.end, high):
                is_after = is_after or seen.is_subject
                referent = descriptions.refer(seen) if is_after else None
                if referent is not None and referent.is_named:
                    return referent  # « le président, le capitaine Sawa, »
                if is_after and not seen.is_subject:
                    break
            for spoken in descriptions.antecedents.spoken[-_DOCUMENTS_BACK:]:
                if low <= spoken.at < high and spoken.referent.being is not Being.DOCUMENT:
                    return spoken.referent
        return None

    def _unknown(self, seen: Seen) -> Referent | None:
        """Return a name that issues something, though nothing says what it is: « Le Fouet a mené un sondage »."""
        name, cast = seen.name, self._cast
        if name is None or cast.names.opens_sentence(name.start):
            return None
        if not cast.names.places.isdisjoint(name.words) or cast.bodies.is_home(" ".join(name.words)):
            return None
        reading = Reading(Form.BODY, 0, name.end - name.start, name.words)
        return cast.body((name.start, name.end), reading)[0]


def _start(mention: _Mention) -> int:
    return mention.start


def _singular(noun: str) -> str:
    small = noun.lower()
    return small[:-1] if small.endswith("s") and not small.endswith(("ss", "us", "is")) else small


@cache
def _nouns(language: str) -> list[tuple[str, str]]:
    """Return the nouns of documents that are looked for in a text, each with its singular."""
    known = words(language)
    return [(noun, _singular(noun)) for noun in sorted(known.of("issued") - known.of("issued_by_any"))]


def issuer_after(descriptions: Descriptions, start: int, end: int) -> Referent | None:
    """Return whose something is, read off the words after its noun: « un communiqué | de l'état-major ».

    Args:
        descriptions: What resolves the text's noun phrases.
        start: Where the noun ends.
        end: Where the mention ends.
    """
    cast = descriptions.cast
    pattern = _ISSUED_BY.get(cast.words.language)
    match = pattern.match(cast.plain[start:end]) if pattern else None
    if match is None or any(unlike.search(match[0]) for unlike in (_GOES_TO, _RELATIVE, _SEEN_BY)):
        return None
    # with its article, so that a capital after it is a name's: « des Forces de défense »
    passed = _PASSED_ON.search(cast.plain, start + match.end(), end)
    end = passed.start() if passed else end
    at = start + (match.start(1) if match.lastindex and match[1] in ("du ", "des ") else match.end())
    reading = read_mention(cast.plain[at:end], cast.words.language)
    if reading.form in (Form.PERSON, Form.BODY, Form.NAME):
        return cast.named(reading, at)[0]
    has_article = bool(match.lastindex) or reading.determiner is not Determiner.NONE
    if reading.form is Form.DESCRIPTION and reading.head in cast.words.nouns and has_article:
        return _with_article(descriptions.resolve(reading, at, is_speaker=True)[0])
    return None


def _with_article(issuer: Referent) -> Referent:
    """Return a description under its article, not the one that a preposition has taken in: « du ministère »."""
    for contracted, article in (("du ", "le "), ("des ", "les ")):
        if issuer.name.startswith(contracted) and issuer.being is not Being.PERSON:
            return replace(issuer, name=article + issuer.name.removeprefix(contracted))
    return issuer
