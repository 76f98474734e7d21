"""The page's modules joined into one script: a page that opens from a disk may not import a second file.

Every module is plain JavaScript of our own, typed in its comments. Its imports name modules beside it, and no two
modules declare the same name, so that joining is leaving out the import lines and the word `export`.
"""

from __future__ import annotations

import re
from importlib.resources import files

_IMPORT = re.compile(r"^import\s*(?:\{[^}]*\}\s*from\s*)?\"\./(?P<module>[a-z_]+\.js)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (?P<name>[A-Za-z_$][\w$]*)", re.MULTILINE
)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def front(name: str) -> str:
    """Return a file of the page's front end."""
    return files("sahelcorpus.explore").joinpath("front", name).read_text(encoding="utf-8")


def bundled(main: str) -> str:
    """Return a module and all that it imports as one script, in an order in which each name is declared before use.

    Raises:
        ValueError: if two modules declare a name, or a script could end its own element.
    """
    parts: dict[str, str] = {}
    _take(main, parts, ())
    declared: dict[str, str] = {}
    for module, source in parts.items():
        for match in _DECLARED.finditer(source):
            other = declared.setdefault(match["name"], module)
            if other != module:
                raise ValueError(f"{module} and {other} both declare {match['name']}")
    joined = "\n".join(_COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", source))) for source in parts.values())
    if re.search(r"</script|<!--", joined, re.IGNORECASE):
        raise ValueError("a script that would end its own element")
    return joined


def _take(module: str, parts: dict[str, str], above: tuple[str, ...]) -> None:
    if module in above:
        raise ValueError(f"modules that import each other: {' → '.join((*above, module))}")
    if module in parts:
        return
    source = front(module)
    for match in _IMPORT.finditer(source):
        _take(match["module"], parts, (*above, module))
    parts[module] = source
