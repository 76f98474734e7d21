"""A removal takes an article and every trace of it, at once; what is left recognises it and tells whoever has a release."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from making import own_text, tree, write_article
from ruamel.yaml import YAML

import sahelcorpus
from sahelcorpus.cli import main
from sahelcorpus.commands import remove as removing_command
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import RemovalReason, Requester
from sahelcorpus.release.build import build
from sahelcorpus.release.loading import RemovedSinceWarning
from sahelcorpus.release.releasing import Terms, releasing
from sahelcorpus.release.removing import Removed, Request, remove_article
from sahelcorpus.store import changing
from sahelcorpus.store.collection import CollectionFolder

TITLE = "Le préfet accusé dans l'affaire des pierres"
DAY = date(2026, 11, 26)


def change(path: Path, **values: Any) -> None:
    """Change top-level fields of a YAML file."""
    yaml = YAML()
    plain = yaml.load(path.read_text(encoding="utf-8"))
    plain.update(values)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(plain, file)


def remove(collection: Path, article_id: str = "taken", **options: Any) -> Removed:
    """Remove an article as somebody concerned asked."""
    request = Request(article_id, RemovalReason.PRIVACY, Requester.PERSON_CONCERNED, DAY)
    return remove_article(collection, request, **options)


@pytest.fixture
def cited(collection: Path) -> Path:
    """A collection with an article whose title and text stand in notes, comments, prose and a reprint."""
    text = own_text("taken")
    sentence = text.split("\n")[1][200:330]
    write_article(collection, "taken", text, title=TITLE, url="https://courrier.example/2023/05/pierres.html?id=7")
    write_article(collection, "reprint", f"SARRUNE (ATI) — {text}", published="2023-06-01", title="Une autre affaire")
    write_article(collection, "review", f"{own_text('review')} À lire aussi : {TITLE}.")
    change(collection / "articles/pont-1/article.yaml", published_note=f"The day after «{TITLE.upper()}» appeared.")
    path = collection / "articles/pont-2/annotations.yaml"
    words = path.read_text(encoding="utf-8").replace("Too long.", f"As in: {sentence}")
    path.write_text(f"# compare {TITLE}\n{words}# see also:\n#   {sentence}\n", encoding="utf-8")
    path = collection / "sources.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f'  note: "Printed «{TITLE}» first."\n', encoding="utf-8")
    (collection / "guidelines").mkdir()
    (collection / "guidelines/stance-1.md").write_text(f"# Stance\n\nIn *{TITLE}* the voice is neutral.\n")
    with (collection / "card.md").open("a", encoding="utf-8") as card:
        card.write(f"\nOne article, {TITLE.replace(' ', chr(10), 1)}, was hard: «{sentence}».\n")
    assert main(["near-duplicates", str(collection), "--write"]) == 0
    return collection


def test_nothing_of_it_is_left_but_the_tombstone(cited: Path) -> None:
    """Title and text are gone from everything but the articles that a person has to decide about."""
    text = CollectionFolder(cited).text("taken")
    removed = remove(cited)
    left = {name: content.decode() for name, content in tree(cited).items()}
    assert not any(name.startswith("articles/taken/") for name in left)
    decided = {"articles/reprint/text.txt", "articles/review/text.txt"}
    pieces = [TITLE.casefold(), *(text[start : start + 90].casefold() for start in range(600, len(text) - 90, 30))]
    for name, content in left.items():
        plain = " ".join(content.casefold().replace("#", " ").split())
        assert name in decided or not [piece for piece in pieces if piece in plain], name
    assert sorted(name for name, content in left.items() if "taken" in content and name not in decided) == [
        "removals.yaml"
    ]
    assert set(removed.cleaned) == {
        "articles/pont-1/article.yaml",
        "articles/pont-2/annotations.yaml",
        "card.md",
        "guidelines/stance-1.md",
        "sources.yaml",
    }
    assert left["guidelines/stance-1.md"] == "# Stance\n\nIn *[removed]* the voice is neutral.\n"
    assert CollectionFolder(cited).registry().sources["courrier-de-sarrune"].note == "Printed «[removed]» first."
    assert main(["check", str(cited)]) == 0


def test_the_tombstone_says_no_more_than_it_must(cited: Path) -> None:
    """Id, class of reason, day, who asked as a class, and three digests."""
    tombstone = remove(cited).tombstone
    written = CollectionFolder(cited).registry().removals["taken"]
    assert written == tombstone
    plain = {key: value for key, value in tombstone.to_plain().items() if not key.endswith("sha256")}
    assert plain == {
        "article_id": "taken",
        "reason": "privacy",
        "removed": "2026-11-26",
        "requested_by": "person_concerned",
    }
    assert all((tombstone.text_sha256, tombstone.words_sha256, tombstone.url_sha256))


def test_who_has_words_of_it_is_listed_and_not_touched(cited: Path) -> None:
    """The reprint as a near-duplicate, the review by the title; articles that share a common paragraph as such."""
    before = {name: content for name, content in tree(cited).items() if name.endswith("text.txt")}
    kin = {kin.article_id: kin for kin in remove(cited).kin}
    assert kin["reprint"].near_duplicate
    assert kin["reprint"].containment == 1
    assert (kin["review"].near_duplicate, kin["review"].has_title) == (False, True)
    assert 0 < kin["pont-1"].copied_runs < 100
    assert next(iter(kin)) == "reprint"
    after = {name: content for name, content in tree(cited).items() if name.endswith("text.txt")}
    assert after == {name: content for name, content in before.items() if not name.startswith("articles/taken/")}


def test_actors_that_only_it_named_are_listed(cited: Path) -> None:
    """A person's name can stand in the registry for one article alone; what the registry itself refers to counts not."""
    with (cited / "actors.yaml").open("a", encoding="utf-8") as actors:
        actors.write("- actor_id: le-prefet\n  name: Préfet\n  kind: person\n  roles: [{title: prefect}]\n")
    path = cited / "articles/taken/annotations.yaml"
    words = (cited / "articles/pont-1/annotations.yaml").read_text(encoding="utf-8")
    path.write_text(words.replace("awa-tindari", "le-prefet", 1), encoding="utf-8")
    assert remove(cited).alone == ["le-prefet"]


def test_its_group_goes_on_without_it(cited: Path) -> None:
    """The last one left stands alone; of several none names the removed one any more."""
    remove(cited)
    metadata = CollectionFolder(cited).metadata("reprint")
    assert (metadata.cluster_id, metadata.near_duplicate) == (None, None)
    for name in ("one", "two", "three"):
        write_article(cited, name, f"{own_text('one')} {name}")
    assert main(["near-duplicates", str(cited), "--write"]) == 0
    group = CollectionFolder(cited).metadata("one").cluster_id
    remove(cited, str(group))
    assert main(["check", str(cited)]) == 0
    left = [name for name in ("one", "two", "three") if name != group]
    assert {CollectionFolder(cited).metadata(name).cluster_id for name in left} == {group}


@pytest.mark.parametrize(
    ("kind", "text", "url"),
    [
        ("the id", "other", None),
        ("the text", "same", None),
        ("its words", "typed otherwise", None),
        ("the address", "other", "http://www.courrier.example/2023/05/pierres.html?id=7#top"),
    ],
)
def test_it_does_not_come_back(kind: str, text: str, url: str | None, cited: Path, tmp_path: Path) -> None:
    """Neither `add` nor a build takes it: by id, by text, typed otherwise, or read anew from the same address."""
    own = CollectionFolder(cited).text("taken")
    remove(cited)
    texts = {
        "same": own,
        "typed otherwise": own.upper().replace("É", "E").replace(". ", " .\n"),
        "other": own_text("x"),
    }
    name = "taken" if kind == "the id" else "back"
    (tmp_path / "a.txt").write_text(texts[text], encoding="utf-8")
    before = tree(cited)
    arguments = ["add", str(tmp_path / "a.txt"), "--to", str(cited), "--id", name, "--source", "courrier-de-sarrune"]
    arguments += ["--language", "fr", "--published", "2023", "--title", "", "--rights-basis", "Invented.", "--invented"]
    assert main([*arguments, "--url", url or "https://courrier.example/x"]) == 1
    assert tree(cited) == before
    write_article(cited, name, texts[text], url=url)
    with pytest.raises(CorpusError) as caught:
        build(cited, tmp_path / "built")
    assert "SC207" in {found.code for found in caught.value.findings}


def test_cards_that_lie_elsewhere_are_cleaned_too(cited: Path) -> None:
    """In every language, as those of the real collection lie at the top of the project."""
    change(cited / "collection.yaml", card="../data_card.md")
    for name in ("data_card.md", "data_card.fr.md"):
        (cited.parent / name).write_text(f"---\nlicense: other\n---\n\nÀ propos de « {TITLE} ».\n", encoding="utf-8")
    assert {"../data_card.md", "../data_card.fr.md"} <= set(remove(cited).cleaned)
    for name in ("data_card.md", "data_card.fr.md"):
        assert "À propos de « [removed] »." in (cited.parent / name).read_text(encoding="utf-8")


def test_what_came_back_by_hand_is_removed_again(cited: Path) -> None:
    """It keeps one tombstone."""
    shutil.copytree(cited / "articles/taken", cited.parent / "kept")
    remove(cited)
    shutil.copytree(cited.parent / "kept", cited / "articles/taken")
    remove(cited)
    assert (cited / "removals.yaml").read_text(encoding="utf-8").count("article_id: taken") == 1
    assert not (cited / "articles/taken").exists()


def test_a_home_page_recognises_nothing(collection: Path) -> None:
    """Nor does an address that another article has too."""
    for name, url in (
        ("a", "https://courrier.example/"),
        ("b", "https://courrier.example/live"),
        ("c", "https://courrier.example/live/"),
    ):
        write_article(collection, name, own_text(name), url=url)
    assert remove(collection, "a").tombstone.url_sha256 is None
    assert remove(collection, "b").tombstone.url_sha256 is None
    assert remove(collection, "c").tombstone.url_sha256 is not None


def test_a_dry_run_and_a_refusal_write_nothing(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would be done is told; an article that is not there, or was removed before, is refused."""
    arguments = ["remove", "taken", "--from", str(cited), "--reason", "privacy", "--requested-by", "person_concerned"]
    before = tree(cited)
    assert main([*arguments, "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "would be gone" in out
    assert "git filter-repo" in out
    assert "reprint: near-duplicate, 100% of the shorter text" in out
    assert "Nothing was written." in out
    assert TITLE not in out
    assert tree(cited) == before
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["written"], told["tombstone"]["article_id"]) == (True, "taken")
    after = tree(cited)
    assert main(arguments) == 1
    assert "SC207" in capsys.readouterr().err
    arguments[1] = "never-there"
    assert main(arguments) == 1
    assert "SC507" in capsys.readouterr().err
    assert tree(cited) == after


def test_an_article_that_breaks_every_rule_can_be_removed(cited: Path) -> None:
    """Whoever has to take something down cannot mend it first; neither need the others be whole."""
    (cited / "articles/taken/article.yaml").write_text("title: [\n", encoding="utf-8")
    (cited / "articles/pont-3/annotations.yaml").write_text("quotes: {\n", encoding="utf-8")
    removed = remove(cited)
    assert removed.unread == ["articles/pont-3/annotations.yaml"]
    assert not removed.title_searched
    assert not (cited / "articles/taken").exists()
    assert removed.tombstone.text_sha256


class Died(BaseException):
    """Stands for the death of a process within one."""


def test_whenever_the_process_dies_it_is_wholly_there_or_wholly_gone(
    cited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every file that is written, put in place or taken away; whoever opens the collection next sees one of the two."""
    whole = tree(cited)
    shutil.copytree(cited, tmp_path / "after")
    remove(tmp_path / "after")
    gone = tree(tmp_path / "after")
    outcomes = []
    for death in range(200):
        path = tmp_path / f"dies-{death}"
        shutil.copytree(cited, path)
        _dying_at(death, monkeypatch)
        died = True
        with suppress(Died):
            remove(path)
            died = False
        monkeypatch.undo()
        CollectionFolder(path)
        outcomes.append(tree(path) == gone)
        assert tree(path) in (whole, gone), death
        if not died:
            break
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert len(outcomes) > 15


def _dying_at(death: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die before the step of this number, counted from 0."""
    steps = count()

    def counted(function: Any) -> Any:
        def step(*arguments: Any, **options: Any) -> Any:
            if next(steps) == death:
                raise Died
            return function(*arguments, **options)

        return step

    monkeypatch.setattr(changing.Change, "write", counted(changing.Change.write))
    monkeypatch.setattr(changing, "write_file", counted(changing.write_file))
    monkeypatch.setattr(changing.Path, "rename", counted(Path.rename))
    monkeypatch.setattr(changing, "_put", counted(changing._put))


def release(collection: Path, note: str | None = None) -> str:
    """Release a collection and return the version."""
    with releasing(collection, Terms(note=note, today=DAY)) as prepared:
        return prepared.past.version


def test_the_command_takes_every_class_there_is() -> None:
    """Its choices are the vocabularies."""
    assert tuple(RemovalReason) == removing_command.REASONS
    assert tuple(Requester) == removing_command.REQUESTERS


def test_users_of_older_releases_are_told(
    cited: Path, tmp_path: Path, hf_cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`verify` names the article; `load` warns and leaves it out; from a newer build, the collection, or its list."""
    first = release(cited)
    old, new = tmp_path / "old", tmp_path / "new"
    build(cited, old)
    removed = remove(cited)
    assert removed.versions == [first]
    assert removed.min_usable_version == "0.2.0" == CollectionFolder(cited).registry().collection.min_usable_version
    assert release(cited, "An article was taken down.") == "0.2.0"
    build(cited, new)
    assert main(["verify", str(old)]) == 0
    for newer in (new, cited, cited / "removals.yaml"):
        assert main(["verify", str(old), "--removals", str(newer)]) == 1
        assert "SC923" in capsys.readouterr().out
        with pytest.warns(RemovedSinceWarning, match="taken: an article that was removed on 2026-11-26"):
            articles = sahelcorpus.load(old, removals=newer, split="train", cache_dir=hf_cache)
        assert "taken" not in articles["article_id"]
        assert articles.num_rows == 5
    assert main(["verify", str(new), "--removals", str(cited)]) == 0
    with pytest.warns(RemovedSinceWarning):
        streamed = sahelcorpus.load(old, "quotes", removals=new, split="train", streaming=True)
    assert "taken" not in {row["article_id"] for row in streamed}
    shutil.copy(cited / "removals.yaml", tmp_path / "old.removals.yaml")
    assert main(["verify", str(old)]) == 1
    with pytest.warns(RemovedSinceWarning):
        sahelcorpus.load(old, cache_dir=hf_cache)


def test_another_collections_list_is_refused(cited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its ids mean other articles."""
    build(cited, tmp_path / "built")
    shutil.copytree(cited, tmp_path / "other")
    change(tmp_path / "other/collection.yaml", name="other")
    assert main(["verify", str(tmp_path / "built"), "--removals", str(tmp_path / "other")]) == 1
    assert "SC112" in capsys.readouterr().err
    (tmp_path / "bad.yaml").write_text("- {article_id: 7}\n", encoding="utf-8")
    assert main(["verify", str(tmp_path / "built"), "--removals", str(tmp_path / "bad.yaml")]) == 1
    assert "SC109" in capsys.readouterr().err


def test_a_diff_across_a_removal_shows_nothing_of_it(
    cited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the article's own words nor the notes that cited it; by directories and by the history."""
    text = CollectionFolder(cited).text("taken")
    release(cited)
    build(cited, tmp_path / "old")
    remove(cited)
    release(cited, "An article was taken down.")
    build(cited, tmp_path / "new")
    capsys.readouterr()
    pieces = [TITLE.casefold(), *(text[start : start + 60].casefold() for start in range(600, len(text) - 60, 40))]
    for sides in ((tmp_path / "old", tmp_path / "new"), (f"{cited}@0.1.0", cited)):
        for more in ((), ("--json",), ("--limit", "0")):
            assert main(["diff", *map(str, sides), *more]) == 0
            out = " ".join(capsys.readouterr().out.casefold().split())
            assert "taken" in out
            assert not [piece for piece in pieces if piece in out], (sides, more)


def test_the_history_of_releases_holds_no_text(cited: Path) -> None:
    """Ids and digests alone; a note that cites the title is cleaned like any other."""
    release(cited, f"For the first time, with {TITLE}.")
    remove(cited)
    history = "".join(path.read_text(encoding="utf-8") for path in (cited / "releases").iterdir())
    assert TITLE not in history
    assert "taken" in history
    assert "with [removed]." in (cited / "CHANGELOG.md").read_text(encoding="utf-8")
    assert release(cited, "An article was taken down.") == "0.2.0"


def test_what_git_keeps_can_be_purged_as_the_summary_says(cited: Path) -> None:
    """The path that the summary names is the one under which git has the folder."""
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "All"],
    ):
        subprocess.run(["git", "-C", str(cited), *command], check=True, capture_output=True)
    removed = remove(cited)
    kept = subprocess.run(
        ["git", "-C", str(cited), "log", "--format=%s", "--", f"{removed.folder}/"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert kept.stdout == "All\n"
