"""Which nouns take up somebody with a title, though somebody else has spoken since. Everything here is invented."""

from __future__ import annotations

import pytest
from noun_tables import noun_cases

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.speakers import resolve_speakers

FRENCH = {
    "Le maire de Tirel, Ali Kobo,": "l'élu|l'édile|le premier magistrat de la ville|le patron de la mairie|le maire de la ville",
    "Le député de Tirel, Ali Kobo,": "l'élu|le parlementaire|l'homme politique|le politicien",
    "Le ministre de l'Intérieur, Ali Kobo,": "le premier flic du pays|le patron de la police|le membre du gouvernement",
    "Le général Ali Kobo, chef de la junte,": "le putschiste|le haut gradé|l'homme fort du pays|le militaire",
    "Le Premier ministre Ali Kobo": "le chef du gouvernement|le chef de l'exécutif|le PM",
    "Le chef de l'opposition, Ali Kobo,": "l'opposant|le politicien|le ténor de l'opposition",
    "L'avocat de la famille, Me Ali Kobo,": "le défenseur|le pénaliste|l'homme de loi",
    "Le procureur Ali Kobo": "le magistrat|le parquetier|le chef du parquet|le représentant du ministère public",
    "Le docteur Ali Kobo": "le praticien|le chirurgien|le toubib",
    "L'enseignant Ali Kobo": "l'instituteur|le pédagogue|l'éducateur",
    "Le chercheur Ali Kobo": "l'universitaire|le politologue|l'auteur|le scientifique|l'intellectuel",
    "L'imam Ali Kobo": "le religieux|le prédicateur|le guide religieux|l'homme de Dieu",
    "Le chef de village, Ali Kobo,": "le patriarche|le doyen|le sage",
    "Le journaliste Ali Kobo": "le reporter|le patron de presse|l'éditorialiste",
    "L'activiste Ali Kobo": "le blogueur|le défenseur des droits humains|le militant",
    "L'éleveur Ali Kobo": "le berger|le paysan|le pasteur",
    "Le directeur général de la mine, Ali Kobo,": "le patron de la mine|le dirigeant|l'homme d'affaires|le directeur|le DG",
    "L'émissaire de l'ONU, Ali Kobo,": "le haut fonctionnaire|le représentant spécial|le diplomate",
    "Le chef rebelle Ali Kobo": "le rebelle|le seigneur de guerre",
    "Le préfet Ali Kobo": "le représentant de l'État|l'administrateur",
    "La boutiquière Awa Tindari": "la commerçante|la marchande|la vendeuse",
}
"""Somebody with a title, and nouns that take that person up."""

ENGLISH = {
    "The mayor of Tirel, Ali Kobo,": "the town's mayor|the official",
    "The lawmaker Ali Kobo": "the legislator|the parliamentarian|the politician",
    "Foreign Minister Ali Kobo": "the top diplomat|the country's top diplomat|the politician",
    "General Ali Kobo, the junta leader,": "the coup leader|the strongman|the military ruler|the soldier",
    "Prime Minister Ali Kobo": "the premier|the PM|the head of government",
    "The lawyer Ali Kobo": "the attorney|the barrister|the counsel",
    "Dr. Ali Kobo": "the physician|the surgeon|the medic",
    "The teacher Ali Kobo": "the schoolteacher|the educator",
    "The researcher Ali Kobo": "the scholar|the author|the academic",
    "Bishop Ali Kobo": "the prelate|the clergyman|the religious leader",
    "The village chief, Ali Kobo,": "the elder|the patriarch|the traditional leader",
    "The union leader Ali Kobo": "the unionist|the trade unionist",
    "The trader Awa Tindari": "the vendor|the shopkeeper",
    "The mine's director, Ali Kobo,": "the manager|the executive|the head of the mine|the mine's director",
    "The UN envoy, Ali Kobo,": "the special envoy|the diplomat",
    "The rebel commander Ali Kobo": "the rebel leader|the warlord|the fighter",
}

_FRAMES = {
    "fr": (
        (
            "{who} a ouvert la séance mardi. « Parlons de l'eau », a-t-{pronoun} dit.\n"
            "Jean Dolo a attendu. « L'eau manque », a-t-il lancé.\n« Il faut agir », a repris {noun}."
        ),
        ("il", "elle"),
    ),
    "en": (
        (
            "{who} opened the meeting on Tuesday. “We are here to talk about water,” {pronoun} said.\n"
            "Jean Dolo waited. “There is no water,” he said.\n“We must act,” {noun} said."
        ),
        ("he", "she"),
    ),
}


@pytest.mark.parametrize(("language", "who", "noun"), noun_cases(FRENCH, ENGLISH))
def test_a_noun_takes_up_a_title(language: str, who: str, noun: str) -> None:
    """The one whose title the noun fits is meant, and not who spoke last."""
    frame, pronouns = _FRAMES[language]
    name = "Awa Tindari" if "Awa" in who else "Ali Kobo"
    text = frame.format(who=who, pronoun=pronouns["Awa" in who], noun=noun)
    assert resolve_speakers(text, language, extract_quotes(text, language))[-1].name == name


@pytest.mark.parametrize(
    ("body", "noun"),
    [
        ("L'ONG Grain d'Or", "l'organisation non gouvernementale"),
        ("La Ligue des droits (LDD)", "l'organisation de défense des droits humains"),
        ("Le parti Horizon", "la formation politique"),
        ("Le parti Horizon", "le parti d'opposition"),
        ("La société Aurium", "le géant minier"),
        ("La société Aurium", "la société minière"),
        ("La société Aurium", "la multinationale"),
        ("La Banque du Fleuve", "l'établissement"),
        ("La Mission internationale au Tamasna (MIT)", "la force internationale"),
        ("La Coalition des forces vives (CFV)", "le regroupement"),
    ],
)
def test_a_noun_takes_up_a_body(body: str, noun: str) -> None:
    """A noun of its kind, with what tells of which kind it is."""
    text = f"{body} a tenu une réunion mardi à Sarrune. La salle était pleine. « Il faut agir », a déclaré {noun}."
    name = resolve_speakers(text, "fr", extract_quotes(text, "fr"))[-1].name
    assert name is not None
    assert name.split()[-1] in body
