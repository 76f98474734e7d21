"""The worked examples of the guidelines are what the data says: nobody learns from an example that was changed since."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sahelcorpus.records.vocabulary import HolderKind, Split
from sahelcorpus.release.splits import split_of
from sahelcorpus.store.collection import CollectionFolder

CORPUS = Path(__file__).parents[1] / "corpus"
TAMASNA = CORPUS / "tamasna"
ROW = re.compile(
    r"\| `(?P<stance>(?P<article>[\w-]+)\.s\d+)` \| (?P<evidence>.*?) ?\| (?P<holder>\S+) → `(?P<target>[\w-]+)`, "
    r"(?P<endorsement>\w+) \| (?P<label>\w+) \| (?P<why>.+) \|"
)
HARD = (
    "Bad news",
    "Irony",
    "Concession",
    "Rhetorical question",
    "Headline",
    "Quoted slogan",
    "Holder = target",
    "Endorsement by choice",
)


def examples() -> list[re.Match[str]]:
    """The rows of the table."""
    table = (TAMASNA / "guidelines/stance.md").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    found = [ROW.fullmatch(row) for row in rows]
    assert all(found), [row for row, one in zip(rows, found, strict=True) if one is None]
    return [one for one in found if one]


def test_there_are_twenty_and_every_hard_case_has_one() -> None:
    """At least twenty, each once; the hard cases stand in the guideline and in the table of examples."""
    names = [example["stance"] for example in examples()]
    assert len(names) == len(set(names)) >= 20
    for page in (CORPUS / "sahel/guidelines/stance.md", TAMASNA / "guidelines/stance.md"):
        text = page.read_text(encoding="utf-8")
        assert all(f"**{case}" in text for case in HARD), page


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["stance"])
def test_example_is_what_the_data_says(example: re.Match[str]) -> None:
    """Label, holder, target, endorsement and the words are those of the published row, of a training article."""
    folder = CollectionFolder(TAMASNA)
    article = folder.article(example["article"]).as_article()
    number = len(folder.article_ids())
    assert split_of(article.model_dump(), folder.registry().collection.split_key, number) is Split.TRAIN
    stance = next(one for one in article.stances if one.stance_id == example["stance"])
    if stance.holder_kind is HolderKind.ARTICLE_VOICE:
        holder = "art"
    else:
        holder = f"`{stance.holder_actor_id}`" if stance.holder_actor_id else "speaker"
    said = (holder, stance.target_actor_id, str(stance.endorsement), str(stance.label))
    assert said == (example["holder"], example["target"], example["endorsement"], example["label"])
    words = " … ".join(span.text for span in stance.evidence)
    assert re.sub(r"\s", " ", words) == example["evidence"], "to the letter; the page has one kind of space"
    differ = len({judgement.label for judgement in stance.annotations}) > 1
    assert differ is example["why"].startswith("The readers differed."), "says whether the readers agreed"
