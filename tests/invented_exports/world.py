"""Articles of the invented press of Tamasna, and what is true of each: the measure of every reader."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

NBSP, NARROW = "\u00a0", "\u202f"

OUTLETS = {
    "fr": [("Le Piroguier de Tessoumé", "PIROG"), ("L’Écho de la Rive gauche", "ECHORG"), ("Ourma Presse", "OURMA")],
    "en": [("The Tessoumé Ferryman", "TSFERR"), ("Left Bank Courier", "LBCOUR")],
    "ar": [("صحيفة الضفة", "DIFFA"), ("بريد تيسومي", "BARID")],
}
SECTIONS = {"fr": ["Politique", "À la une", "Sécurité", "Économie"], "en": ["News", "World"], "ar": ["سياسة", "أخبار"]}
BYLINES = {
    "fr": ["Abdou Wassari", "Mariam Dolé avec ATAMI", "Yaro Kéta (AFP)", "De notre envoyée spéciale Inna Tarbi", None],
    "en": ["Kofi Darran", "By Lena Osta with Reuters", None],
    "ar": ["مريم دولي", None],
}
_SIGNALS_OF = {"Mariam Dolé avec ATAMI": "ATAMI", "Yaro Kéta (AFP)": "AFP", "By Lena Osta with Reuters": "Reuters"}

_WHO = {
    "fr": [
        "le porte-parole des Forces de défense",
        "la maire de Kaldé",
        "Ousmane Badoukaré",
        "l'ONG Témoins sans rive",
    ],
    "en": ["the mayor of Kaldé", "a spokesman for the transition", "the nurses’ union", "Solange Akétsé"],
    "ar": ["المتحدث باسم الجيش", "رئيسة بلدية كالدي", "شيخ القرية"],
}
_WHERE = {
    "fr": ["à Badoussa", "sur la rive gauche de l’Ourma", "au marché de Tessoumé", "près du bac d'Ilghazi"],
    "en": ["in Badoussa", "on the left bank of the Ourma", "near the Ilghazi ferry"],
    "ar": ["في بادوسا", "على الضفة اليسرى لنهر أورما", "قرب معبر إيلغازي"],
}
_SAID = {
    "fr": [
        "Nous avons attendu le bac jusqu'à la nuit, et personne n'est venu",
        "Les puits sont à sec depuis l’hivernage ; 40 % des bêtes sont mortes",
        "On ne nourrit pas un village avec des communiqués",
        "Le cœur de l’accord, c'est la route",
    ],
    "en": ["Nobody told us that the bridge would close", "We don’t count promises, we count bags of millet"],
    "ar": ["لم يخبرنا أحد بموعد العبّارة", "الآبار جافة منذ موسم الأمطار"],
}
_PROSE = {
    "fr": [
        "La séance a été levée peu avant minuit {where}, après que {who} eut réclamé 1{thin}250 sacs de mil.",
        "Selon {who}, la crue de l'Ourma a emporté trois pirogues {where} ; le préfet n'a pas confirmé ce bilan.",
        "Le marché {where} n'avait pas rouvert jeudi — les étals restaient vides…",
        "Dans un message daté du 9{nbsp}mai, {who} assure que « rien n'a été décidé » {where}.",
        "Les délégués, réunis {where}, ont remis à l’année prochaine l'examen du budget (12,5 M€).",
    ],
    "en": [
        "The session ended shortly before midnight {where}, after {who} had asked for 1,250 bags of millet.",
        "According to {who}, the flood carried three canoes away {where}; the prefect has not confirmed it.",
        "The market {where} hadn’t reopened on Thursday — the stalls stayed empty…",
    ],
    "ar": [
        "انتهت الجلسة قبيل منتصف الليل {where} بعد أن طالب {who} بألف كيس من الدخن.",
        "وقال {who} إن الفيضان جرف ثلاثة قوارب {where}، ولم يؤكد الوالي هذه الحصيلة.",
    ],
}
_QUOTED = {
    "fr": [
        "«{sp}{said}{sp}», a déclaré {who} {where}.",
        "“{said}”, répète {who}.",
        "«{sp}{said}{sp}» Le silence, ensuite.",
    ],
    "en": ["“{said},” {who} said {where}.", "‘{said}’: so spoke {who}."],
    "ar": ["وقال {who}: «{said}»."],
}
_TITLES = {
    "fr": [
        "Ourma{nbsp}: le bac d’Ilghazi à l’arrêt, {who} s'impatiente",
        "Tessoumé compte ses puits",
        "«{sp}On ne nous dit rien{sp}», accuse {who}",
    ],
    "en": ["Ferry stands still as {who} waits", "Tessoumé counts its wells"],
    "ar": ["العبّارة متوقفة و{who} ينتظر", "تيسومي تحصي آبارها"],
}


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a document of an export.

    Attributes:
        number: Which of the generator's articles; never the same twice.
        paragraphs: As published; the text is these with a blank line between.
        signals: Agencies credited, each with where: `byline`, `text`, `source_line`, `provider`, `other_outlet`.
        disagrees: Fields for which the document says two things.
        rejected: The reason, where no article may come of it.
    """

    number: int
    language: str
    paragraphs: tuple[str, ...]
    title: str | None
    outlet: str | None
    outlet_code: str | None
    published: date | None
    byline: str | None = None
    subtitle: str | None = None
    section: str | None = None
    page: str | None = None
    edition: str | None = None
    time_and_zone: str | None = None
    url: str | None = None
    document_id: str | None = None
    rights_line: str | None = None
    precision: str = "day"
    signals: frozenset[tuple[str, str]] = frozenset()
    disagrees: frozenset[str] = frozenset()
    rejected: str | None = None
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The canonical text."""
        return unicodedata.normalize("NFC", "\n\n".join(self.paragraphs))

    def with_(self, **changes: object) -> Truth:
        """Return the truth of the same article as another format can say it."""
        return replace(self, **changes)  # type: ignore[arg-type]


def articles(count: int, seed: int = 1, languages: tuple[str, ...] = ("fr", "fr", "en", "ar")) -> list[Truth]:
    """Return invented articles, always the same for the same seed."""
    draw = random.Random(seed)
    return [_article(draw, number + 1000 * seed, languages[number % len(languages)]) for number in range(count)]


def _article(draw: random.Random, number: int, language: str) -> Truth:
    outlet, code = draw.choice(OUTLETS[language])

    def filled(template: str) -> str:
        space = draw.choice([NBSP, NARROW, " "])
        return template.format(
            who=draw.choice(_WHO[language]), where=draw.choice(_WHERE[language]), said=draw.choice(_SAID[language]),
            sp=space, nbsp=NBSP, thin=NARROW,
        )  # fmt: skip

    paragraphs = [filled(draw.choice(_PROSE[language])) + f" ({number})"]
    for _ in range(draw.randint(4, 9)):
        group = _QUOTED if draw.random() < 0.4 else _PROSE
        sentences = [filled(draw.choice(group[language])) for _ in range(draw.randint(1, 3))]
        paragraphs.append(" ".join(sentences))
    byline = draw.choice(BYLINES[language])
    signals = {("byline", _SIGNALS_OF[byline])} if byline in _SIGNALS_OF else set()
    if draw.random() < 0.2:
        paragraphs[0] = f"Tessoumé (AFP) - {paragraphs[0]}"
        signals.add(("text", "AFP"))
    elif draw.random() < 0.15 and language == "fr":
        paragraphs.append(f"Source{NBSP}: Ourma Presse")
        signals.add(("source_line", "Ourma Presse"))
    return Truth(
        number=number,
        language=language,
        paragraphs=tuple(paragraphs),
        title=filled(draw.choice(_TITLES[language])),
        outlet=outlet,
        outlet_code=code,
        published=date(2011, 1, 3) + timedelta(days=draw.randint(0, 4500)),
        byline=byline,
        section=draw.choice(SECTIONS[language]) if draw.random() < 0.8 else None,
        page=draw.choice(["1", "3", "16", "A4", "03"]) if draw.random() < 0.7 else None,
        signals=frozenset(signals),
    )


_MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MONTHS_EN = "January February March April May June July August September October November December"
_DAYS_FR = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_DAYS_EN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
MONTHS_FR, MONTHS_EN, DAYS_FR, DAYS_EN = (names.split() for names in (_MONTHS_FR, _MONTHS_EN, _DAYS_FR, _DAYS_EN))


def french_day(day: date, *, weekday: bool = True) -> str:
    """Return « mardi 14 mars 2006 », « 1er » for the first."""
    number = "1er" if day.day == 1 else str(day.day)
    words = f"{number} {MONTHS_FR[day.month - 1]} {day.year}"
    return f"{DAYS_FR[day.weekday()]} {words}" if weekday else words


def english_day(day: date, *, weekday: bool = True) -> str:
    """Return "July 1, 2019 Monday"."""
    words = f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}"
    return f"{words} {DAYS_EN[day.weekday()]}" if weekday else words
