"""The rules: an evaluating word, the clause that ties it to a target, and whose words they are."""

from __future__ import annotations

import pytest

from sahelcorpus.annotate.stance import FoundStance, StanceArticle, faults, open_annotator
from sahelcorpus.annotate.stance.interchange import stance_article
from sahelcorpus.annotate.stance.targets import given_target
from sahelcorpus.records.vocabulary import Endorsement, HolderKind, StanceLabel


def answers(text: str, language: str, *targets: str, whole: bool = False) -> tuple[StanceArticle, list[FoundStance]]:
    """Return an article and what the rules answer, every candidate proved."""
    if whole:
        given = tuple(given_target(text, name) for name in targets)
        article = StanceArticle(text, language, (), given, targets_given=True, is_whole=True)
    else:
        article = stance_article(
            {"id": "x", "lang": language, "text": text, "targets": [{"name": name, "span": None} for name in targets]}
        )
    found = open_annotator("rules").annotate_stance(article)
    assert list(faults(article, found)) == []
    return article, found


def voice(text: str, language: str, target: str) -> StanceLabel:
    """Return what the article's voice is found to hold of a target."""
    _, found = answers(text, language, target)
    (one,) = (row for row in found if row.holder_kind is HolderKind.ARTICLE_VOICE)
    return one.label


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("Le maire Boulsano est corrompu.", "fr", "against"),
        ("Le maire Boulsano, toujours courageux, a parlé.", "fr", "favor"),
        ("L'incompétence de Boulsano saute aux yeux.", "fr", "against"),
        ("Boulsano n'est pas compétent.", "fr", "against"),
        ("Boulsano a trahi la ville.", "fr", "against"),
        ("Boulsano is a brilliant and honest mayor.", "en", "favor"),
        ("Boulsano is not honest.", "en", "against"),
        ("Boulsano betrayed the town.", "en", "against"),
        ("The town was betrayed by Boulsano.", "en", "against"),
        ("Shame on Boulsano.", "en", "against"),
        ("Boulsano arrived on Tuesday.", "en", "neutral"),
        ("Boulsano est arrivé mardi.", "fr", "neutral"),
    ],
)
def test_a_clause_evaluates_its_target(text: str, language: str, label: str) -> None:
    """Adjectives, nouns, deeds and fixed phrases, each with its negation and its voice."""
    assert voice(text, language, "Boulsano") == label


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Boulsano a perdu quatre hommes dans une embuscade près du pont.", "fr"),
        ("Four soldiers of Boulsano were killed and two wounded.", "en"),
        ("The town was betrayed by its clerk, and Boulsano left.", "en"),
    ],
)
def test_bad_news_is_no_stance(text: str, language: str) -> None:
    """What befalls somebody, or is done to others, evaluates nobody."""
    assert voice(text, language, "Boulsano") is StanceLabel.NEUTRAL


def test_what_somebody_condemns_is_not_what_the_article_condemns() -> None:
    """A reported regard is neutral in the article's voice, unless the sentence is judged as a whole, or says we."""
    text = "The union praised Boulsano."
    assert voice(text, "en", "Boulsano") is StanceLabel.NEUTRAL
    _, found = answers(text, "en", "Boulsano", whole=True)
    assert [one.label for one in found] == [StanceLabel.FAVOR]
    assert voice("We salute Boulsano.", "en", "Boulsano") is StanceLabel.FAVOR


def test_what_is_quoted_is_its_speaker_s() -> None:
    """The quotation's speaker is against, the article neutral, and the evidence lies inside the quotation."""
    text = "« Boulsano est un menteur », a déclaré la ministre Awa Tindari. Le conseil siège mardi."
    article, found = answers(text, "fr", "Boulsano")
    mine, hers = found
    assert (mine.holder_kind, mine.label) == (HolderKind.ARTICLE_VOICE, StanceLabel.NEUTRAL)
    assert (hers.holder_kind, hers.holder_name) == (HolderKind.QUOTED_SPEAKER, "Awa Tindari")
    assert (hers.label, hers.quote, hers.endorsement) == (StanceLabel.AGAINST, 0, Endorsement.NEUTRAL_REPORT)
    assert [span.text for span in hers.evidence] == ["Boulsano est un menteur"]
    assert article.text[slice(*article.quotes[0].segments[0])] == "Boulsano est un menteur"


def test_a_candidate_is_explained_in_one_line() -> None:
    """By the word, how it evaluates, whether it is negated, and for or against whom."""
    _, (one,) = answers("Boulsano n'est pas compétent.", "fr", "Boulsano")
    assert one.explanation == "“compétent” (quality, negated) speaks against Boulsano"
    assert one.intensity == -1


def test_praise_and_blame_in_equal_parts_are_mixed() -> None:
    """Both sides are evidence, and there is no intensity."""
    _, (one,) = answers("Boulsano est honnête. Boulsano est pourtant un lâche.", "fr", "Boulsano")
    assert (one.label, one.intensity) == (StanceLabel.MIXED, None)
    assert len(one.evidence) == 2


def test_what_stands_behind_but_counts_more() -> None:
    """A concession before it is outweighed."""
    assert voice("Boulsano is honest, but Boulsano is a disastrous mayor.", "en", "Boulsano") is StanceLabel.AGAINST


def test_a_standard_of_comparison_is_not_what_is_praised() -> None:
    """Who is better than the target speaks against it."""
    assert voice("The clerk is better than Boulsano.", "en", "Boulsano") is StanceLabel.AGAINST


def test_every_target_given_has_one_row_of_the_article_s_voice() -> None:
    """In the order given, also for a target that the text never names."""
    article, found = answers("Boulsano est un lâche.", "fr", "Boulsano", "Sarrune", "Kaldi")
    voiced = [one for one in found if one.holder_kind is HolderKind.ARTICLE_VOICE]
    assert [one.target for one in voiced] == list(article.targets)
    assert [one.label for one in voiced] == ["against", "neutral", "neutral"]


def test_a_doubtful_speaker_is_left_open() -> None:
    """Where it is not sure who speaks, the candidate names nobody."""
    from dataclasses import replace

    article, _ = answers("« Boulsano est un menteur », a déclaré Awa Tindari.", "fr", "Boulsano")
    doubtful = replace(article, quotes=(replace(article.quotes[0], sure=0.5),))
    found = open_annotator("rules").annotate_stance(doubtful)
    assert [one.holder_kind for one in found] == [HolderKind.ARTICLE_VOICE, HolderKind.UNKNOWN]
    assert found[1].holder_name is None
    assert list(faults(doubtful, found)) == []


def test_a_language_without_lists_gives_no_side() -> None:
    """Given targets are neutral there, and nothing else is proposed."""
    _, found = answers("Boulsano ist korrupt.", "de", "Boulsano")
    assert [one.label for one in found] == [StanceLabel.NEUTRAL]
