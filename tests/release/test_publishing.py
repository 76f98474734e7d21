"""Publishing: what may not be passed on never leaves, a version is never written over, and what arrives is what was built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hub import Hub, running_hub
from making import tree

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.release.build import build
from sahelcorpus.release.publishing import publication
from sahelcorpus.release.standoff.writing import write_standoff


def published(hub: Hub, *arguments: str, who: str = "hf_test") -> subprocess.CompletedProcess[str]:
    """Run the command in a process that may ask this hub."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    environment |= {"HF_ENDPOINT": hub.address, "HF_TOKEN": who, "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
    command = [sys.executable, "-m", "sahelcorpus.cli", "publish", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_what_arrives_is_what_was_built(collection: Path, tmp_path: Path) -> None:
    """Every file, in a private repository, under the version's tag; what an earlier version had besides is gone."""
    build(collection, tmp_path / "built")
    with running_hub() as hub:
        hub.files["group/kalindo"] = {"old.parquet": b"old", "README.md": b"old"}
        done = published(hub, str(tmp_path / "built"), "--to", "group/kalindo")
        assert done.returncode == 0, done.stderr
        assert f"Published: {hub.address}/datasets/group/kalindo/tree/v0.1.0" in done.stdout
        assert hub.repositories == {"group/kalindo": True}
        assert hub.tags["group/kalindo"]["v0.1.0"] == tree(tmp_path / "built")
        again = published(hub, str(tmp_path / "built"), "--to", "group/kalindo")
        assert again.returncode == 1
        assert "SC911" in again.stderr
        assert sum("commit" in asked for asked in hub.asked) == 1


def test_a_dry_run_lists_everything_and_asks_nobody(collection: Path, tmp_path: Path) -> None:
    """Every file with its size, the tag, and no request."""
    build(collection, tmp_path / "built")
    with running_hub() as hub:
        done = published(hub, str(tmp_path / "built"), "--to", "group/kalindo", "--dry-run")
        assert done.returncode == 0
        for name, data in tree(tmp_path / "built").items():
            assert f"{len(data):,}  {name}" in done.stdout
        assert "tag v0.1.0" in done.stdout
        assert "Nothing was uploaded." in done.stdout
        told = json.loads(
            published(hub, str(tmp_path / "built"), "--to", "group/kalindo", "--dry-run", "--json").stdout
        )
        assert {file["path"] for file in told["files"]} == tree(tmp_path / "built").keys()
        assert hub.asked == []


@pytest.mark.parametrize("redistribution", ["standoff", "metadata"])
def test_text_that_may_not_be_passed_on_is_refused(redistribution: str, collection: Path, tmp_path: Path) -> None:
    """By article, with what to do; its stand-off twin is taken."""
    path = collection / "articles/pont-2/article.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("full", redistribution), encoding="utf-8")
    build(collection, tmp_path / "built")
    (found,) = publication(tmp_path / "built", "group/kalindo").findings
    assert (found.code, found.place) == ("SC910", "pont-2")
    with running_hub() as hub:
        done = published(hub, str(tmp_path / "built"), "--to", "group/kalindo")
        assert done.returncode == 1
        assert "sahelcorpus standoff" in done.stdout
        assert hub.asked == []
    write_standoff(tmp_path / "built", tmp_path / "twin")
    assert publication(tmp_path / "twin", "group/kalindo").findings == []


def test_damage_is_not_published(collection: Path, tmp_path: Path) -> None:
    """A directory that does not hold, or is none, stays at home."""
    build(collection, tmp_path / "built")
    path = tmp_path / "built/quotes/train-00000.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    assert {found.code for found in publication(tmp_path / "built", "group/kalindo").findings} == {"SC902"}
    with pytest.raises(CorpusError, match="SC902"):
        publication(tmp_path / "nothing", "group/kalindo")


def test_what_the_hub_refuses_is_said_so(collection: Path, tmp_path: Path) -> None:
    """A wrong token ends in a sentence, not in a traceback; a name that is none is a usage error."""
    build(collection, tmp_path / "built")
    with running_hub() as hub:
        done = published(hub, str(tmp_path / "built"), "--to", "group/kalindo", who="hf_other")
        assert done.returncode == 1
        assert "the hub refused" in done.stderr
        assert "Traceback" not in done.stderr
        assert published(hub, str(tmp_path / "built"), "--to", "kalindo").returncode == 2
