"""Which nouns take up a body of their kind, though another body and somebody have spoken since. Everything is invented."""

from __future__ import annotations

import pytest
from noun_tables import noun_cases

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.speakers import resolve_speakers

FRENCH = {
    "L'ONG Grain d'Or": "l'organisation|l'ONG|l'association|l'organisation humanitaire",
    "Le Front du Nord (FN)": "le mouvement|le groupe armé|le FN|la rébellion",
    "La société Aurium": "l'entreprise|la compagnie|la firme|la multinationale",
    "Le Syndicat des mineurs du Sud (SMS)": "le syndicat|la centrale|le SMS",
    "L'Union des États du Fleuve (UEF)": "l'organisation régionale|l'UEF|le bloc",
    "La Ligue des droits (LDD)": "l'association|la Ligue|la LDD",
    "Le Programme mondial des vivres (PMV)": "l'agence|l'agence onusienne|le PMV",
    "Le parti Horizon": "le parti|la formation",
    "La Commission électorale nationale": "l'institution|l'instance|la Commission",
    "Le Tribunal du fleuve": "la juridiction|le tribunal",
}
"""A body, and nouns that take it up."""

ENGLISH = {
    "The aid group Golden Grain": "the group|the charity|the aid group",
    "The Northern Front (NF)": "the movement|the rebel group|the NF",
    "Mining company Aurium": "the company|the firm|the mining company",
    "The Southern Miners' Union (SMU)": "the union|the SMU",
    "The Union of River States (URS)": "the regional bloc|the bloc|the URS",
    "The League for Rights": "the rights group|the watchdog|the League",
    "The World Grain Programme (WGP)": "the agency|the UN agency|the WGP",
    "The Horizon party": "the party",
    "The National Electoral Commission": "the commission|the electoral body",
}

_OTHERS = {
    "fr": {"La société Aurium": "L'ONG Grain d'Or", "": "La société Aurium"},
    "en": {"Mining company Aurium": "The aid group Golden Grain", "": "Mining company Aurium"},
}
"""Which other body speaks in between: one of another kind."""

_FRAMES = {
    "fr": (
        "{body} a tenu une réunion mardi à Sarrune. « Il faut agir », a déclaré {again}.\n"
        "{other} a dit que la route serait rouverte.\n"
        "« L'eau manque », a lancé le maire, Jean Dolo. La salle était pleine.\n"
        "« Nous restons prudents », a repris {noun}."
    ),
    "en": (
        "{body} held a meeting on Tuesday in Sarrune. “We must act,” said {again}.\n"
        "{other} said that the road would be reopened.\n"
        "“There is no water,” said the mayor, Jean Dolo. The hall was full.\n"
        "“We remain careful,” said {noun}."
    ),
}


@pytest.mark.parametrize(("language", "body", "noun"), noun_cases(FRENCH, ENGLISH))
def test_a_noun_takes_up_a_body_of_its_kind(language: str, body: str, noun: str) -> None:
    """The body that the noun fits is meant, and not the one that spoke last."""
    others = _OTHERS[language]
    again = body[0].lower() + body[1:]
    text = _FRAMES[language].format(body=body, again=again, other=others.get(body, others[""]), noun=noun)
    resolved = resolve_speakers(text, language, extract_quotes(text, language))
    assert len(resolved) == 4
    assert resolved[-1].name == resolved[0].name
