"""`sahelcorpus adjudicate` shows, asks, checks, writes one decision at a time, and goes on where it was left."""

from __future__ import annotations

import difflib
import io
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from making import JUDGED, TEXT, span, tree

from sahelcorpus.cli import main
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.yaml_writing import edited_yaml, to_yaml

DISPUTED_TEXT = TEXT.format(number="pont-1")


@pytest.fixture
def disputed(collection: Path) -> Path:
    """A collection with three readers; two stances and one quotation are read differently by the first two."""
    annotators = [
        {"annotator_id": f"reader-{number}", "kind": "maintainer", "languages": ["fr"]} for number in (1, 2, 3)
    ]
    annotators.append({"annotator_id": "rules", "kind": "rule", "version": "1"})
    (collection / "annotators.yaml").write_text(to_yaml(annotators), encoding="utf-8")
    folder = CollectionFolder(collection)
    for article_id in ("pont-1", "pont-2"):
        article = folder.article(article_id)
        plain = article.annotations.to_plain()
        verdict = {"annotator_id": "reader-2", "judged_at": JUDGED, "guideline": "stance-2"}
        plain["stances"][0]["annotations"].append({**verdict, "label": "mixed", "rationale": "It reports, too."})
        plain["stances"][0]["adjudication"] = {"state": "disputed"}
        if article_id == "pont-2":
            longer = [span(article.text, "« Nous tiendrons parole »")]
            marking = {"annotator_id": "reader-2", "judged_at": JUDGED, "guideline": "quotes-1"}
            plain["quotes"][0]["annotations"].append(
                {**marking, "decision": "marked_differently", "segments": longer, "note": "With its marks."}
            )
        path = collection / f"articles/{article_id}/annotations.yaml"
        path.write_text(edited_yaml(path.read_text(encoding="utf-8"), plain), encoding="utf-8")
    assert main(["check", str(collection)]) == 0
    return collection


def adjudicate(
    collection: Path,
    answers: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *more: str,
) -> tuple[int, str]:
    """Run the command with answers on its standard input; return exit status and what it printed."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    capsys.readouterr()
    status = main(["adjudicate", str(collection), "--by", "reader-3", *more])
    return status, capsys.readouterr().out


def open_now(collection: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, Any]]:
    """Return what the command lists as open."""
    capsys.readouterr()
    assert main(["adjudicate", str(collection), "--json", *more]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["open"]
    return found


def test_lists_what_is_open(disputed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with what everyone said; nothing is written."""
    before = tree(disputed)
    found = open_now(disputed, capsys)
    assert [one["id"] for one in found] == ["pont-1.s1", "pont-2.s1", "pont-2.q1"]
    assert found[0]["said"] == {"reader-1": "against", "reader-2": "mixed"}
    assert [one["id"] for one in open_now(disputed, capsys, "--what", "quotes")] == ["pont-2.q1"]
    assert [one["id"] for one in open_now(disputed, capsys, "--article", "pont-1")] == ["pont-1.s1"]
    assert [one["id"] for one in open_now(disputed, capsys, "--alone", "--article", "pont-1")] == [
        "pont-1.s1",
        "pont-1.s2",
    ]
    main(["adjudicate", str(disputed), "--list"])
    assert "pont-1.s1: reader-1 against, reader-2 mixed\n" in capsys.readouterr().out
    assert tree(disputed) == before


def test_shows_the_text_and_what_everyone_said(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Evidence marked in its context, holder, target, every label with its reason; all within 80 columns."""
    status, out = adjudicate(disputed, "q\n", monkeypatch, capsys)
    assert status == 0
    words = " ".join(out.split())
    assert "le chantier ⟦a trop duré⟧. La mission de contrôle" in words
    assert "holder: des commerçants de la ville, quoted speaker, in pont-1.q2 (indirect)" in words
    assert "target: works on the bridge of Sarrune (sarrune-bridge-works)" in words
    assert "against -1 reader-1 (maintainer) Too long." in words
    assert "mixed reader-2 (maintainer) It reports, too." in words
    assert max(map(len, out.splitlines())) <= 80
    assert "3 not reached" in words


def test_a_decision_is_a_small_diff_and_no_judgement_changes(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the published row and its adjudication: who decided, and why."""
    path = disputed / "articles/pont-1/annotations.yaml"
    before = path.read_text(encoding="utf-8")
    judgements = CollectionFolder(disputed).article("pont-1").annotations.stances[0].annotations
    status, out = adjudicate(disputed, "against\n2\nIt complains, and nothing else.\nq\n", monkeypatch, capsys)
    assert status == 0
    assert "decided: articles/pont-1/annotations.yaml" in out
    after = path.read_text(encoding="utf-8")
    changed = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert changed == [
        "-     intensity: -1",
        "+     intensity: -2",
        "-       state: disputed",
        "+       state: adjudicated",
        "+       by: reader-3",
        '+       note: "It complains, and nothing else."',
    ]
    assert CollectionFolder(disputed).article("pont-1").annotations.stances[0].annotations == judgements
    assert main(["check", str(disputed)]) == 0


def test_goes_on_where_it_was_left(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A skipped one comes again, a decided one does not; in the end nothing is open."""
    adjudicate(disputed, "s\nmixed\n\nBoth, in so many words.\n", monkeypatch, capsys)
    assert [one["id"] for one in open_now(disputed, capsys)] == ["pont-1.s1", "pont-2.q1"]
    _, out = adjudicate(disputed, "l\nNobody can tell.\n1\nThe marks go.\n", monkeypatch, capsys)
    assert "1 left disputed, 1 decided. Nothing is open any more." in " ".join(out.split())
    assert open_now(disputed, capsys) == []
    assert "No disagreement is open." in adjudicate(disputed, "", monkeypatch, capsys)[1]
    assert main(["check", str(disputed)]) == 0
    stance = CollectionFolder(disputed).article("pont-1").annotations.stances[0]
    assert stance.adjudication.to_plain() == {"state": "disputed", "by": None, "note": "Nobody can tell."}


def test_takes_no_answer_that_means_nothing(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not allowed is named with what is; a reason is required; evidence must stand where it may."""
    answers = "x\nf\n3\n1\nnever said\nNous tiendrons parole\nle chantier\n\nb\n?\nt\nq\n"
    before = tree(disputed)
    _, out = adjudicate(disputed, answers, monkeypatch, capsys)
    words = " ".join(out.split())
    assert "found 'x'; allowed: f a n m u r l s b t q ?" in words
    assert "found '3'; allowed: 1, 2, or nothing for 1" in words
    assert words.count("These words do not stand in pont-1.q2") == 2
    assert "A reason is needed" in words
    assert "m mixed (both, in so many words)" in words
    assert "⟦Le gouvernement du Kalindo" in words
    assert tree(disputed) == before


def test_another_label_takes_other_evidence(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words that are given become the evidence; nothing given keeps what is marked."""
    adjudicate(disputed, "f\n\nle chantier\nPraise.\nm\n\nBoth.\nq\n", monkeypatch, capsys)
    folder = CollectionFolder(disputed)
    favor, mixed = (folder.article(name).annotations.stances[0] for name in ("pont-1", "pont-2"))
    assert (favor.label, favor.intensity, [found.text for found in favor.evidence]) == ("favor", 1, ["le chantier"])
    assert (mixed.label, mixed.intensity, [found.text for found in mixed.evidence]) == ("mixed", None, ["a trop duré"])
    assert main(["check", str(disputed)]) == 0


def test_back_decides_again(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one before is shown with its decision, and another takes its place."""
    _, out = adjudicate(disputed, "n\nIt reports.\nb\nr\nIt evaluates nobody.\nq\n", monkeypatch, capsys)
    assert "so far: neutral (gold, adjudicated by reader-3: It reports.)" in " ".join(out.split())
    stance = CollectionFolder(disputed).article("pont-1").annotations.stances[0]
    assert (stance.status, stance.adjudication.note) == ("rejected", "It evaluates nobody.")
    assert main(["check", str(disputed)]) == 0


def test_quotations_are_decided_by_reading(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each reading has a number; the one chosen is published, and every annotator's reading stays what it was."""
    _, out = adjudicate(disputed, "3\n2\nThe marks belong to it.\n", monkeypatch, capsys, "--what", "quotes")
    words = " ".join(out.split())
    assert "1 reader-1: Nous tiendrons parole" in words
    assert "2 reader-2: « Nous tiendrons parole »" in words
    assert "reader-2: With its marks." in words
    quote = CollectionFolder(disputed).article("pont-2").annotations.quotes[0]
    assert quote.text == "« Nous tiendrons parole »"
    assert [judged.decision.value for judged in quote.annotations] == ["marked_differently", "marked", "marked"]
    assert quote.annotations[0].segments[0].text == "Nous tiendrons parole"
    assert (quote.annotations[2].annotator_id, quote.annotations[2].note) == ("reader-3", "The marks belong to it.")
    assert main(["check", str(disputed)]) == 0


def test_a_decision_that_would_break_a_rule_is_not_written(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Evidence of a stance would fall out of its quotation: the rule is named, and one decides otherwise."""
    path = disputed / "articles/pont-2/annotations.yaml"
    plain = CollectionFolder(disputed).article("pont-2").annotations.to_plain()
    plain["quotes"][0]["annotations"][1] |= {"segments": [span(DISPUTED_TEXT, "Nous")]}
    plain["stances"].append(
        {
            "stance_id": "pont-2.s3",
            "quote_id": "pont-2.q1",
            "holder_kind": "quoted_speaker",
            "holder_actor_id": "awa-tindari",
            "target_actor_id": "awa-tindari",
            "label": "favor",
            "endorsement": "neutral_report",
            "evidence": [span(DISPUTED_TEXT, "tiendrons parole")],
            "status": "gold",
            "annotations": [
                {"annotator_id": "reader-1", "label": "favor", "guideline": "stance-2", "judged_at": JUDGED}
            ],
            "adjudication": {"state": "single"},
        }
    )
    path.write_text(edited_yaml(path.read_text(encoding="utf-8"), plain), encoding="utf-8")
    before = tree(disputed)
    _, out = adjudicate(disputed, "2\nOne word.\nq\n", monkeypatch, capsys, "--what", "quotes")
    assert "SC702" in out
    assert "Nothing was written" in out
    assert tree(disputed) == before


def test_only_people_decide(disputed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule, nobody, or somebody whom the registry does not know: usage, and who may."""
    for by in ([], ["--by", "rules"], ["--by", "somebody"]):
        assert main(["adjudicate", str(disputed), *by]) == 2
        assert "allowed: a person or maintainer" in " ".join(capsys.readouterr().err.split())


def test_no_text_moves_the_cursor(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters in a reason are shown as what cannot be shown."""
    path = disputed / "articles/pont-1/annotations.yaml"
    spoiled = path.read_text(encoding="utf-8").replace("It reports, too.", "It \\u001b[2Jreports.")
    path.write_text(spoiled, encoding="utf-8")
    _, out = adjudicate(disputed, "q\n", monkeypatch, capsys)
    assert "\x1b" not in out
    assert "It \N{REPLACEMENT CHARACTER}[2Jreports." in out


class Terminal:
    """The command on a pseudo-terminal of 80 columns."""

    def __init__(self, collection: Path) -> None:
        self.main, other = pty.openpty()
        environment = os.environ | {"COLUMNS": "80", "TERM": "xterm"}
        # a shell in the background starts its children with Ctrl-C ignored; a person's terminal does not
        code = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        code += "from sahelcorpus.cli import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "adjudicate", str(collection), "--by", "reader-3"]
        self.process = subprocess.Popen(
            command, stdin=other, stdout=other, stderr=other, env=environment, start_new_session=True
        )
        os.close(other)
        self.said = ""

    def until(self, words: str) -> None:
        """Read until these words stand there."""
        start, end = len(self.said), time.monotonic() + 30
        while words not in self.said[start:]:
            assert time.monotonic() < end, self.said
            if select.select([self.main], [], [], 0.2)[0]:
                try:
                    self.said += os.read(self.main, 65536).decode(errors="replace")
                except OSError:
                    assert words in self.said[start:], self.said
                    return

    def type(self, words: str) -> None:
        """Type words and the end of the line."""
        os.write(self.main, f"{words}\r".encode())


def test_on_a_terminal_and_killed_in_the_middle(disputed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was decided before the kill is whole on disk; what was not comes again."""
    terminal = Terminal(disputed)
    terminal.until("label: ")
    assert "\x1b[1m⟦" in terminal.said, "evidence stands out"
    terminal.type("a")
    terminal.until("how strongly")
    terminal.type("")
    terminal.until("why: ")
    terminal.type("Il se plaint d’un retard.")
    terminal.until("label: ")
    terminal.process.send_signal(signal.SIGKILL)
    terminal.process.wait()
    os.close(terminal.main)
    stance = CollectionFolder(disputed).article("pont-1").annotations.stances[0]
    assert (stance.adjudication.by, stance.adjudication.note) == ("reader-3", "Il se plaint d’un retard.")
    assert [one["id"] for one in open_now(disputed, capsys)] == ["pont-2.s1", "pont-2.q1"]
    assert main(["check", str(disputed)]) == 0


def test_interrupted_on_a_terminal(disputed: Path) -> None:
    """Ctrl-C stops with exit status 130 and says what is left."""
    terminal = Terminal(disputed)
    terminal.until("label: ")
    time.sleep(0.5)  # the prompt stands there a moment before it is read from
    os.killpg(terminal.process.pid, signal.SIGINT)
    terminal.until("not reached")
    assert terminal.process.wait(timeout=30) == 130
    os.close(terminal.main)
    assert "Traceback" not in terminal.said
