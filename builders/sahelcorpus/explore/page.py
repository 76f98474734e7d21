"""The page as a file: shell, style, script and data, under a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sahelcorpus import __version__
from sahelcorpus.explore.blocks import Block, Blocks
from sahelcorpus.explore.bundle import bundled, front
from sahelcorpus.explore.dataset import BuiltDataset, Progress
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.atomic import folder_aside, write_file
from sahelcorpus.store.files import finding

ARTICLES_IN_PAGE = 10_000
"""Up to so many articles, the page holds everything; beyond, blocks lie in a folder beside it."""

_BESIDE = ".files"
_HANDED_OVER = (
    'parent.postMessage(document.getElementById("block").textContent,'
    'location.protocol === "file:" ? "*" : location.origin);'
)


@dataclass(frozen=True, slots=True)
class Explored:
    """What was written.

    Attributes:
        page: The page.
        beside: The folder beside it, or None if the page holds everything.
        size: Bytes of both together.
        counts: How many articles, quotes and stances.
    """

    page: Path
    beside: Path | None
    size: int
    counts: dict[str, int]


def explore(
    dataset: BuiltDataset, page: Path, *, in_page: int = ARTICLES_IN_PAGE, progress: Progress | None = None
) -> Explored:
    """Write the page of a dataset.

    Args:
        dataset: A dataset that was proved.
        page: The file to write.
        in_page: With more articles than that, blocks go into the folder `PAGE.files` beside the page.
        progress: Told how many articles are done, of how many.

    Raises:
        CorpusError: if the place cannot be written, or the folder beside it holds other things (SC113).
    """
    blocks = Blocks(dataset)
    if dataset.article_count <= in_page:
        held = [blocks.registry(), *blocks.of_articles(progress)]
        content = _page(dataset, blocks, held, None)
        write_file(page, content)
        return Explored(page, None, len(content), blocks.counts)
    beside = page.with_name(page.name + _BESIDE)
    _refuse_foreign(beside)
    described = [blocks.registry()]
    size = 0
    with folder_aside(beside) as aside:
        for block in blocks.of_articles(progress):
            written = _block_file(block).encode()
            (aside / f"{block.name}.html").write_bytes(written)
            size += len(written)
            described.append(Block(block.kind, block.first, block.articles, "", block.sha256))
    content = _page(dataset, blocks, described, beside.name)
    write_file(page, content)
    return Explored(page, beside, len(content) + size, blocks.counts)


def _refuse_foreign(beside: Path) -> None:
    if beside.exists():
        if not beside.is_dir():
            raise CorpusError(finding("SC113", str(beside), "", "a file", "a folder of an earlier page, or nothing"))
        foreign = next((path for path in beside.iterdir() if not _is_block_file(path)), None)
        if foreign is not None:
            raise CorpusError(
                finding("SC113", str(foreign), "", "a foreign file", "the blocks of an earlier page alone")
            )


def _is_block_file(path: Path) -> bool:
    return path.is_file() and path.name.startswith(("facts-", "texts-")) and path.suffix == ".html"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy(*directives: str) -> str:
    told = "; ".join(("default-src 'none'", *directives, "base-uri 'none'", "form-action 'none'"))
    return f'<meta http-equiv="Content-Security-Policy" content="{told}">'


def _block_file(block: Block) -> str:
    """Return a block as a file of its own: it hands its content, which is data, to the page that frames it."""
    policy = _policy(f"script-src {_hash(_HANDED_OVER)}")
    return (
        f'<!doctype html><meta charset="utf-8">{policy}<title>{block.name}</title>'
        f'<script type="text/plain" id="block">{block.content}</script><script>{_HANDED_OVER}</script>\n'
    )


def _json(value: Any) -> str:
    """Return JSON that may stand in a script element: no `<` can end it."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _page(dataset: BuiltDataset, blocks: Blocks, held: Iterable[Block], beside: str | None) -> bytes:
    held = list(held)
    script, style = bundled("main.js"), front("page.css")
    release = dataset.release
    head = {
        "collection": release.collection,
        "version": release.version,
        "digest": release.digest,
        "built_with": release.built_with,
        "made_with": f"sahelcorpus {__version__}",
        "title": dataset.title,
        "description": dataset.description,
        "licence": dataset.licence,
        "homepage": dataset.homepage,
        "directory": _shown(dataset.directory),
        "last_judged": blocks.last_judged,
        "counts": blocks.counts,
        "beside": beside,
        "blocks": [block.described() for block in held],
    }
    directives = [f"script-src {_hash(script)}", f"style-src {_hash(style)}"]
    if beside is not None:
        directives.append("frame-src 'self'")
    slots = {
        "policy": _policy(*directives),
        "title": html.escape(dataset.title),
        "description": html.escape(dataset.description),
        "version": html.escape(release.version),
        "style": style,
        "script": script,
        "head": _json(head),
        "data": "\n".join(_in_page(block) for block in held if block.content),
    }
    shell = front("page.html")
    pieces = shell.split("{{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        filled += [slots[name], rest]
    return "".join(filled).encode()


def _in_page(block: Block) -> str:
    return f'<script type="text/plain" id="block-{block.name}">{block.content}</script>'


def _shown(directory: Path) -> str:
    """Return the directory as a line of Python names it; where it lies on somebody's disk is nobody else's business."""
    return directory.name if directory.is_absolute() else directory.as_posix()
