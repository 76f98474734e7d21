"""What figures say, in the languages of the cards. Field names and labels stay as they are in the data."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "months": ("Articles by outlet and month", "Articles par média et par mois"),
    "outlet": ("outlet", "média"),
    "month": ("month", "mois"),
    "articles": ("articles", "articles"),
    "lengths": ("Lengths of the articles", "Longueur des articles"),
    "code points": ("length, in code points", "longueur, en points de code"),
    "languages": ("Languages of the articles", "Langues des articles"),
    "language": ("language", "langue"),
    "clusters": ("Groups of near-duplicates by size", "Groupes de quasi-doublons par taille"),
    "size": ("articles in the group", "articles du groupe"),
    "groups": ("groups", "groupes"),
    "quotes": ("Quotations by type and mention of the speaker", "Citations par type et par mention du locuteur"),
    "type": ("type", "type"),
    "speaker_kind": ("mention of the speaker", "mention du locuteur"),
    "quotations": ("quotations", "citations"),
    "speakers": ("The most quoted actors, by outlet", "Les acteurs les plus cités, par média"),
    "actor": ("actor", "acteur"),
    "stances": (
        "Stances by target and holder, the targets most judged",
        "Prises de position par cible et par auteur, les cibles les plus jugées",
    ),
    "target": ("target", "cible"),
    "holder": ("holder", "auteur"),
    "label": ("label", "étiquette"),
    "stances counted": ("stances", "prises de position"),
    "decided": ("How much is gold, how much is proposed", "Ce qui est décidé (gold), ce qui est proposé"),
    "table": ("table", "table"),
    "status": ("status", "statut"),
    "records": ("records", "enregistrements"),
    "agreement": ("Agreement of readings", "Accord entre les lectures"),
    "readings": ("readings", "lectures"),
    "measure": ("measure", "mesure"),
    "value": ("value, 1 is full agreement", "valeur, 1 pour un accord parfait"),
    "as a table": ("The same as a table", "Les mêmes chiffres en tableau"),
    "few": ("Too few to draw: the table says it all.", "Trop peu pour un graphique : le tableau dit tout."),
    "none": ("There are none.", "Il n'y en a pas."),
    "no months": ("No article's month is known.", "On ne connaît le mois d'aucun article."),
    "no clusters": ("No two articles are near-duplicates.", "Aucun article n'est le quasi-doublon d'un autre."),
    "no agreement": ("Every article was read once.", "Chaque article a été lu une seule fois."),
    "and": ("and {number} more", "et {number} autres"),
    "others": ("The rest is in the table `{table}`.", "Le reste est dans la table `{table}`."),
}
LANGUAGES = ("en", "fr")


def word(key: str, language: str) -> str:
    """Return a title or a word of a figure in a language of the cards."""
    return _WORDS[key][LANGUAGES.index(language)]


def none_of(figure: str, language: str) -> str:
    """Return what is said in the place of a figure that would show nothing."""
    return word(f"no {figure}" if f"no {figure}" in _WORDS else "none", language)
