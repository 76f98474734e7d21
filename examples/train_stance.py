"""Train the stance annotator `model` on a built dataset, and write it into a folder that `--model` takes.

python examples/train_stance.py build/tamasna -o models/tamasna
sahelcorpus evaluate stance --gold corpus/tamasna --split test --annotator model --model models/tamasna

Everything comes from `load_dataset`: texts, quotations, speakers, stances, and the targets' names, which are masked.
`--also FILE.jsonl` adds judged sentences, one JSON object a line: {"id", "lang", "text", "target", "target_span",
"label"}; where they have a "split", only "train" is taken.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from datasets import load_dataset

from sahelcorpus.annotate.stance.gold_files import read_judged_file
from sahelcorpus.annotate.stance.judged import JudgedArticle, judged_article
from sahelcorpus.annotate.stance.model_file import model_files
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.annotate.stance.training import TrainingSet, fitted
from sahelcorpus.records import Actor, Article
from sahelcorpus.records.base import SLUG_PATTERN
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.vocabulary import StanceLabel
from sahelcorpus.store.atomic import write_file


def judged(dataset: str, cache: str | None) -> list[JudgedArticle]:
    """Return the training articles of a built dataset with their gold stances."""
    actors = load_dataset(dataset, "actors", split="train", cache_dir=cache)
    decode_actor, decode = row_decoder(Actor), row_decoder(Article)
    index = TargetIndex(Actor.from_plain(decode_actor(row)) for row in actors)
    found = []
    for row in load_dataset(dataset, "articles", split="train", cache_dir=cache):
        article = Article.from_plain(decode(row))
        known = article.published if article.published_precision in ("day", "month") else None
        annotations = (article.quotes, article.stances)
        about = (article.article_id, known, article.cluster_id)
        found.append(judged_article(article.text, article.language, annotations, index, about))
    return found


def decided(articles: Sequence[JudgedArticle]) -> int:
    """Return how many questions of some articles teach something: those that are not `unclear`."""
    return sum(label is not StanceLabel.UNCLEAR for one in articles for label in one.labels.values())


def main() -> None:
    """Train, and say on what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", help="a directory that `sahelcorpus build` wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the model's folder")
    parser.add_argument("--also", type=Path, action="append", default=[], help="judged sentences, JSONL; repeatable")
    parser.add_argument(
        "--balance",
        type=float,
        default=4 / 3,
        help="how much all questions of the dataset count, all sentences being 1",
    )
    parser.add_argument("--cache", help="where `datasets` keeps its cache")
    arguments = parser.parse_args()
    if not re.fullmatch(SLUG_PATTERN, arguments.output.name):
        allowed = "allowed: small letters, digits and single hyphens: the model signs by it"
        parser.error(f"-o: found a folder named {arguments.output.name!r}; {allowed}")
    articles = judged(arguments.dataset, arguments.cache)
    sentences = [
        TrainingSet(path.name, [one for one in read_judged_file(path) if one.split in ("", "train")])
        for path in arguments.also
    ]
    asked = decided(articles)
    weight = arguments.balance * sum(decided(one.articles) for one in sentences) / asked if sentences and asked else 1.0
    sets = [TrainingSet(Path(arguments.dataset).name, articles, weight), *sentences]
    model, about = fitted(arguments.output.name, sets)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, content in model_files(model, about).items():
        write_file(arguments.output / name, content)
    print(f"{arguments.output}: trained on {'; '.join(about.training)}")


if __name__ == "__main__":
    sys.exit(main())
