"""What takes up whom or what a text has named: documents, bodies, owners, descriptions. Everything here is invented."""

from __future__ import annotations

import pytest
from marked_quotes import names

from sahelcorpus.annotate.quotes.interchange import plain_quotes

Case = tuple[str, list[str | None]]

DOCUMENTS: list[Case] = [
    # who issued it stands sentences away: the subject of the issuing verb
    ("L'ONG Vigie Droits avait publié lundi un rapport de trente pages. Le ministre a ri. [Le rapport] indique que {tout va mal}.",
     ["ONG Vigie Droits"]),
    # another noun for the same document, and one for any
    ("La Ligue des femmes a mené un sondage en mai. Selon [cette enquête], {tout va bien}.", ["Ligue des femmes"]),
    ("La Ligue des femmes a signé une lettre. Elle est longue. [Le document] demande {une loi}.", ["Ligue des femmes"]),
    # a name that nothing explains issues it in the same sentence
    ("Hier, Le Fouet a mené un sondage. Il est long. [Le sondage] dit que {tout va bien}.", ["Le Fouet"]),
    ("Hier, Le Fouet a mené [un sondage auprès des Kalindois], qui dit que {tout va bien}.", ["Le Fouet"]),
    # no sounding took up a letter
    ("La Ligue des femmes a signé une lettre. Selon [le sondage], {tout va bien}.", ["le sondage"]),
    # an aside says who signed it
    ("Un texte circule. [Le texte], signé du ministre Salif Kobo, dit que {tout va bien}.", ["Salif Kobo"]),
    # who has met issued what ends the meeting, and not the town of a headline
    ("[Sarrune] exige « {un retrait} »\nRéunie à Sarrune, la Ligue des femmes a voté. Selon [le communiqué final], {le pont ferme}.",
     ["Sarrune", "Ligue des femmes"]),
    # what became of it is not who issued it
    ("[La lettre du gouvernement de transition remise au maire et consultée par Le Fouet] dit que {tout va mal}.",
     ["le gouvernement de transition"]),
    # nor who has seen it
    ("[Un document consulté par Le Fouet] dit que {la mine ferme}. Le maire rit. [Le document] dit {oui}.",
     ["un document consulté par Le Fouet"] * 2),
    # an aside says who wrote it, of the one that it takes up too
    ("Un rapport de neuf pages, publié jeudi par la Ligue des femmes, circule. [Le document] dit que {tout va mal}.",
     ["Ligue des femmes"]),
    ("[Le rapport], rédigé par la Commission des ponts de Sarrune, dit que {tout va mal}.", ["Commission des ponts de Sarrune"]),
    # of several who sign, of those who have one
    ("Dans une lettre ouverte, [douze anciens ministres] demandent {une loi}. Le maire rit. [Le texte] veut {un débat}.",
     ["douze anciens ministres"] * 2),
    ("[Les experts], dans leur rapport remis lundi, concluent que {le pont a cédé}. [Le rapport] dit {non}.", ["les experts"] * 2),
    # who printed it did not write it
    ("Ali Kobo a écrit une lettre. [Le texte], publié par le quotidien Le Fouet, dit que {tout va mal}.", ["Ali Kobo"]),
    # a pronoun for what just spoke
    ("[Une note du ministère des Ponts] évoque {un risque}. Rédigée en mai, [elle] demande {une loi}.", ["le ministère des Ponts"] * 2),
    # the same source
    ("[Le préfet] dit {oui}. Selon [la même source], {tout va bien}.", ["le préfet"] * 2),
    # the name of a body goes on after its noun
    ("Lundi, le ministère de la Défense du Kalindo a publié un communiqué. [Le communiqué] dit que {tout va bien}.",
     ["le ministère de la Défense du Kalindo"]),
    # who speaks in it
    ("Par décret pris mardi, le maire, Salif Kobo, a fermé le port. [Le décret] dit que {le port est fermé}.", ["Salif Kobo"]),
    # to whom it goes did not issue it
    ("Une lettre adressée au chef de l'État circule. [La lettre] dit que {tout va mal}.", ["la lettre"]),
]  # fmt: skip

BODIES: list[Case] = [
    # an acronym begins where it is spelt, not at the head of the sentence
    ("C'est le délai que la Coordination des mouvements du Nord (CMN) a fixé. [La CMN] exige {un retrait}.",
     ["Coordination des mouvements du Nord"]),
    # or is spelt by a name without brackets
    ("L'Institut national de la statistique a parlé. D'après [l'INS], {tout augmente}.", ["Institut national de la statistique"]),
    # « le mouvement … il », though the name is a woman's
    ("« {Assez} », a dit [Awa Tindari].\nLa Coordination du Nord (CN) est là. [Le mouvement] exige {un retrait}. [Il] demande {une escorte}.",
     ["Awa Tindari", "Coordination du Nord", "Coordination du Nord"]),
    # a noun and an adjective
    ("La Mission d'appui au Kalindo est partie. [L'agence onusienne] prévoit {un retour}.", ["Mission d'appui au Kalindo"]),
    ("La Mission d'appui au Kalindo est partie. [La société civile] prévoit {un retour}.", ["la société civile"]),
    # a name that goes on in small letters
    ("La société Minéraux du Kalindo creuse. [L'entreprise] promet {une prime}.", ["Minéraux du Kalindo"]),
    # a company is no trade union, and has a direction
    ("La société Minéraux du Kalindo creuse.\nLe Syndicat des mineurs est fâché. [L'entreprise] promet {une prime}.",
     ["Minéraux du Kalindo"]),
    ("La société Minéraux du Kalindo creuse. « {Rien} », écrit [la direction].", ["Minéraux du Kalindo"]),
    ("Le Syndicat des mineurs est fâché. « {Rien} », écrit [la direction].", ["la direction"]),
    # the same noun again
    ("[La direction générale des douanes] dit {oui}. « {Non} », écrit [la même direction].",
     ["la direction générale des douanes"] * 2),
    # several speak as one
    ("[La Valcourie, ses alliés et le Kalindo] annoncent {un retrait}.", ["La Valcourie, ses alliés et le Kalindo"]),
    ("[La Valcourie et le Kalindo] annoncent {un retrait}.", ["La Valcourie et le Kalindo"]),
    ("[L'Organisation pour l'alimentation et l'agriculture] annonce {un retrait}.",
     ["Organisation pour l'alimentation et l'agriculture"]),
    # who spoke in the sentence before, under a noun for it
    ("« {Non} », dit [Plume libre]. [L'organisation de défense de la presse] exige {un retrait}.", ["Plume libre"] * 2),
    # a town is no organisation
    ("La Ligue des femmes siège à Sarrune. [Sarrune] exige {un retrait}. [L'organisation] promet {un camion}.",
     ["Sarrune", "Ligue des femmes"]),
    # doctors with a capital within a sentence
    ("On attend Médecins du Fleuve. [L'organisation] promet {un camion}.", ["Médecins du Fleuve"]),
]  # fmt: skip

OWNERS: list[Case] = [
    ("« {Rien} », dit [la société d'électricité]. [Ses techniciens] disent {réparer}.",
     ["la société d'électricité", "les techniciens de la société d'électricité"]),
    ("La Ligue des femmes se tait. « {Non} », glisse [une de ses membres].", ["une membre de la Ligue des femmes"]),
    ("La Ligue des femmes se tait. « {Non} », glisse [un de ses soutiens au sein du bureau].",
     ["un soutien de la Ligue des femmes au sein du bureau"]),
    ("Le Front du Nord recule. [Un conseiller du mouvement] dit {négocier}.", ["un conseiller du Front du Nord"]),
    # an acronym has the article of its full name, elided as the acronym needs it
    ("Le Front du Nord (FDN) recule. [Un conseiller du mouvement] dit {négocier}.", ["un conseiller du FDN"]),
    ("L'Alliance du Nord (ADN) recule. [Un cadre du mouvement] dit {négocier}.", ["un cadre de l'ADN"]),
    ("L'Alliance du Nord (PAN) recule. [Un cadre du mouvement] dit {négocier}.", ["un cadre de PAN"]),
    ("La Ligue des femmes marche. « {Oui} », dit [son secrétaire].", ["le secrétaire de la Ligue des femmes"]),
    # of whom a source speaks
    ("Awa Tindari part. Le maire Ali Kobo conteste. Selon [ses amis], {elle n'a rien dit}.", ["les amis d'Awa Tindari"]),
    ("Awa Tindari marche. « {Oui} », dit [sa mère].", ["la mère d'Awa Tindari"]),
    # places have inhabitants, bodies have none
    ("La pluie tombe au Kalindo. La Ligue des femmes marche. [Ses habitants] disent {avoir froid}.", ["les habitants du Kalindo"]),
]  # fmt: skip

PEOPLE: list[Case] = [
    # a title reaches past an acronym in brackets
    ("Le chef de la Mission d'appui au Kalindo (MAK), Salif Kobo, est là. [Le chef de la mission] dit {partir}.", ["Salif Kobo"]),
    # a noun that nobody listed
    ("« {Oui} », a dit [le gardien Salif Kobo]. [Le portier] promet {une victoire}.", ["Salif Kobo"] * 2),
    # one with an adjective, one that is narrowed
    ("Le général Salif Kobo est là. [L'officier kalindien] dit {partir}.", ["Salif Kobo"]),
    ("« {Oui} », dit [le chercheur Salif Kobo]. [Le spécialiste des mines] dit {douter}.", ["Salif Kobo"] * 2),
    # whoever just spoke without a name
    ("« {Oui} », dit [un négociateur]. « {Non} », ajoute [l'intéressé].", ["un négociateur"] * 2),
    ("[Le gouverneur] dit {agir}. [Le haut fonctionnaire] promet {un plan}.", ["le gouverneur"] * 2),
    # the next sentence names the minister
    ("[Le ministre de la Culture] salue {un maître}. Salif Kobo a promis un musée.", ["Salif Kobo"]),
    ("[Le ministre de la Culture] salue {un maître}. Awa Tindari, marchande, a ri.", ["le ministre de la Culture"]),
    # one of them, wherever the mention was cut
    ("Les commerçants se défendent. « {Nous achetons cher} », résume [l'un] d'entre eux.", ["un commerçant"]),
    # an office with its domain before the name, whichever list the given name is missing from
    ("Lundi, le ministre de la Défense Zadou Camarel a reçu le maire Karl Hatz. « {Non} », a dit [-t-il].", ["Zadou Camarel"]),
    ("Ali Kobo a ri.\nLe chef de la diplomatie kalindienne Zadou Camarel a reçu Karl Hatz. « {Non} », a dit [-t-il].", ["Zadou Camarel"]),
    ("Ali Kobo a ri.\nLe président du Parti du renouveau Zadou Camarel est sorti. « {Non} », a dit [-t-il].", ["Zadou Camarel"]),
    # before whom somebody speaks, and whom somebody speaks of, is not who speaks
    ("Le général Ali Kobo est devenu ministre. Le 2 avril, devant le Conseil de transition, [il] avait nié {tout meurtre}.",
     ["Ali Kobo"]),
    ("En mai, il avait vu le général Ali Kobo. [Il] dit {partir}.", [None]),
    # a nationality: before the name, beside it, or near
    ("« {Non} », a dit [le chef de la mission, le Kotinais Daouda Serme]. [Le Kotinais] a promis {un appel}.", ["Daouda Serme"] * 2),
    ("Karin Holm, diplomate kotinaise, est là. [La Kotinaise] a promis {un appel}.", ["Karin Holm"]),
    ("Daouda Serme est là. Hier, [le Kotinais] a promis {un appel}.", ["Daouda Serme"]),
    ("Daouda Serme est là. [Le Kotinais] a promis {un appel}.", ["Kotinais"]),  # it may be a newspaper
    # who speaks on at once under a name without an office
    ("[Le Premier ministre] a jugé {ces mesures cruelles}. « {Tant pis} », a averti [Me Zadou Camarel].", ["Zadou Camarel"] * 2),
    ("[Le Premier ministre] a jugé {ces mesures cruelles}. « {Tant pis} », a averti [le maire Zadou Camarel].",
     ["le Premier ministre", "Zadou Camarel"]),
    ("[Le Premier ministre] a jugé {ces mesures cruelles}. « {Tant pis} », a averti [Awa Tindari, vendeuse].",
     ["le Premier ministre", "Awa Tindari"]),
    # of two
    ("Ali Kobo et Awa Tindari sont partis. « {Non} », dit [le premier]. [La seconde] dit {oui}.", ["Ali Kobo", "Awa Tindari"]),
    ("L'imam de Tirel, Ali Kobo, et le pasteur de Sarrune, Jean Dolo, ont prié. « {Non} », dit [le premier]. [Le second] dit {oui}.",
     ["Ali Kobo", "Jean Dolo"]),
    # nor is an article of a decree the first of two people
    ("Ali Kobo et Jean Dolo sont partis. Le décret a deux articles. « {Non} », énonce [le premier].", ["le premier"]),
    ("« {Non} », dit [Ali Kobo]. « {Oui} », dit [Awa Tindari]. [Le premier] dit {partir}.", ["Ali Kobo", "Awa Tindari", "Ali Kobo"]),
    ("« {Oui} », dit [le ministre Ali Kobo]. Dimanche, [le même] dit {non}.", ["Ali Kobo"] * 2),
    # nobody in particular
    ("Ali Kobo est parti. Il y a ceux [qui] disent que {tout va mal}.", [None]),
    # whose lawyer it is, and a party's man
    ("Ali Kobo a disparu. Selon [l'avocat de la famille], {il vit}.", ["l'avocat de la famille"]),
    ("Le ministre Ali Kobo écoute Awa Tindari. Interpellé, [le libéral] dit {oui}.", ["Ali Kobo"]),
    # what stands in front of a clause is not its subject
    ("Awa Tindari est là.\nNée à Sarrune d'un père greffier et d'une mère teinturière, elle a étudié. [Elle] dit {douter}.",
     ["Awa Tindari"]),
    # whom the sentence after it names
    ("[Un ministre] lui ordonne de {se taire}. L'intéressé, Zadou Camarel, se tait.", ["Zadou Camarel"]),
    # whom a pronoun has shown to be a man is no woman
    ("Awa Tindari part. L'intéressé, Zadou Camarel, conteste. [Il] dit {rester}. [Elle] dit {partir}.",
     ["Zadou Camarel", "Awa Tindari"]),
    # a man is no woman by his trade, either
    ("Awa Tindari reçoit. « {Oui} », sourit [l'infirmier-chef].", ["l'infirmier-chef"]),
    # a title that ends a name
    ("« {Oui} », dit [Awa Maire, chercheuse]. [Elle] dit {douter}.", ["Awa Maire"] * 2),
    # a title in small letters makes a person of a single name
    ("Le général Camarel part. « {Non} », dit [l'intéressé].", ["Camarel"]),
    # what narrows a noun belongs to it
    ("Hier, le porte-parole du gouvernement a parlé. « {Non} », a dit [-t-il].", ["le porte-parole du gouvernement"]),
    # an age makes a person of a single name
    ("Zika, 24 ans, vend des beignets. « {Non} », lâche [la jeune femme].", ["Zika"]),
    # « structure » is no verb after its article
    ("Face à tous, le secrétaire de la structure, Zadou Camarel, a parlé. « {Non} », a dit [-t-il].", ["Zadou Camarel"]),
    # what is the newspaper's own is not taken up
    ("L'Association du Nord se tait. Dans un texte parvenu à notre rédaction, [elle] exige {un retrait}.", ["Association du Nord"]),
    # « ce quinquagénaire » holds no « qui »
    ("« {Oui} », dit [ce quinquagénaire].", ["ce quinquagénaire"]),
    # the sentence after it
    ("« {La paix se cultive}. » C'est par ces mots que Salif Kobo a ouvert la messe.", ["Salif Kobo"]),
    # whom a sentence says it is about
    ("[Awa Tindari] dit {oui}. Quant au maire, [il] dit {non}.", ["Awa Tindari", "le maire"]),
    ("[Jean Dolo] dit {oui}. Quant au maire Ali Kobo, [il] dit {non}.", ["Jean Dolo", "Ali Kobo"]),
    ("[La Ligue des femmes] dit {oui}. Quant aux partis en exil, [ils] disent {non}.", ["Ligue des femmes", "les partis en exil"]),
    # somebody unnamed who spoke last, rather than somebody named with a title
    ("Le colonel Ali Kobo est venu. « {Oui} », dit [un officier]. Selon [ce gradé], {tout va bien}.",
     ["un officier", "un officier"]),
    # what somebody does is a title
    ("[Awa Tindari], qui dirige la clinique, dit {oui}. [Inna Salou] dit {non}. [La directrice] demande {du temps}.",
     ["Awa Tindari", "Inna Salou", "Awa Tindari"]),
    # two who speak together
    ("Awa Tindari et Ali Kobo sont venus. [Ils] disent {oui}.", ["Awa Tindari et Ali Kobo"]),
    ("Le maire et le préfet sont venus. [Ils] disent {oui}.", ["le maire et le préfet"]),
    ("Les deux élus sont venus. [Ils] disent {oui}.", ["les deux élus"]),
    ("[Awa Tindari] dit {oui}. [Ali Kobo] dit {non}. [Les deux élus] demandent {du temps}.",
     ["Awa Tindari", "Ali Kobo", "Awa Tindari et Ali Kobo"]),
    ("[Awa Tindari] dit {oui}. [Les deux élus] demandent {du temps}.", ["Awa Tindari", "les deux élus"]),
    # who stands before a relative pronoun, with a preposition in its article
    ("[Un responsable] dit {oui}. C'était à la demande du médiateur, [qui] demande {du temps}.",
     ["un responsable", "le médiateur"]),
    # whose words they are
    ("Ali Kobo est venu. Selon [ses] dires, {tout va bien}.", ["Ali Kobo"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), [*DOCUMENTS, *BODIES, *OWNERS, *PEOPLE])
def test_the_name(marked: str, expected: list[str | None]) -> None:
    """Each quotation's speaker is the fullest name that the text gives."""
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Senator Ali Kobo spoke. [Kobo's statement] said {all was well}.", ["Ali Kobo"]),
        ("The Relief League published a report. It is long. [The report] said {all was well}.", ["Relief League"]),
        # a charity's name after its noun; one of several that one noun does not mean
        ("The charity Grain First came. [The charity] said {all was well}.", ["Grain First"]),
        (
            "[Two sources and a local official] said {all was well}. [One of them] said {the toll could rise}.",
            ["two sources and a local official", "one of them"],
        ),
        # titles of the West African press; an age; what somebody is told to be
        ("[The member for Sarrune, Hon. Ali Kobo], said {all was well}. [The lawmaker] said {no}.", ["Ali Kobo"] * 2),
        ("Ali Kobo came. “{No},” [the 61-year-old] said.", ["Ali Kobo"]),
        ("For Zika, a fabric seller, it has lasted too long. “{No},” [she] sighed.", ["Zika"]),
        # a neighbour who was hers before; a report that « it » takes up; who is named after « another »
        ("Awa Tindari waited. Her neighbour nodded. “{No},” [the neighbour] said.", ["Awa Tindari's neighbour"]),
        (
            "[The report], seen by Longshore Wire, says {all was well}. [It] recommends that {the unit be disbanded}.",
            ["the report"] * 2,
        ),
        ("[One man] said {all was well}. Another, a tailor named Issa, wept.", ["one man"]),
        # no predicate before a comma
        ("The army is ready, the defence minister told us. “{No},” [he] said.", ["the defence minister"]),
        # whose somebody is, and what a title belongs to, is not who speaks
        ("Ali Kobo left. [Kobo's daughter] said {all was well}.", ["Kobo's daughter"]),
        (
            "[Kalindese foreign minister] says {all is well}.\nThe foreign minister, Ali Kobo, spoke.",
            ["Kalindese foreign minister"],
        ),
        ("[Survivors of a raid in eastern Kalindo] say {all is lost}.", ["survivors of a raid in eastern Kalindo"]),
        (
            "[Local leaders] say {all is lost}. [Kalindese officials] say {all is well}.",
            ["local leaders", "Kalindese officials"],
        ),
        # whose view it is
        ("Ali Kobo left. In [his] view, {all was well}.", ["Ali Kobo"]),
        # two who speak together
        ("Awa Tindari and Ali Kobo left. [They] said {all was well}.", ["Awa Tindari and Ali Kobo"]),
        ("The two senators left. [They] said {all was well}.", ["the two senators"]),
        # where it has its seat tells nothing
        ("Rights Monitor published a list. [The Dakar-based group] said {all was well}.", ["Rights Monitor"]),
        ("PORT MEL, 3 May - Ali Kobo left. [He] said {all was well}.", ["Ali Kobo"]),
    ],
)
def test_the_name_in_english(marked: str, expected: list[str | None]) -> None:
    """Documents by their owner or issuer; a dateline is nobody."""
    assert names(marked, "en") == expected


def test_what_is_read_in_a_document_is_its_issuers() -> None:
    """« lit-on dans » has no speaker but the document."""
    text = "La Ligue des femmes a publié un communiqué. « Le port est fermé », peut-on lire dans le communiqué."
    (quote,) = plain_quotes(text, "fr")
    assert (quote["speaker_name"], quote["speaker_kind"], quote["speaker_how"]) == (
        "Ligue des femmes",
        "document",
        "issuer",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # for whom « on » speaks
        ("Awa Tindari est là. À l'Élysée, on assure que le pont tiendra.", "Élysée"),
        ("Awa Tindari est là. « Le pont tiendra », assure-t-on au ministère des Ponts.", "ministère des Ponts"),
        ("Awa Tindari est là. Au Kalindo, on assure que le pont tiendra.", None),
        # nobody
        ("Awa Tindari est là. « Oui », dit-elle. On dit que le pont tiendra.", None),
        # whom a cabinet belongs to does not speak
        ("Selon le cabinet du ministre, Ali Kobo, le pont tiendra.", "le cabinet du ministre"),
        ("Selon le quotidien « La Voix du Fleuve », le pont tiendra.", "La Voix du Fleuve"),
        ("Selon le journal Le Fouet, le pont tiendra.", "Le Fouet"),
        # whom a group belongs to speaks, the group does not
        ("Selon le patron du groupe Orvane, Ali Kobo, le pont tiendra.", "Ali Kobo"),
        # a relative clause after who has just been quoted
        ("« Oui », a dit le ministère des Ponts, qui demande « un délai ».", "le ministère des Ponts"),
        # « ONG » is a noun, though it has capitals
        ("Kalindo Rights Watch a publié un rapport. L'ONG demande une enquête.", "Kalindo Rights Watch"),
        ("Des routes sont coupées. Plusieurs ONG demandent une enquête.", "plusieurs ONG"),
        # « le texte » is what was named since somebody spoke
        ("« Oui », a dit Ali Kobo. Que dit l'accord de paix ? Le texte prévoit que le pont reste ouvert.", "l'accord"),
        # somebody who spoke to the press
        ("« Oui », a dit le porte-parole Ali Kobo. Selon le conférencier, le pont tiendra.", "Ali Kobo"),
        # the press has no members
        ("La Ligue des femmes a écrit à la presse. Ses membres affirment que le pont tiendra.",
         "les membres de la Ligue des femmes"),
    ],
)  # fmt: skip
def test_the_name_of_what_is_found(text: str, expected: str | None) -> None:
    """The last quotation's speaker, quotations found by the rules."""
    assert plain_quotes(text, "fr")[-1].get("speaker_name") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # what is said first may name who says it, but a subject that its announcing clause cuts off does not
        ("The army has killed 40 fighters since Monday, it said on Friday.", "en", "the army"),
        ("L'armée a tué 40 combattants depuis lundi, a-t-elle annoncé.", "fr", "l'armée"),
        ("Awa Kobo traduit la vidéo. L'un des hommes, dit-elle, demande à boire.", "fr", "Awa Kobo"),
        ("Salif Kobo plaide seul. Son client, dit-il, paie pour d'autres.", "fr", "Salif Kobo"),
    ],
)
def test_who_a_content_in_front_names(text: str, language: str, expected: str) -> None:
    """The first quotation's speaker, quotations found by the rules."""
    assert plain_quotes(text, language)[0].get("speaker_name") == expected
