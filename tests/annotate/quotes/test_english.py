"""English as agencies, the United Nations, aid groups and analysts write it, about a country that does not exist."""

from __future__ import annotations

import pytest

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes
from sahelcorpus.annotate.quotes.english.verbs import finite, is_noun
from sahelcorpus.annotate.quotes.lexicon import lexicon
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import tokens_of

Case = tuple[str, list[tuple[str, str, str | None, str | None]]]


def shown(text: str, quote: FoundQuote) -> tuple[str, str, str | None, str | None]:
    """Return type, content with ` … ` between segments, cue and speaker."""
    content = " … ".join(text[start:end] for start, end in quote.segments)
    cue = text[slice(*quote.cue.place)] if quote.cue else None
    return str(quote.type), content, cue, text[slice(*quote.speaker)] if quote.speaker else None


CLAUSES: list[Case] = [
    ("An official who spoke on condition of anonymity because he was not authorised to talk to the press said the road was open.",
     [("indirect", "the road was open", "said", "An official")]),
    ("The mayor and the prefect both said the road was open.",
     [("indirect", "the road was open", "said", "The mayor and the prefect")]),
    ("The general – a former minister – said the road was open.",
     [("indirect", "the road was open", "said", "The general")]),
    ("The men were led away, the witnesses recall, and those in short trousers were shot.",
     [("indirect", "The men were led away … and those in short trousers were shot", "recall", "the witnesses")]),
    ("“We left,” said a source close to the president.", [("direct", "We left", "said", "a source close to the president")]),
    ("It denounced “unacceptable interference”.", [("direct", "unacceptable interference", "denounced", "It")]),
    ("The junta in Tessoumé said in a statement read on state television late on Sunday that 14 soldiers had been killed.",
     [("indirect", "14 soldiers had been killed", "said", "The junta in Tessoumé")]),
    ("The ministry said it had opened an inquiry, but residents told Longshore that no one had come to ask them anything.",
     [("indirect", "it had opened an inquiry", "said", "The ministry"),
      ("indirect", "no one had come to ask them anything", "told", "residents")]),
    ("The governor, Hamsatou Ilboudane, told local radio the curfew would be lifted on Friday.",
     [("indirect", "the curfew would be lifted on Friday", "told", "The governor, Hamsatou Ilboudane")]),
    ("Kalindo ordered the mission to leave, a decree read on state television said.",
     [("indirect", "Kalindo ordered the mission to leave", "said", "a decree")]),
    ("The Front for Renewal (FRN) warned of “a long night”.",
     [("direct", "a long night", "warned of", "The Front for Renewal (FRN)")]),
    ("The envoy warned against “any unilateral step”.",
     [("direct", "any unilateral step", "warned against", "The envoy")]),
    ("It promised at the time to restore security within a year.",
     [("indirect", "to restore security within a year", "promised", "It")]),
    ("It promised to be a long night.", []),
    ("The governor let it be known that the market would stay shut.",
     [("indirect", "the market would stay shut", "let it be known", "The governor")]),
    ("In her view, the truce will not outlive the rains.",
     [("indirect", "the truce will not outlive the rains", "view", "her")]),
    ("It will be recalled that the union struck four years ago.", []),
    ("Two mothers had bled to death, she added, and their files had been carried off.",
     [("indirect", "Two mothers had bled to death … and their files had been carried off", "added", "she")]),
    ("Officials tell Radio Ourma every claim will be paid.",
     [("indirect", "every claim will be paid", "tell", "Officials")]),
    ("Molobwe, who led the mission until November, told the Longshore Wire’s Africa service the decision had come “out of a clear sky”.",
     [("mixed", "the decision had come “out of a clear sky”", "told", "Molobwe")]),
    ("Security sources said at least six suspects had been arrested overnight.",
     [("indirect", "at least six suspects had been arrested overnight", "said", "Security sources")]),
    ("The bank said in its quarterly review on Thursday growth would slow to 2.1 percent.",
     [("indirect", "growth would slow to 2.1 percent", "said", "The bank")]),
    ("Critics say the decree, which came into force on Friday, gives the army a free hand.",
     [("indirect", "the decree, which came into force on Friday, gives the army a free hand", "say", "Critics")]),
    ("The army says it “neutralised” 41 fighters; the Front puts its losses at three.",
     [("mixed", "it “neutralised” 41 fighters", "says", "The army"),
      ("indirect", "its losses at three", "puts", "the Front")]),
    ("An inquiry, she added, would begin “in due course.”",
     [("mixed", "An inquiry … would begin “in due course.”", "added", "she")]),
    ("The army, Kobo said, “will not wait.”", [("mixed", "The army … will not wait.", "said", "Kobo")]),
    ("They describe a scheme, run under a name, that a former auditor says cost the treasury “a hospital a month.”",
     [("mixed", "cost the treasury “a hospital a month.”", "says", "a former auditor")]),
    ("As a provincial official put it, “every dry canal is a recruiting poster”.",
     [("direct", "every dry canal is a recruiting poster", "put", "a provincial official")]),
    ("Once all three dams are in operation, Kobo said, the flood could disappear.",
     [("indirect", "Once all three dams are in operation … the flood could disappear", "said", "Kobo")]),
    ("By his own count he has negotiated 43 truces.", [("indirect", "he has negotiated 43 truces", "count", "his")]),
    ("It accused the three capitals of “selling the river”.",
     [("mixed", "the three capitals of “selling the river”", "accused", "It")]),
    ("Kobo thinks the junta “cannot be seen lowering the gates”.",
     [("mixed", "the junta “cannot be seen lowering the gates”", "thinks", "Kobo")]),
    ("She had been in it since 4 a.m. Her husband was taken away, she said.",
     [("indirect", "Her husband was taken away", "said", "she")]),
    ("The ministry put maternal deaths at 814 for every 100,000 births.",
     [("indirect", "maternal deaths at 814 for every 100,000 births", "put", "The ministry")]),
    ("A colonel who served there until last year told us that the town was lost.",
     [("indirect", "the town was lost", "told", "A colonel who served there until last year")]),
    ("A report released last month by the Institute says that the town is lost.",
     [("indirect", "the town is lost", "says", "A report released last month by the Institute")]),
    ("The town is lost, according to a survey published on Wednesday by the Institute of Health.",
     [("indirect", "The town is lost", "according to", "a survey published on Wednesday by the Institute of Health")]),
    # figures are estimates of whoever gives them
    ("A nurse at the post put the number of dead at 26.",
     [("indirect", "the number of dead at 26", "put", "A nurse at the post")]),
    ("The army gave a toll of nine dead.", [("indirect", "a toll of nine dead", "gave", "The army")]),
    ("The bank gave the town a total of 300 bags.", []),
    ("Doctors attribute the decline to the closure of posts.",
     [("indirect", "the decline to the closure of posts", "attribute", "Doctors")]),
    ("The Ledger attributed the statement to the spokesman of the Front.", []),
    ("Kobo said the letter had come but declined to discuss it.",
     [("indirect", "the letter had come", "said", "Kobo")]),
    ("The firm says its wells are safe, a finding that a laboratory confirmed.",
     [("indirect", "its wells are safe", "says", "The firm")]),
    ("Kobo says $5 million had been lost.", [("indirect", "$5 million had been lost", "says", "Kobo")]),
    ("He said they had been charged with nothing and questioned about everything.",
     [("indirect", "they had been charged with nothing and questioned about everything", "said", "He")]),
    ("“Nobody warned us,” said South African mining company Aurium.",
     [("direct", "Nobody warned us", "said", "South African mining company Aurium")]),
    ("“Nobody warned us,” mining company Aurium said.",
     [("direct", "Nobody warned us", "said", "mining company Aurium")]),
    ("An officer, who asked not to be identified because he was not authorised to speak to the media, said morale was low.",
     [("indirect", "morale was low", "said", "An officer")]),
    ("When the envoy insisted that the talks were on, the colonel laughed.",
     [("indirect", "the talks were on", "insisted", "the envoy")]),
    ("Colonel Malgaré has promised that soldiers will return to barracks, but few diplomats believe him.",
     [("indirect", "soldiers will return to barracks", "promised", "Colonel Malgaré")]),
    ("The envoy says he’s leaving and that they’d talk again.",
     [("indirect", "he’s leaving and that they’d talk again", "says", "The envoy")]),
    ("She accused Mr. Tarka, the council and the U.N. of collusion.",
     [("indirect", "Mr. Tarka, the council and the U.N. of collusion", "accused", "She")]),
    ("He said at that time that the gates would hold.",
     [("indirect", "the gates would hold", "said", "He")]),
    ("Koffi Adjanloué, who has argued for years that gold makes poor roads, was not invited.",
     [("indirect", "gold makes poor roads", "argued", "Koffi Adjanloué")]),
    ("The foreign minister said on Sunday that nothing had changed, as the army moved north.",
     [("indirect", "nothing had changed", "said", "The foreign minister")]),
    ("Residents say one in three wells is dry, while Rimaza urged restraint.",
     [("indirect", "one in three wells is dry", "say", "Residents"), ("indirect", "restraint", "urged", "Rimaza")]),
    ("The envoy made it clear that the truce was over.",
     [("indirect", "the truce was over", "made it clear", "The envoy")]),
    ("He went on to say that no talks were planned.", [("indirect", "no talks were planned", "say", "He")]),
    ("As the minister told parliament on Monday, the talks have failed.",
     [("indirect", "the talks have failed", "told", "the minister")]),
    ("The minister was quoted by state media as saying that the talks would resume.",
     [("indirect", "the talks would resume", "saying", "The minister")]),
    ("Kolkoma asked why the managers had been paid and the miners had not.",
     [("indirect", "why the managers had been paid and the miners had not", "asked", "Kolkoma")]),
    ("According to a 2021 report by the Panel, which was never published, at least nine officers were involved.",
     [("indirect", "at least nine officers were involved", "According to", "a 2021 report by the Panel")]),
    ("A sack of millet, according to the traders’ union, costs 40,000 francs.",
     [("indirect", "A sack of millet … costs 40,000 francs", "according to", "the traders’ union")]),
    # a form that may be a noun is the clause's verb where it agrees with its subject
    ("The driver says people need water.", [("indirect", "people need water", "says", "The driver")]),
    ("The driver says the camp needs water.", [("indirect", "the camp needs water", "says", "The driver")]),
    ("The driver told reporters prices rise every week.",
     [("indirect", "prices rise every week", "told", "The driver")]),
    ("The driver said his prayers.", []),
    ("Sidi, a taxi driver, says people fear the rains.", [("indirect", "people fear the rains", "says", "Sidi, a taxi driver")]),
    ("Some accuse the mayor of theft.", [("indirect", "the mayor of theft", "accuse", "Some")]),
]  # fmt: skip

DIRECT: list[Case] = [
    ("“They burned everything,” a resident told Longshore by telephone, asking not to be named.",
     [("direct", "They burned everything", "told", "a resident")]),
    ("The officer told the press, “We are leaving tonight.”",
     [("direct", "We are leaving tonight.", "told", "The officer")]),
    ("Jeff Tarkosan, the force’s spokesman, said, “We urge everyone to stay calm.”",
     [("direct", "We urge everyone to stay calm.", "said", "Jeff Tarkosan, the force’s spokesman")]),
    ("“No one is above the law”, the prosecutor, Aminata Zerkoba, told a news conference in Tessoumé on Monday, adding that two officers had been charged.",
     [("direct", "No one is above the law", "told", "the prosecutor, Aminata Zerkoba"),
      ("indirect", "two officers had been charged", "adding", "the prosecutor, Aminata Zerkoba")]),
    ("“The wells are dry,” Anna Epsou, press secretary for the camp told reporters.",
     [("direct", "The wells are dry", "told", "Anna Epsou, press secretary for the camp")]),
    ("“It was night,” said a woman who gave her name only as Inna.",
     [("direct", "It was night", "said", "a woman who gave her name only as Inna")]),
    ("They welcome them,” he said.", [("direct", "They welcome them", "said", "he")]),
    ("“We were lucky,” Inna, who lost her house, said on the radio.", [("direct", "We were lucky", "said", "Inna")]),
    ("“We have nothing left,” he thundered.", [("direct", "We have nothing left", "thundered", "he")]),
    ("“The price has doubled,” the report states.", [("direct", "The price has doubled", "states", "the report")]),
    ("“The bridge will hold,” the engineer was quoted as saying.",
     [("direct", "The bridge will hold", "saying", "the engineer")]),
    ("The rebels “control nothing but the night,” as one officer put it.",
     [("mixed", "The rebels “control nothing but the night,”", "put", "one officer")]),
    ("The diplomat had a question: “Who pays?”", [("direct", "Who pays?", "question", "The diplomat")]),
    ("He told critics, with one teacher stating: “Nobody asked us for anything.”",
     [("direct", "Nobody asked us for anything.", "stating", "one teacher")]),
    ("In the words of one mediator, “the paper is dead.”", [("direct", "the paper is dead.", "words", "one mediator")]),
    ("“Silence is also an answer” — Pélagie Ouzdéri", [("direct", "Silence is also an answer", None, "Pélagie Ouzdéri")]),
    ("Referring to the “plot,” the general said: “I was asleep.”",
     [("direct", "I was asleep.", "said", "the general")]),
    ("Then the colonel added:\n\n“We are leaving.”", [("direct", "We are leaving.", "added", "the colonel")]),
    ('The coach said, "We were playing well.\nIt was an emotional day." The match was lost.',
     [("direct", "We were playing well.\nIt was an emotional day.", "said", "The coach")]),
    ("'It's the traders' own money, and they'll want it back', said the clerk.",
     [("direct", "It's the traders' own money, and they'll want it back", "said", "the clerk")]),
]  # fmt: skip

FRONTED: list[Case] = [
    ("The withdrawal would be “orderly” and take “four to six months,” he said.",
     [("mixed", "The withdrawal would be “orderly” and take “four to six months,”", "said", "he")]),
    ("The minister further indicated that it was over.", [("indirect", "it was over", "indicated", "The minister")]),
    ("“It was a betrayal”, reacted the president of the league.",
     [("direct", "It was a betrayal", "reacted", "the president of the league")]),
    ("The league has offered to mediate.", [("indirect", "to mediate", "offered", "The league")]),
    ("One of them said the war was over.", [("indirect", "the war was over", "said", "One of them")]),
    ("She said she survived by lying under a cart.",
     [("indirect", "she survived by lying under a cart", "said", "She")]),
    ("At a parade in Kaldé, its leader, Gen. Ali Kobo, promised that the war would end.",
     [("indirect", "the war would end", "promised", "its leader, Gen. Ali Kobo")]),
    ("He accused the port of “theft”, a charge the port has often denied.",
     [("mixed", "the port of “theft”", "accused", "He")]),
    ("At least 32 villagers were killed when gunmen raided three hamlets, local officials and residents said on Tuesday.",
     [("indirect", "At least 32 villagers were killed when gunmen raided three hamlets", "said",
       "local officials and residents")]),
    ("Fuel prices have doubled since the border was shut, traders in Tessoumé say.",
     [("indirect", "Fuel prices have doubled since the border was shut", "say", "traders in Tessoumé")]),
    ("The strike will continue, vowed Adama Kolkoma, the miners’ general delegate.",
     [("indirect", "The strike will continue", "vowed", "Adama Kolkoma, the miners’ general delegate")]),
    ("The road, locals say, is cursed.", [("indirect", "The road … is cursed", "say", "locals")]),
    ("If he loses, he said, the village could be left with the debt.",
     [("indirect", "If he loses … the village could be left with the debt", "said", "he")]),
    ("The Red Crescent has buried 68 bodies, its director said, and is still looking for six people.",
     [("indirect", "The Red Crescent has buried 68 bodies", "said", "its director")]),
    ("But, he said, nobody had come.", [("indirect", "nobody had come", "said", "he")]),
    ("The dam — it was never inspected, says the engineer — is leaking.",
     [("indirect", "it was never inspected", "says", "the engineer")]),
    ("Kaldé bridge to reopen in May, says ministry", [("indirect", "Kaldé bridge to reopen in May", "says", "ministry")]),
]  # fmt: skip

OBJECTS: list[Case] = [
    ("Human rights groups have accused the army and its auxiliaries of executing civilians in the north.",
     [("indirect", "the army and its auxiliaries of executing civilians in the north", "accused", "Human rights groups")]),
    ("The region’s governor accused Koubari of harbouring rebels – an allegation Fandou has repeatedly denied.",
     [("indirect", "Koubari of harbouring rebels", "accused", "The region’s governor")]),
    ("The trader was accused by his neighbours of hoarding grain.",
     [("indirect", "hoarding grain", "accused", "his neighbours")]),
    ("The junta has been urged by Western partners to hold elections within a year.",
     [("indirect", "to hold elections within a year", "urged", "Western partners")]),
    ("It is asserted by the prosecutor that both men knew.",
     [("indirect", "both men knew", "asserted", "the prosecutor")]),
    ("The mission’s head, Adaeze Molobwe, described the ambush as a possible war crime.",
     [("indirect", "the ambush as a possible war crime", "described", "The mission’s head, Adaeze Molobwe")]),
    ("The Civic Alliance condemned the arrest of its leader as “an act of political piracy”.",
     [("mixed", "the arrest of its leader as “an act of political piracy”", "condemned", "The Civic Alliance")]),
    ("Witness Beyond Rivers called on the authorities to protect survivors.",
     [("indirect", "to protect survivors", "called on", "Witness Beyond Rivers")]),
    ("UN experts on Wednesday called for an independent investigation into the deaths.",
     [("indirect", "an independent investigation into the deaths", "called for", "UN experts")]),
    ("Health workers in Labdi warn of a second wave of measles.",
     [("indirect", "a second wave of measles", "warn of", "Health workers in Labdi")]),
    ("Prime Minister Bagdari also ruled out any talks with the Front.",
     [("indirect", "any talks with the Front", "ruled out", "Prime Minister Bagdari")]),
    ("The Legion of the Reminder claimed responsibility for the attack in an audio message.",
     [("indirect", "responsibility for the attack", "claimed", "The Legion of the Reminder")]),
    ("The army has promised an investigation but has never published the results of one.",
     [("indirect", "an investigation", "promised", "The army")]),
    ("The rebels denied having mined the road and said they were ready to let inspectors in.",
     [("indirect", "having mined the road", "denied", "The rebels"),
      ("indirect", "they were ready to let inspectors in", "said", "The rebels")]),
    ("The claim by the ministry that the camp was empty did not survive the first photograph.",
     [("indirect", "the camp was empty", "claim", "the ministry")]),
    ("The envoy expressed hope that talks would resume.", [("indirect", "talks would resume", "hope", "The envoy")]),
    ("The president’s remark that “the press is a luxury” drew laughter.",
     [("direct", "the press is a luxury", "remark", "The president")]),
]  # fmt: skip

SPEAKERS: list[Case] = [
    ("The broadcasts began on August 10 and Koubari says they will go on.",
     [("indirect", "they will go on", "says", "Koubari")]),
    ("In a statement, the bloc’s chair, Anselme Gbéhoumi, said the door was open.",
     [("indirect", "the door was open", "said", "the bloc’s chair, Anselme Gbéhoumi")]),
    ("Paul Dewarou, an opposition member of parliament, said the files were lost.",
     [("indirect", "the files were lost", "said", "Paul Dewarou, an opposition member of parliament")]),
    ("The WHO said the outbreak was over and US donors had left.",
     [("indirect", "the outbreak was over and US donors had left", "said", "The WHO")]),
    ("In court prosecutors also said he had confessed.",
     [("indirect", "he had confessed", "said", "prosecutors")]),
    ("The president on Monday said the vote would go ahead.",
     [("indirect", "the vote would go ahead", "said", "The president")]),
    ("They also claimed the camp was safe.", [("indirect", "the camp was safe", "claimed", "They")]),
    ("Adama May will urge the council to meet.", [("indirect", "to meet", "urge", "Adama May")]),
    ("A leaked letter seen by Longshore says the mission must leave.",
     [("indirect", "the mission must leave", "says", "A leaked letter seen by Longshore")]),
    ("Haroun Bagdari, a law professor who became prime minister in May, has said that he will resign.",
     [("indirect", "he will resign", "said", "Haroun Bagdari, a law professor who became prime minister in May")]),
    ("The minister fired back at his critics in a series of posts, saying the money was safe.",
     [("indirect", "the money was safe", "saying", "The minister")]),
    ("After the raid the army’s chief said his men had fled.",
     [("indirect", "his men had fled", "said", "the army’s chief")]),
    ("A man identifying himself as a commander said the town was lost.",
     [("indirect", "the town was lost", "said", "A man identifying himself as a commander")]),
    ("An elder of the settlement below the mine said the town was lost.",
     [("indirect", "the town was lost", "said", "An elder of the settlement below the mine")]),
    ("“I ran,” recalls Amadou, his voice barely audible.", [("direct", "I ran", "recalls", "Amadou")]),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", CLAUSES + DIRECT + FRONTED + OBJECTS + SPEAKERS, ids=lambda case: case[0][:50].replace("\n", " ")
)
def test_what_english_news_quotes(case: Case) -> None:
    """One sentence a construction: every quotation with its type, its content, its cue and its speaker, and no other."""
    text, expected = case
    assert [shown(text, quote) for quote in extract_quotes(text, "en")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The clouds promise rain by the end of the week.",
        "Recent reports have been read in three ministries.",
        "The committee approves nine asylum claims in ten.",
        "Over fears of a flood, the market was moved.",
        "Several swing states vote on Tuesday.",
        "The minister refused to say how many soldiers had died.",
        "The army did not say whether soldiers had been wounded.",
        "The president’s office did not respond to a request for comment.",
        "The ministry issued a statement and the two sides talked for six hours.",
        "What the minister says and what he does are two different things.",
        "She will not remember if the gate was shut.",
        "The market women called her ‘Mama Helmet’.",
        "The group rejects the accord of 2020.",
        "The army attacked after the governor, an ally, fled.",
        "He was born in a village known as the Well.",
    ],
)
def test_what_english_news_does_not_quote(text: str) -> None:
    """Nouns that look like cues, things that say nothing, names, refusals, acts without content."""
    assert extract_quotes(text, "en") == []


def sentence(text: str) -> Sentence:
    return Sentence(text, lexicon("en"), tokens_of(text, (0, len(text))), {})


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("reports have shown it", "reports", True),
        ("the ministry reports that it is open", "reports", False),
        ("denied claims of theft", "claims", True),
        ("the army claims the bridge", "claims", False),
        ("a post shared a thousand times claims that it is open", "claims", False),
        ("over fears it would close", "fears", True),
        ("the court rules worship is legal", "rules", False),
        ("they had reason to leave", "reason", True),
        ("he said the road was open", "said", False),
    ],
)
def test_nouns_of_the_same_form_as_a_cue(text: str, word: str, noun: bool) -> None:
    """By the words before and after: determiners, prepositions, adjectives, auxiliaries, plurals."""
    found = sentence(text)
    assert is_noun(found, found.tokens.words.index(word)) is noun


@pytest.mark.parametrize(
    ("text", "word", "strength"),
    [
        ("the road was open", "was", 2),
        ("the decree gives power", "gives", 2),
        ("they need water", "need", 2),
        ("the men arrived in the night", "arrived", 1),
        ("the men arrested by the army", "arrested", 0),
        ("to have a plan", "have", 0),
        ("the attacks on the road", "attacks", 0),
    ],
)
def test_how_sure_a_verb_is_finite(text: str, word: str, strength: int) -> None:
    """2 for what can be nothing else, 1 for what may be a participle, 0 for what is no finite verb."""
    found = sentence(text)
    assert finite(found, found.tokens.words.index(word)) == strength
