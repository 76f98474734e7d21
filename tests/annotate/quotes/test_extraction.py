"""Whole texts in, quotations out: what the guidelines promise, whatever the text."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes
from sahelcorpus.annotate.quotes.lexicon import lexicon

PIECES = [
    "« ", " »", "“", "”", '"', "‘", "’", "'", "<<", ">>", ",, ", "— ", "\n", ". ", ", ", " : ", "(", ")", "! ", "…",
    "a déclaré", " dit-il", "selon ", "d'après", " que ", "le ministre", "Awa Tindari", " said", "according to ", " et ",
    "lire ", "en français", "Et ", "d'ajouter", " -moi", " qui ", "aurait ", "payé ", "[1]", "pour exiger ", "c'est ",
    "J.-P. ", "F.L. ", "entendre ", "que l'on ", "it clear that ", "to ", "by ", "was told ",
    "à l'en croire", "pour ", "-t-elle", "accuse ", " de ", "قال", " أن ", "\ue000", "\ue001", "\ue002", "\u00a0", "1,5", "🔥",
]  # fmt: skip


def parts(text: str, quote: FoundQuote) -> list[str]:
    return [text[start:end] for start, end in quote.segments]


def only(text: str, language: str = "fr") -> FoundQuote:
    (quote,) = extract_quotes(text, language)
    return quote


def words(text: str, place: tuple[int, int] | None) -> str | None:
    return text[slice(*place)] if place else None


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)), st.sampled_from(["fr", "en", "ar", "de", "x"])
)
def test_never_raises_and_every_place_slices(text: str, language: str) -> None:
    """Whatever comes in: segments in order, apart, not empty, inside the text; the same answer twice."""
    found = extract_quotes(text, language)
    assert found == extract_quotes(text, language)
    for quote in found:
        last = 0
        for start, end in quote.segments:
            assert last <= start < end <= len(text)
            last = end
        for place in (quote.speaker, quote.cue.place if quote.cue else None):
            assert place is None or (0 <= place[0] < place[1] <= len(text))
        assert 0 < quote.confidence < 1
        assert quote.construction


@pytest.mark.parametrize(
    "text", ["Voici (: « oui »", ": « oui »", "(", "(:", "en : « oui »", "« », dit", "selon", "selon ,"]
)
def test_what_is_cut_off_raises_nothing(text: str) -> None:
    """Texts that end or begin where a construction looks further."""
    for language in ("fr", "en", "ar", "x"):
        extract_quotes(text, language)


def test_threads_find_what_one_alone_finds() -> None:
    """Nothing that one call learns about its text can be seen by another."""
    texts = [
        f"« Le fleuve monte », a dit Awa {name}. Selon {name}, la digue tient." for name in ("Kinda", "Salou", "Zeba")
    ]
    work = [(text, language) for text in texts * 20 for language in ("fr", "en", "ar")]
    alone = [extract_quotes(*item) for item in work]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda item: extract_quotes(*item), work)) == alone


MEGABYTES = [
    "«" * 1_000_000,
    "« a " * 250_000,
    "«»" * 500_000,
    '"a" ' * 250_000,
    "a" * 1_000_000,
    "le ministre a dit que " * 45_000,
    "selon le maire, " * 62_000,
    "« “ ‘ a ’ ” » " * 70_000,
    "‘a " * 330_000,
    "il a dit : « oui », dit-il, « non ». " * 27_000,
    "« oui, a-t-il dit, " * 52_000,
    "\n" * 1_000_000,
]


@pytest.mark.parametrize("text", MEGABYTES, ids=range(len(MEGABYTES)))
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_time_grows_with_the_text_alone(text: str, language: str) -> None:
    """A megabyte of guillemets, of one sentence, of nested marks, of the letter a: seconds, never minutes."""
    extract_quotes(text[:1000], language)
    start = time.process_time()
    extract_quotes(text, language)
    assert time.process_time() - start < 4  # 1.5 s at most on a machine left to itself


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["«" * 10_000_000, "le ministre a dit que " * 450_000, "« “ ‘ a ’ ” » " * 700_000, "a" * 10_000_000],
    ids=["guillemets", "one sentence", "nested marks", "the letter a"],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_ten_megabytes_take_ten_seconds(text: str, language: str) -> None:
    """A second a megabyte of processor time at most, as long as the text may be."""
    extract_quotes(text[:1000], language)
    start = time.process_time()
    extract_quotes(text, language)
    assert time.process_time() - start < len(text) / 1_000_000


@pytest.mark.slow
def test_time_grows_with_a_text_of_many_quotations() -> None:
    """Whatever is looked up for a quotation is looked up near it: eight times the text takes no twelve times as long."""
    page = "« Le fleuve monte, a dit la maire de Sarrune, la digue tient et le bac est loin. » Il pleut depuis lundi.\n"
    spent = []
    for repeated in (500, 4_000):
        text = page * repeated
        start = time.process_time()
        assert len(extract_quotes(text, "fr")) == repeated
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * spent[0]


FRENCH = [
    ("« Nous partirons demain », a déclaré à la presse le ministre de la Défense, Abou Tarka.",
     "direct", ["Nous partirons demain"], "déclaré", "le ministre de la Défense, Abou Tarka"),
    ("« Nous partirons, a-t-elle ajouté, quand tout sera prêt. »",
     "direct", ["Nous partirons", "quand tout sera prêt."], "ajouté", "elle"),
    ("« Le fleuve monte », prévient-il.", "direct", ["Le fleuve monte"], "prévient", "il"),
    ("« Le fleuve », dit la maire, « monte encore ».", "direct", ["Le fleuve", "monte encore"], "dit", "la maire"),
    ("La maire a répondu : « Le fleuve monte. »", "direct", ["Le fleuve monte."], "répondu", "La maire"),
    ("Sa réponse : « Le fleuve monte. »", "direct", ["Le fleuve monte."], "réponse", None),
    ("Le général affirme que la colonne a subi « des pertes » et qu'elle est rentrée.",
     "mixed", ["la colonne a subi « des pertes » et qu'elle est rentrée"], "affirme", "Le général"),
    ("Le général affirme avoir repris la ville.", "indirect", ["avoir repris la ville"], "affirme", "Le général"),
    ("Il a promis de rouvrir les classes, sans donner de date.", "indirect", ["rouvrir les classes"], "promis", "Il"),
    ("La présidence accuse les rebelles d'avoir coupé la route.",
     "indirect", ["les rebelles d'avoir coupé la route"], "accuse", "La présidence"),
    ("Selon un témoin, la route est coupée.", "indirect", ["la route est coupée"], "Selon", "un témoin"),
    ("La route, selon lui, est coupée.", "indirect", ["La route", "est coupée"], "selon", "lui"),
    ("La route est coupée, d'après plusieurs chauffeurs.",
     "indirect", ["La route est coupée"], "d'après", "plusieurs chauffeurs"),
    ("À en croire le maire, la route est coupée.", "indirect", ["la route est coupée"], "À en croire", "le maire"),
    ("Le juge lui a demandé pourquoi il avait fui.", "indirect", ["pourquoi il avait fui"], "demandé", "Le juge"),
    ("La route sera rouverte, a annoncé lundi le ministre des Transports.",
     "indirect", ["La route sera rouverte"], "annoncé", "le ministre des Transports"),
    ("Le syndicat fait valoir que les salaires n'ont pas bougé.",
     "indirect", ["les salaires n'ont pas bougé"], "fait valoir", "Le syndicat"),
    ("« Ils sont venus la nuit. Nous avons fui. »", "direct", ["Ils sont venus la nuit. Nous avons fui."], None, None),
]  # fmt: skip

ENGLISH = [
    ("“The river is rising,” the mayor said.", "direct", ["The river is rising"], "said", "the mayor"),
    ("“The river,” said Awa Tindari, “is rising.”", "direct", ["The river", "is rising."], "said", "Awa Tindari"),
    ("The mayor said that the river was rising.", "indirect", ["the river was rising"], "said", "The mayor"),
    ("The mayor said the river was rising.", "indirect", ["the river was rising"], "said", "The mayor"),
    ("The river is rising, the mayor said on Monday.", "indirect", ["The river is rising"], "said", "the mayor"),
    ("According to the mayor, the river is rising.", "indirect", ["the river is rising"], "According to", "the mayor"),
    ("She promised to open the road.", "indirect", ["to open the road"], "promised", "She"),
    ("The army accused the rebels of “cutting the road.”",
     "mixed", ["the rebels of “cutting the road.”"], "accused", "The army"),
    ("He asked whether the road was open.", "indirect", ["whether the road was open"], "asked", "He"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "case"),
    [("fr", case) for case in FRENCH] + [("en", case) for case in ENGLISH],
    ids=lambda case: case[0][:40],
)
def test_constructions(language: str, case: tuple[str, str, list[str], str | None, str | None]) -> None:
    """One sentence a construction: type, content without marks and cue, cue, speaker."""
    text, kind, content, cue, speaker = case
    quote = only(text, language)
    assert (str(quote.type), parts(text, quote)) == (kind, content)
    assert words(text, quote.cue.place if quote.cue else None) == cue
    assert words(text, quote.speaker) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "La « brigade mixte » n'a jamais compté plus de soixante hommes.",
        "Son livre, « Le Fleuve n'attend pas », vient de paraître.",
        "Selon nos informations, la route est coupée.",
        "Ils ont discuté pendant deux heures.",
        "Le pays a décidé de fermer son ambassade.",
        "Il a refusé de rappeler son ambassadeur.",
        "Le ministre se félicite de la levée des sanctions.",
        "Cela explique que la route soit coupée.",
        "Ils sont venus à la demande du président.",
        "Pour l'instant, la route est coupée.",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    """Distancing marks, titles, acts without content, the outlet's own sources."""
    assert extract_quotes(text, "fr") == []


def test_nested_quotations_are_both_found() -> None:
    """What somebody reports that another said: the outer and the inner, each with its speaker."""
    text = "Un voisin raconte que le chef lui a juré de rouvrir les classes."
    outer, inner = sorted(extract_quotes(text, "fr"), key=lambda quote: quote.segments)
    assert parts(text, outer) == ["le chef lui a juré de rouvrir les classes"]
    assert parts(text, inner) == ["rouvrir les classes"]
    assert words(text, inner.speaker) == "le chef"


def test_coordinated_verbs_share_their_subject() -> None:
    """`X exige A et menace de B` is two quotations of X."""
    text = "Les partis exigent que la date soit connue et menacent de descendre dans la rue."
    one, other = extract_quotes(text, "fr")
    assert parts(text, one) == ["la date soit connue"]
    assert parts(text, other) == ["descendre dans la rue"]
    assert words(text, one.speaker) == words(text, other.speaker) == "Les partis"


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("ar", "قال الوزير: «سنعود غدا إلى القرية»", "سنعود غدا إلى القرية"),
        ("es", "El ministro dijo: «Volveremos mañana».", "Volveremos mañana"),
        ("pt", "“Voltaremos amanhã”, disse o ministro.", "Voltaremos amanhã"),
        ("de", "»Wir kommen morgen wieder«, sagte der Minister.", "Wir kommen morgen wieder"),
        ("ha", "Minista ya ce: “Za mu dawo gobe da safe.”", "Za mu dawo gobe da safe."),
    ],
)
def test_other_languages_have_direct_quotations(language: str, text: str, content: str) -> None:
    """By marks and cues where there is a folder, by marks alone where there is none."""
    assert parts(text, only(text, language)) == [content]
    assert bool(lexicon(language).verbs) == (language != "ha")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mardi, la France, ses alliés et le Canada ont annoncé que tout va bien.",
            "la France, ses alliés et le Canada",
        ),
        ("Mardi, à Kaldé, la ministre et le préfet ont annoncé que tout va bien.", "la ministre et le préfet"),
        ("Le préfet a rencontré le maire de Kaldé, qui a affirmé que tout va bien.", "le maire de Kaldé"),
        ("Selon un communiqué publié par la présidence, tout va bien.", "un communiqué publié par la présidence"),
    ],
)
def test_mentions_of_several_words(text: str, speaker: str) -> None:
    """Enumerations are whole, dates are no part of them, and `qui` leads to the noun before it."""
    (quote,) = extract_quotes(text, "fr")
    assert quote.speaker is not None
    assert text[slice(*quote.speaker)] == speaker
