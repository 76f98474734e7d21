"""`sahelcorpus evaluate stance`: an annotator's answers to what people decided, beside simple controls."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.printing import counted, print_json, print_table, print_wrapped, progress_bar
from sahelcorpus.commands.stance_options import opened, settings_of

if TYPE_CHECKING:
    from sahelcorpus.annotate.evaluation.stance_errors import StanceError
    from sahelcorpus.annotate.evaluation.stance_leaks import Leak
    from sahelcorpus.annotate.evaluation.stance_scores import Answer
    from sahelcorpus.annotate.stance import StanceAnnotator
    from sahelcorpus.annotate.stance.judged import JudgedArticle

SCORED = "annotator"
"""Stands for the annotator among the systems."""

_SHOWN_LEAKS = 10
_TRAIN = "train"


def evaluate_stance(arguments: argparse.Namespace) -> int:
    """Score an annotator of stance, or refuse to."""
    from sahelcorpus.annotate.evaluation.stance_leaks import leaks, trained_sentences  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.stance.gold_files import UnreadableGoldError  # noqa: PLC0415
    from sahelcorpus.annotate.stance.judged import target_fingerprint  # noqa: PLC0415
    from sahelcorpus.annotate.stance.model import StanceModel  # noqa: PLC0415

    annotator = opened(arguments, settings_of(arguments))
    if annotator is None:
        return 2
    try:
        test, train = _gold(arguments.gold, arguments.split)
    except UnreadableGoldError as error:
        print(f"{error}. Nothing was scored.", file=sys.stderr)
        return 1
    if not any(one.labels for one in test):
        where = f" in the split {arguments.split!r}" if arguments.split else ""
        print(f"{arguments.gold}: found no gold stance{where}. Nothing was scored.", file=sys.stderr)
        return 1
    about = annotator.about if isinstance(annotator, StanceModel) else None
    trained = trained_sentences(train) | frozenset(about.sentences if about else ())
    found = leaks(test, trained)
    notes = []
    if found and not arguments.leave_out_seen:
        _refuse(arguments.gold, found)
        return 1
    if found:
        seen = {one.article_id for one in found}
        test = [one for one in test if one.article.article_id not in seen]
        notes.append(f"{counted(len(seen), 'text')} left out that training data hold, whole or in a sentence")
    known = {target_fingerprint(target) for one in train for _, target in one.labels}
    answers, wrong = _answers(annotator, test, train, known | set(about.targets if about else ()))
    whole = {"gold_file": str(arguments.gold), "split": arguments.split, "annotator": arguments.annotator}
    whole |= _report(answers, train, notes)
    if (arguments.gold / "collection.yaml").is_file():
        whole["holders"] = _holders(arguments.gold, arguments.split, annotator)
    if arguments.errors_page:
        from sahelcorpus.annotate.evaluation.stance_errors_page import stance_errors_page  # noqa: PLC0415
        from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

        write_file(arguments.errors_page, stance_errors_page(whole, wrong).encode())
        whole["errors_page"] = str(arguments.errors_page)
    if arguments.json:
        print_json(whole)
    else:
        _print(whole)
    return 0


def _gold(path: Path, split: str | None) -> tuple[list[JudgedArticle], list[JudgedArticle]]:
    """Return what is scored, and what the controls are trained on: the training part, if another one is scored."""
    from sahelcorpus.annotate.stance.gold_files import read_judged_file  # noqa: PLC0415 - not for --help

    if (path / "collection.yaml").is_file():
        from sahelcorpus.records.vocabulary import Split  # noqa: PLC0415
        from sahelcorpus.release.judged_stances import JudgedCollection  # noqa: PLC0415 - seconds of imports

        collection = JudgedCollection(path)
        parts = {part: [one for _, one in collection.articles(part)] for part in Split}
        if split is None:
            return [one for own in parts.values() for one in own], []
        return parts[Split(split)], parts[Split.TRAIN] if split != _TRAIN else []
    judged = read_judged_file(path)
    if split is None:
        return judged, []
    return [one for one in judged if one.split == split], [
        one for one in judged if one.split == _TRAIN and split != _TRAIN
    ]


def _refuse(path: Path, found: Sequence[Leak]) -> None:
    texts = len({one.article_id for one in found})
    print_wrapped(
        f"{path}: {counted(len(found), 'sentence')} of {counted(texts, 'test text')} stand in the training data: a "
        "score on them would measure memory, so that none is reported. Train without them, or score the rest with "
        "--leave-out-seen.",
        file=sys.stderr,
    )
    for one in found[:_SHOWN_LEAKS]:
        print_wrapped(f"  {one.article_id} at {one.start}: {one.text}…", indent=4, file=sys.stderr)
    if len(found) > _SHOWN_LEAKS:
        print(f"  and {len(found) - _SHOWN_LEAKS:,} more", file=sys.stderr)


def _answers(
    annotator: StanceAnnotator, test: Sequence[JudgedArticle], train: Sequence[JudgedArticle], known: Collection[str]
) -> tuple[list[Answer], list[StanceError]]:
    """Return the answers to all questions, the controls' beside the annotator's, and the errors to read.

    Args:
        annotator: Who answers.
        test: What is asked about.
        train: What the controls are trained on.
        known: The fingerprints of the targets in training data.
    """
    from sahelcorpus.annotate.evaluation.stance_controls import controls_for  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.evaluation.stance_errors import StanceError  # noqa: PLC0415
    from sahelcorpus.annotate.evaluation.stance_scores import Answer  # noqa: PLC0415
    from sahelcorpus.annotate.stance.interchange import proved_each  # noqa: PLC0415
    from sahelcorpus.annotate.stance.judged import target_fingerprint  # noqa: PLC0415
    from sahelcorpus.records.vocabulary import StanceLabel  # noqa: PLC0415

    controls = controls_for(test, train)
    answers, wrong = [], []
    show = progress_bar("stance", least=200)
    proposed = proved_each((one.article for one in test), annotator)
    for number, (one, own) in enumerate(zip(test, proposed, strict=True), start=1):
        by_question = {(found.quote, found.target): found for found in own}
        for asked, gold in one.labels.items():
            candidate = by_question.get(asked)
            label = candidate.label if candidate else StanceLabel.NEUTRAL
            is_new = target_fingerprint(asked[1]) not in known if known else None
            answered = {SCORED: label, **controls(one).answers(asked)}
            answers.append(Answer(one.group, asked[0] is None, one.article.language, is_new, gold, answered))
            if label is not gold:
                wrong.append(StanceError(one.article, asked, gold, candidate))
        show(number, len(test))
    return answers, wrong


def _report(answers: Sequence[Answer], train: Sequence[JudgedArticle], notes: list[str]) -> dict[str, Any]:
    from sahelcorpus.annotate.evaluation.stance_controls import BY_HOLDER, MAJORITY, TARGET_ONLY  # noqa: PLC0415
    from sahelcorpus.annotate.evaluation.stance_scores import report  # noqa: PLC0415

    if train:
        notes.append(f"the controls are trained on the {counted(len(train), 'text')} of the split train")
    else:
        notes.append("no training part: the controls answer each fifth of the texts as trained on the others")
    systems = [SCORED, MAJORITY, BY_HOLDER, TARGET_ONLY]
    if all(one.is_voice for one in answers):
        systems.remove(BY_HOLDER)  # it is the majority class there
    return {"notes": notes, "parts": report(answers, systems)}


def _holders(gold: Path, split: str | None, annotator: StanceAnnotator) -> dict[str, Any]:
    """Return how many candidates from the bare texts name the right holder, by kind, and how many leave it open."""
    from sahelcorpus.annotate.evaluation.intervals import wilson  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.evaluation.stance_holders import right_holder  # noqa: PLC0415
    from sahelcorpus.annotate.stance.interchange import proved  # noqa: PLC0415

    counts = {"all": [0, 0], "article's voice": [0, 0], "quoted speakers": [0, 0]}
    left_open = 0
    for article, judged in _bare(gold, split):
        for one in proved(article, annotator):
            right = right_holder(one, article, judged.article.quotes)
            left_open += one.holder_kind == "unknown"
            if right is not None:
                for name in ("all", "article's voice" if one.quote is None else "quoted speakers"):
                    counts[name][0] += right
                    counts[name][1] += 1
    found: dict[str, Any] = {"left_open": left_open}
    found |= {
        name: {
            "candidates": total,
            "right": round(right / total, 4) if total else None,
            "interval": [round(edge, 4) for edge in wilson(right, total) or ()] or None,
        }
        for name, (right, total) in counts.items()
    }
    return found


def _bare(gold: Path, split: str | None) -> Iterator[tuple[Any, JudgedArticle]]:
    from sahelcorpus.annotate.quotes import extract_quotes  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.speakers import resolve_speakers  # noqa: PLC0415
    from sahelcorpus.records.vocabulary import Split  # noqa: PLC0415
    from sahelcorpus.release.judged_stances import JudgedCollection  # noqa: PLC0415

    collection = JudgedCollection(gold)
    for stored, judged in collection.articles(Split(split) if split else None):
        text, language = stored.text, stored.metadata.language
        found = extract_quotes(text, language)
        attributed = list(zip(found, resolve_speakers(text, language, found), strict=True))
        yield collection.bare(stored, attributed), judged


def _print(whole: dict[str, Any]) -> None:
    split = f", split {whole['split']}" if whole["split"] else ""
    print_wrapped(f"{whole['gold_file']}{split}: every answer is a candidate, here scored against what people decided")
    for note in whole["notes"]:
        print_wrapped(f"note: {note}", indent=6)
    headers = ["system", "n", "right", "macro-F1 of 3 (95 %)", "of all (95 %)"]
    for part, systems in whole["parts"].items():
        print(f"\n{part}")
        rows = [
            [
                whole["annotator"] if system == SCORED else system,
                f"{row['questions']:,}",
                f"{row['accuracy']:.3f}",
                _with_bounds(row, "macro_f1_three"),
                _with_bounds(row, "macro_f1_all"),
            ]
            for system, row in systems.items()
        ]
        print_table(headers, rows)
    print(f"\n{whole['annotator']}, label by label")
    labels = whole["parts"]["all"][SCORED]["labels"]
    print_table(
        ["label", "gold", "P", "R", "F1"],
        [
            [name, f"{row['gold']:,}", *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))]
            for name, row in labels.items()
        ],
    )
    if whole.get("holders"):
        print("\ncandidates from the bare texts: the holder is right")
        rows = [
            [name, f"{row['candidates']:,}", f"{row['right']:.3f}", "–".join(f"{edge:.3f}" for edge in row["interval"])]
            for name, row in whole["holders"].items()
            if name != "left_open" and row["candidates"]
        ]
        print_table(["holder", "candidates", "right", "95 %"], rows)
        print(f"{counted(whole['holders']['left_open'], 'candidate')} more, whose holder is left open")
    print()
    print_wrapped(
        "Macro-F1 of 3: over favor, against and neutral, where gold gives one of them; of all: over every label that "
        "gold gives. 95 % bootstrap intervals over groups of near-duplicates."
    )
    if whole.get("errors_page"):
        print_wrapped(f"errors to read: {whole['errors_page']}", indent=2)


def _with_bounds(row: dict[str, Any], name: str) -> str:
    bounds = row[f"{name}_interval"]
    return f"{row[name]:.3f}" + (f" {bounds[0]:.2f}–{bounds[1]:.2f}" if bounds else "")
