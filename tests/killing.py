"""Run a piece of work again and again, each time killed at another of its writes, and tell what it left.

    python tests/killing.py SCRATCH WORK STEP

The work runs in a child that is forked for each point, since importing the package takes longer than the work. The child
counts every opening for writing, write, fsync, rename, removal, making of a folder and writing of a Parquet row group,
and kills itself (SIGKILL: nothing is cleaned up, no `finally` runs) at the one it was told; of a write, half is done.
Printed is a JSON object a line: how many points there are, and for each what it was and what was found afterwards.
"""

from __future__ import annotations

import builtins
import contextlib
import importlib
import io
import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pyarrow.parquet as pq
from making import small_collection, tree, write_article

from sahelcorpus.check.collection import check_collection
from sahelcorpus.cli import main
from sahelcorpus.records.vocabulary import Status
from sahelcorpus.release.build import build
from sahelcorpus.release.releasing import Terms, releasing
from sahelcorpus.store import atomic
from sahelcorpus.store.changing import one_change
from sahelcorpus.store.collection import CollectionFolder

TODAY = date(2026, 11, 26)
_EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate", "os.link", "os.symlink"}


class Counter:
    """Counts writes, and dies at one of them."""

    def __init__(self, deadly: int, told: int) -> None:
        """Die at the point of this number, from 1; 0 only counts. `told` is where the points are told to."""
        self.deadly, self.told, self.count = deadly, told, 0

    def is_deadly(self, what: str) -> bool:
        """Count a point; say whether it is the one."""
        self.count += 1
        if self.count == self.deadly or not self.deadly:
            os.write(self.told, f"{self.count}\t{what}\n".encode())
        return self.count == self.deadly

    def tick(self, what: str) -> None:
        """Count a point, and die if it is the one."""
        if self.is_deadly(what):
            os.kill(os.getpid(), signal.SIGKILL)


class CountedFile:
    """A file whose writes are counted; the deadly one is half done."""

    def __init__(self, file: Any, counter: Counter) -> None:
        self._file, self._counter = file, counter

    def write(self, data: Any) -> Any:
        if self._counter.is_deadly(f"write {getattr(self._file, 'name', '')}"):
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._file.write(data)

    def writelines(self, lines: Any) -> None:
        self.write(b"".join(lines))

    def __enter__(self) -> CountedFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def watch(counter: Counter) -> None:
    """Have every write of this process counted from now on."""
    opened = io.open

    def counting_open(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        found = opened(file, mode, *arguments, **named)
        is_counted = set(mode) & set("wax+") and not str(file).startswith(os.environ["TMPDIR"])
        return CountedFile(found, counter) if is_counted else found

    def counted(work: Callable[..., Any], what: str) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            counter.tick(f"before {what}")
            done = work(*arguments, **named)
            counter.tick(f"after {what}")
            return done

        return step

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS:
            counter.tick(f"{event} {arguments[0]}")
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            counter.tick(f"open {arguments[0]}")

    io.open = builtins.open = counting_open
    os.fsync = counted(os.fsync, "fsync")
    atomic._swap = counted(atomic._swap, "exchange")
    for name in ("write_table", "close"):
        setattr(pq.ParquetWriter, name, counted(getattr(pq.ParquetWriter, name), f"Parquet {name}"))
    sys.addaudithook(hook)


def release(collection: Path, note: str | None) -> None:
    """Release a collection."""
    with releasing(collection, Terms(note, today=TODAY), workers=1):
        pass


def changed(collection: Path) -> None:
    """Make what an earlier release of the collection does not hold."""
    write_article(collection, "pont-new")
    path = collection / "articles/pont-1/annotations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("speaker_kind: named", "speaker_kind: nominal"))


def run_command(*arguments: str) -> None:
    """Run a command, its output thrown away."""
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(list(arguments)) == 0


def save(collection: Path) -> None:
    """Change two articles and a list of the registry at once, as whoever annotates does."""
    folder = CollectionFolder(collection)
    with one_change(collection) as change:
        annotators = folder.registry().annotators
        one = annotators["reader-1"].model_copy(update={"background": "Reads much."})
        folder.save_registry("annotators.yaml", [one], change)
        for name in ("pont-1", "pont-2"):
            article = folder.article(name)
            metadata = article.metadata.model_copy(update={"genre": "dispatch"})
            quotes = [quote.model_copy(update={"status": Status.CANDIDATE}) for quote in article.annotations.quotes]
            annotations = article.annotations.model_copy(update={"quotes": quotes})
            folder.save_article(replace(article, metadata=metadata, annotations=annotations), change)
        change.remove("articles/pont-3")


ARTICLES = 12
REMOVAL = ("--reason", "privacy", "--requested-by", "person_concerned")

# what is there before, and what is then done; both get a folder that holds the collection `kalindo`
WORKS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "build": (lambda _: None, lambda at: build(at / "kalindo", at / "built", workers=1)),
    "rebuild": (
        lambda at: (build(at / "kalindo", at / "built", workers=1), changed(at / "kalindo")),
        lambda at: build(at / "kalindo", at / "built", workers=1),
    ),
    "release": (lambda _: None, lambda at: release(at / "kalindo", None)),
    "second release": (
        lambda at: (release(at / "kalindo", None), changed(at / "kalindo")),
        lambda at: release(at / "kalindo", "A kind was wrong."),
    ),
    "save": (lambda _: None, lambda at: save(at / "kalindo")),
    "remove": (
        lambda at: release(at / "kalindo", None),
        lambda at: run_command("remove", "pont-2", "--from", str(at / "kalindo"), *REMOVAL),
    ),
    "card": (lambda _: None, lambda at: run_command("card", str(at / "kalindo"))),
}


def in_child(work: Callable[[], object]) -> int:
    """Do something in a forked process; return how it ended, as `os.waitpid` says it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - a fork must not go on where its parent is
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def seen(at: Path) -> dict[str, bytes]:
    """Return every file that somebody sees who looks for none that is hidden."""
    return {name: content for name, content in tree(at).items() if not any(p.startswith(".") for p in name.split("/"))}


class Sweep:
    """One piece of work, to be killed at its writes."""

    def __init__(self, scratch: Path, name: str) -> None:
        """Do the work once, whole: so the states before and after, and the points between, are known."""
        prepare, self.do = WORKS[name]
        self.scratch, self.start, self.told = scratch, scratch / "start", scratch / "points.txt"
        small_collection(self.start / "kalindo", ARTICLES)
        # what is loaded once, and each child would load again, for most of its time: profiles of languages, and pandas,
        # which pyarrow asks for
        importlib.import_module("pandas")
        assert list(check_collection(CollectionFolder(self.start / "kalindo"), TODAY)) == []
        assert in_child(lambda: prepare(self.start)) == 0
        self.before = tree(self.start)
        shutil.copytree(self.start, scratch / "whole")
        assert self.run(scratch / "whole", 0) == 0
        self.points = len(self.told.read_text().splitlines())
        self.after = tree(scratch / "whole")
        assert self.after != self.before

    def run(self, at: Path, deadly: int) -> int:
        """Do the work, killed at one point, or at none for 0; return how it ended."""
        temporary = self.scratch / "temporary"
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        self.told.write_bytes(b"")

        def work() -> None:
            os.environ["TMPDIR"] = str(temporary)
            watch(Counter(deadly, os.open(self.told, os.O_WRONLY | os.O_APPEND)))
            self.do(at)

        return in_child(work)

    def judged(self, deadly: int, *, again: bool) -> dict[str, Any]:
        """Kill the work at a point, and return what was found."""
        at = self.scratch / "at"
        shutil.rmtree(at, ignore_errors=True)
        shutil.copytree(self.start, at)
        status = self.run(at, deadly)
        what = self.told.read_text().rstrip("\n").partition("\t")[2].replace(str(self.scratch), "")
        # whoever reads now finds one of the two states, unless a change that is made lies there plain to see
        is_clean = seen(at) in (self.before, self.after) or (at / "kalindo/.change").is_dir()
        CollectionFolder(at / "kalindo")
        state = {True: "before"}.get(seen(at) == self.before) or ("after" if seen(at) == self.after else "mixed")
        left = [name for name in tree(at / "kalindo") if name.startswith(".")]
        if again and state == "before":
            assert self.run(at, 0) == 0
            state = "before, then after" if tree(at) == self.after else "before, then mixed"
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        return {"point": deadly, "what": what, "killed": killed, "clean": is_clean, "state": state, "left": left}


def sweep(scratch: Path, name: str, step: int) -> None:
    """Kill a piece of work at every `step`-th of its writes; now and then do it again afterwards, whole."""
    work = Sweep(scratch, name)
    print(json.dumps({"points": work.points}))  # noqa: T201 - a script
    for number, deadly in enumerate(range(1, work.points + 1, step)):
        print(json.dumps(work.judged(deadly, again=number % 8 == 0)), flush=True)  # noqa: T201


if __name__ == "__main__":
    sweep(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
