"""Compiles the rules for quotations and speakers into a wheel, where the builder asks for it.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 python -m build --wheel

mypyc turns the two packages into one library of C, beside the same sources. Without the variable, and in every editable
install, the wheel is Python alone. Needs a C compiler.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILED = ("annotate/quotes", "annotate/speakers")
_PURE = ("__init__.py", "parser.py", "interchange.py")
"""What imports libraries that may be missing, or only binds the rest together."""


class CompileRules(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the results to the builder.

        Args:
            version: Which version of the target is built; an editable one is left as it is.
            build_data: What the builder goes by; changed in place.

        Raises:
            setuptools.errors.CompileError: If the C compiler is missing or fails.
        """
        if version == "editable":
            return
        from mypyc.build import mypycify  # noqa: PLC0415 - neither is there where nothing is compiled
        from setuptools import Distribution  # noqa: PLC0415

        self.folder = tempfile.TemporaryDirectory()  # cleared away even if the compiler fails
        folder = Path(self.folder.name)
        package = Path("sahelcorpus")
        with contextlib.chdir(Path(self.root) / "builders"):
            sources = [
                str(path)
                for part in _COMPILED
                for path in sorted((package / part).rglob("*.py"))
                if path.name not in _PURE
            ]
            options = [
                "--config-file=",
                "--ignore-missing-imports",
                "--follow-imports=silent",
                f"--cache-dir={folder / 'types'}",
            ]
            modules = mypycify([*options, *sources], opt_level="2", debug_level="0", target_dir=str(folder / "c"))
            command = Distribution({"name": "sahelcorpus", "ext_modules": modules}).get_command_obj("build_ext")
            command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
            command.ensure_finalized()
            command.run()
        libraries = folder / "lib"
        build_data["force_include"].update(
            {str(path): str(path.relative_to(libraries)) for path in libraries.rglob("*") if path.is_file()}
        )
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear away what was compiled, once the wheel holds it."""
        if version != "editable":
            self.folder.cleanup()
