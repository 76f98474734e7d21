"""Whom a French mention means, one phenomenon after the other. Every person, place and body is invented."""

from __future__ import annotations

import pytest
from marked_quotes import names

Case = tuple[str, list[str | None]]

NAMES: list[Case] = [
    # a surname alone, a first name alone, a title before a surname
    ("Awa Tindari a rouvert le pont. « {Il tiendra} », a dit [Tindari].", ["Awa Tindari"]),
    ("Awa Tindari a rouvert le pont. « {Il tiendra} », a dit [Awa].", ["Awa Tindari"]),
    ("Awa Tindari a rouvert le pont. « {Il tiendra} », a dit [Mme Tindari].", ["Awa Tindari"]),
    ("« {Il tiendra} », a dit [M. Kobo]. Le préfet Salif Kobo était là.", ["Salif Kobo"]),
    # the title goes, the name stays
    ("« {Il tiendra} », a dit [le général Salif Kobo].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [Salif Kobo, 34 ans, maçon].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [Salif Kobo, ministre des Routes].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [le ministre des Routes, Salif Kobo].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [le ministre des Routes Salif Kobo].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [le Dr Salif Kobo (photo)].", ["Salif Kobo"]),
    ("« {Il tiendra} », a dit [Me Salif Kobo, avocat de la ville].", ["Salif Kobo"]),
    # particles, hyphens, initials
    ("Alhassane Ag Intikane est venu. « {Il tiendra} », a dit [Ag Intikane].", ["Alhassane Ag Intikane"]),
    ("Sidi Ould Barmada est venu. « {Il tiendra} », a dit [M. Ould Barmada].", ["Sidi Ould Barmada"]),
    ("Mohamed el-Ghazir est venu. « {Il tiendra} », a dit [Mohamed el-Ghazir].", ["Mohamed el-Ghazir"]),
    ("[Un sondage auprès des Kaldéens] a montré que {le bac leur manque}.", ["un sondage auprès des Kaldéens"]),
    ("[L’armée] affirme que {la route est sûre}.", ["l’armée"]),
    ("Awa d’Almeira est venue. « {Il tiendra} », a dit [Mme d’Almeira].", ["Awa d’Almeira"]),
    ("« {Il tiendra} », a dit [Henri de la Mothe].", ["Henri de la Mothe"]),
    ("« {Il tiendra} », dit [Henri du Valmas]. « {Il tombe} », dit [M. du Valmas].", ["Henri du Valmas", "Henri du Valmas"]),
    ("Henri de Valmasque est venu. « {Il tiendra} », a dit [M. de Valmasque].", ["Henri de Valmasque"]),
    ("Jean-Noël Tobri est venu. « {Il tiendra} », a dit [J.-N. Tobri].", ["Jean-Noël Tobri"]),
    ("Salif Kobo est venu. « {Il tiendra} », a dit [S. Kobo].", ["Salif Kobo"]),
    # a letter wrong in a surname
    ("Salif Koboudra est venu. « {Il tiendra} », a dit [M. Kobudra].", ["Salif Koboudra"]),
    # a capital at the head of a sentence is no name
    ("Salif Kobo est venu. Hier encore, « {il tiendra} », a dit [Kobo]. Demain non.", ["Salif Kobo"]),
    # a particle begins what is left of a long name, and an article belongs to one
    ("Ahmed Ould Cheikh El Ghazali est venu. [Ould Ghazali] dit {oui}.", ["Ahmed Ould Cheikh El Ghazali"]),
    ("Yves Le Drève est venu. [Le Drève] dit {oui}.", ["Yves Le Drève"]),
    # two acronyms for one name
    ("Le Groupe de soutien au Tamasna (GST, JNT en arabe) est là. [Le GST] dit {oui}. [Le JNT] dit {non}.",
     ["Groupe de soutien au Tamasna"] * 2),
]  # fmt: skip

NAMESAKES: list[Case] = [
    # two people with one surname stay two
    ("Ibrahim Tarwa a parlé après Moussa Tarwa. « {Oui} », a dit [Ibrahim Tarwa]. « {Non} », a dit [Moussa Tarwa].",
     ["Ibrahim Tarwa", "Moussa Tarwa"]),
    # of two the title's gender tells which
    ("Ibrahim Tarwa et Mariam Tarwa sont venus. « {Oui} », a dit [Mme Tarwa]. « {Non} », a dit [M. Tarwa].",
     ["Mariam Tarwa", "Ibrahim Tarwa"]),
    # else the one named last
    ("Ibrahim Tarwa est venu. « {Oui} », a dit [Tarwa].\nMoussa Tarwa l'a suivi. « {Non} », a dit [Tarwa].",
     ["Ibrahim Tarwa", "Moussa Tarwa"]),
    # one first name, two people
    ("Awa Tindari a vu Awa Koulma. « {Oui} », a dit [Awa Koulma]. « {Non} », a dit [Awa Tindari].",
     ["Awa Koulma", "Awa Tindari"]),
]  # fmt: skip

BODIES: list[Case] = [
    # a company by the end of its name
    ("Orvane Resources a payé. [La société] affirme que {tout est réglé}.", ["Orvane Resources"]),
    ("Le Mouvement pour les plaines libres (MPL) a signé. « {Oui} », écrit [le MPL].", ["Mouvement pour les plaines libres"]),
    ("Le MPL (Mouvement pour les plaines libres) a signé. « {Oui} », écrit [le MPL].", ["Mouvement pour les plaines libres"]),
    ("Le Mouvement pour les plaines libres, le MPL, a signé. « {Oui} », écrit [le MPL].", ["Mouvement pour les plaines libres"]),
    ("La Ligue des droits du fleuve a signé. « {Oui} », écrit [la Ligue].", ["Ligue des droits du fleuve"]),
    ("« {Oui} », écrit [le RDC].", ["RDC"]),
    ("« {Oui} », écrit [l'organisation Vigie Droits]. « {Non} », ajoute [l'organisation].", ["Vigie Droits", "Vigie Droits"]),
    ("« {Oui} », écrit [Netvigie, une ONG].", ["Netvigie"]),
    ("L'Union des pêcheurs (UP) se réunit. « {Oui} », écrit [le syndicat].", ["Union des pêcheurs"]),
]  # fmt: skip

PRONOUNS: list[Case] = [
    # who is the subject goes on being it
    ("Awa Tindari a dix ans. Le soir, elle recopie les cahiers de sa cousine, Safi Kobo. « {Oui} », rit [-elle].",
     ["Awa Tindari"]),
    # gender
    ("Awa Tindari a reçu Salif Kobo. « {Oui} », a-t-[elle] dit. « {Non} », a-t-[il] répondu.", ["Awa Tindari", "Salif Kobo"]),
    ("Salif Kobo a reçu Awa Tindari. « {Oui} », a dit [celle-ci].", ["Awa Tindari"]),
    # gender of a title, of a description, where the first name shows none
    ("La ministre Oraxe Tindari a reçu le préfet Bolem Kobo. « {Oui} », a-t-[elle] dit.", ["Oraxe Tindari"]),
    ("Bolem Kobo, directeur du port, a reçu Oraxe Tindari, présidente du club. « {Oui} », a-t-[il] dit.", ["Bolem Kobo"]),
    # the subject before the others, the near one before the far one
    ("Salif Kobo a félicité Moussa Tarwa. « {Oui} », a-t-[il] dit.", ["Salif Kobo"]),
    ("Salif Kobo est venu.\nMoussa Tarwa est resté. « {Oui} », a-t-[il] dit.", ["Moussa Tarwa"]),
    # who spoke goes on
    ("« {Oui} », a dit [Salif Kobo], qui recevait Moussa Tarwa. « {Non} », a-t-[il] ajouté.", ["Salif Kobo", "Salif Kobo"]),
    # number
    ("Les éleveurs ont vu Salif Kobo. « {Oui} », disent-[ils].", ["les éleveurs"]),
    # who is unnamed keeps the description
    ("« {Oui} », dit [un passant]. « {Non} », ajoute-t-[il].", ["un passant", "un passant"]),
    # the last one named
    ("Salif Kobo a appelé Moussa Tarwa. « {Oui} », a dit [ce dernier].", ["Moussa Tarwa"]),
    ("Salif Kobo a appelé Awa Tindari. « {Oui} », a dit [cette dernière].", ["Awa Tindari"]),
    # nobody is meant
    ("« {Oui} », dit-[on].", [None]),
]  # fmt: skip

TITLES: list[Case] = [
    # a title with the acronym of its body; a former office; a body that is rarely a speaker
    ("La présidente du Rassemblement des plaines (RDP), Hortense Kolya, est venue. « {Non} », dit [la cheffe du RDP].",
     ["Hortense Kolya"]),
    ("Hortense Kolya est venue. Salif Kobo aussi.\n« {Non} », a lancé [l'ancienne ministre du Budget].", ["Hortense Kolya"]),
    ("L'université a démenti. « {C'est faux} », a-t-[elle] dit.", ["l'université"]),
    ("L'ONG a démenti. « {C'est faux} », a-t-[elle] dit.", ["l'ONG"]),
    # an unnamed person by age, or by what their office is
    ("Un ancien combattant qui tait son nom est sévère. « {Rien} », tranche [le septuagénaire].", ["un ancien combattant"]),
    ("« {Oui} », dit [Boukary Lam].\n\nL'imam de la grande mosquée appelle au calme. « {Non} », prévient [le religieux].",
     ["Boukary Lam", "l'imam de la grande mosquée"]),
    # « cette source » is who spoke last, whatever the gender of both
    ("« {Oui} », indique [une porte-parole].\n\n« {Non} », assure [un proche du chef]. Pour [cette source], {c'est fini}.",
     ["une porte-parole", "un proche du chef", "un proche du chef"]),
    ("Le ministre des Routes, Salif Kobo, est venu. « {Oui} », a dit [le ministre].", ["Salif Kobo"]),
    ("Awa Tindari, porte-parole du gouvernement, est venue. « {Oui} », a dit [la porte-parole].", ["Awa Tindari"]),
    ("« {Oui} », a dit [le ministre]. Salif Kobo, ministre des Routes, partait.", ["Salif Kobo"]),
    ("Le chef de l'État, Salif Kobo, est venu. « {Oui} », a dit [le président].", ["Salif Kobo"]),
    ("Le Premier ministre, Salif Kobo, a vu le ministre Moussa Tarwa. « {Oui} », a dit [le Premier ministre].", ["Salif Kobo"]),
    # of two ministers the one whose office it is
    ("Le ministre des Routes, Salif Kobo, a vu le ministre des Mines, Moussa Tarwa. « {Oui} », a dit [le ministre des Routes].",
     ["Salif Kobo"]),
    ("La ministre des Routes, Awa Tindari, a vu le ministre des Mines, Moussa Tarwa. « {Oui} », a dit [la ministre].",
     ["Awa Tindari"]),
    # an office that nobody named holds stays itself
    ("Le maire, Salif Kobo, est venu. « {Oui} », a dit [le procureur de Sarrune].", ["le procureur de Sarrune"]),
    # whom a wider noun takes up
    ("« {Oui} », raconte [une infirmière]. [La soignante] ajoute que {les lits manquent}.", ["une infirmière"] * 2),
    ("La représentante de l'agence, Awa Tindari, est venue. [La responsable] a dit que {le mil arrive}.", ["Awa Tindari"]),
    ("Le maire de la ville, l'ex-ministre Salif Kobo, est venu voir Ali Tarwa. [Il] a dit que {le mil arrive}.", ["Salif Kobo"]),
    # one office under two names
    ("Le ministre des Affaires étrangères, Salif Kobo, a vu le chef d'état-major, Ali Tarwa. « {Oui} », dit [le chef de la diplomatie].",
     ["Salif Kobo"]),
    # a name belongs to the noun before it, across an adjective
    ("La candidate éliminée Awa Tindari a vu sa directrice. « {Oui} », a dit [-elle].", ["Awa Tindari"]),
    # wider nouns
    ("Le colonel Salif Kobo est venu. « {Oui} », a dit [l'officier].", ["Salif Kobo"]),
    ("Salif Kobo, politologue, est venu. « {Oui} », a dit [le chercheur].", ["Salif Kobo"]),
    ("Salif Kobo est venu. « {Oui} », a dit [cet opposant].", ["Salif Kobo"]),
    ("Un vieil homme est assis. « {Oui} », dit [le vieil homme].", ["un vieil homme"]),
    # the accused is no judge
    ("Le juge Moussa Tarwa a ouvert le procès de Salif Kobo. « {Non} », a dit [l'accusé].", ["Salif Kobo"]),
    # whose somebody is
    ("Awa Tindari est restée chez elle. « {Non} », a dit [son avocat].", ["l'avocat d'Awa Tindari"]),
    ("Salif Kobo est resté chez lui. « {Non} », disent [ses proches].", ["les proches de Salif Kobo"]),
    ("L'accord tient. « {Non} », disent [ses deux signataires].", ["les deux signataires"]),
]  # fmt: skip

OTHERS: list[Case] = [
    ("Trois témoins ont parlé. L'un d'eux vend des pneus. « {Nous avons couru} », dit-[il].", ["un témoin"]),
    ("« {Je suis parti} », raconte [Ali, 17 ans]. Sa sœur, Fanta, est restée. « {Elle attend} », explique [l'adolescent].",
     ["Ali", "Ali"]),
    # capitals
    ("SARRUNE — Le gouvernement de transition se réunit. « {Non} », répond [Sarrune].", ["gouvernement de transition"]),
    ("Le gouvernement français se réunit. « {Non} », répond [Paris].", ["gouvernement français"]),
    ("Le pont est fermé. « {Non} », répond [Paris].", ["Paris"]),
    # documents speak for who issued them
    ("« {Oui} », lit-on dans [un communiqué de l'état-major].", ["état-major"]),
    ("« {Oui} », selon [un communiqué publié par la Ligue des plaines].", ["Ligue des plaines"]),
    ("« {Oui} », selon [un communiqué signé par Salif Kobo].", ["Salif Kobo"]),
    ("« {Oui} », selon [le rapport de la Ligue des plaines]. « {Non} », dit [le texte].", ["Ligue des plaines", "Ligue des plaines"]),
    ("« {Oui} », dit [un rapport].", ["un rapport"]),
    # a part of a document is the whole's, what only courts issue a court's
    ("On relit la Charte du fleuve. [L'article 9] dispose que {le port est libre}.", ["Charte du fleuve"]),
    ("On relit le contrat. « {Oui} », dit [la clause 3].", ["le contrat"]),
    ("La Cour des mines a tranché. Le ministre est venu. « {Oui} », dispose [la décision].", ["Cour des mines"]),
    ("La Cour de l'Union des rives du Fleuve (URF) a tranché. « {Oui} », lit-on dans [le jugement].",
     ["Cour de l'Union des rives du Fleuve"]),
    # nobody named
    ("« {Oui} », disent [des analystes].", ["des analystes"]),
    ("« {Oui} », dit [un responsable de l'armée, sous couvert d'anonymat].", ["un responsable de l'armée"]),
    ("« {Oui} », dit [un diplomate d'un Etat membre du Conseil].", ["un diplomate d'un Etat membre du Conseil"]),
    ("Deux habitants sont venus. « {Oui} », dit [l'un d'eux].", ["un habitant"]),
    # a review of the press
    ("« {Oui} », écrit [Le Fouet]. Puis le doute : « {Non} », ajoute [le quotidien].", ["Le Fouet", "Le Fouet"]),
    # two who speak as one
    ("« {Oui} », disent [Awa Tindari et Salif Kobo].", ["Awa Tindari et Salif Kobo"]),
]  # fmt: skip

UNEXPRESSED: list[Case] = [
    # floating: the same paragraph
    ("« {Oui} », a dit [Awa Tindari]. « {Non. »}", ["Awa Tindari", "Awa Tindari"]),
    # floating: the next one
    ("« {Oui} », a dit [Awa Tindari].\n« {Non.} »", ["Awa Tindari", "Awa Tindari"]),
    # somebody new has come in between
    ("« {Oui} », a dit [Awa Tindari]. Salif Kobo hausse les épaules : « {Non.} »", ["Awa Tindari", "Salif Kobo"]),
    # what comes back to a speaker
    ("« {Oui} », a dit [Awa Tindari]. Et d'ajouter : « {Non.} »", ["Awa Tindari", "Awa Tindari"]),
    ("Salif Kobo se lève. Sa réponse : « {Non.} »", ["Salif Kobo"]),
    ("Salif Kobo entre. [Le juge] lui a demandé {s'il viendrait}. Sa réponse : « {Non.} »", ["le juge", "Salif Kobo"]),
    ("Salif Kobo se lève. Il hausse les épaules : « {Non.} »", ["Salif Kobo"]),
    # a paragraph about somebody, then what he says
    (("« {Oui} », a dit [Awa Tindari]. La salle se lève, on se bouscule, on crie, les gardes s'avancent vers les bancs.\n"
     "Interrogé à son tour, Salif Kobo a haussé les épaules.\n« {Non.} »"), ["Awa Tindari", "Salif Kobo"]),
    # turns
    ("Salif Kobo\n« {Le pont tiendra.} »", ["Salif Kobo"]),
    ("Une marchande de mil\n« {Le pont tiendra.} »", ["une marchande de mil"]),
    ("Salif Kobo, maire de Sarrune, nous a reçus.\nLe pont tiendra-t-il ?\n« {Oui.} »\nEt la route ?\n« {Non.} »\nEt le port ?\n« {Oui.} »",
     ["Salif Kobo"] * 3),
    ("Awa Tindari et Salif Kobo parlent.\n— {Le pont tient}, dit [Awa Tindari].\n— {La route aussi}, dit [Salif Kobo].\n— {Alors partons.}",
     ["Awa Tindari", "Salif Kobo", "Awa Tindari"]),
    # nothing tells
    ("« {Le pont tiendra.} »", [None]),
]  # fmt: skip

ALL = [*NAMES, *NAMESAKES, *BODIES, *PRONOUNS, *TITLES, *OTHERS, *UNEXPRESSED]


@pytest.mark.parametrize(("marked", "expected"), ALL)
def test_the_name(marked: str, expected: list[str | None]) -> None:
    """Each quotation's speaker is the fullest name that the text gives."""
    assert names(marked) == expected
