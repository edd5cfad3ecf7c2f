"""Compiles the extraction into the wheel with mypyc: hatchling calls this where HATCH_BUILD_HOOKS_ENABLE is set.

What is compiled is what takes the time of a document. The sources stay in the wheel beside what was made of them
(decision 0024).
"""

import os
import shutil
import sysconfig
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Of the model only what is asked for at every word: workers send each other the rest, which compiled classes forbid.
_COMPILED: Final = ("model/annotation.py", "model/span.py", "lexicon/**/*.py", "annotate/**/*.py", "extract/**/*.py")
# spaCy copies what these give it, which it cannot with classes and functions that are compiled.
_PLAIN: Final = frozenset({"annotate/decoding.py", "annotate/models.py", "annotate/trees.py"})
_SUFFIX: Final = sysconfig.get_config_var("EXT_SUFFIX")


class CompileHook(BuildHookInterface[Any]):
    """Build an extension module for each module, and one with the code of all."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add what was made to the wheel, which is then one for this machine and Python only."""
        if version == "editable":
            return  # The compiled modules would hide what a developer changes.
        root = Path(self.root)
        made = compiled(root / "pipeline", root / "build" / "mypyc")
        build_data["force_include"] |= {str(path): str(path.relative_to(made)) for path in made.rglob(f"*{_SUFFIX}")}
        build_data.update(infer_tag=True, pure_python=False)


def compiled(source: Path, work: Path) -> Path:
    """Compile the modules of `source` (15 processor minutes) and return the folder that holds their like.

    Raises SystemExit where there is no C compiler or mypyc finds an error.
    """
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(os.environ.get("CC", compiler)) is None:
        raise SystemExit(
            f"no C compiler ({compiler}) for the compiled wheel; type: sudo apt-get install gcc python3-dev"
        )
    # Not above: whoever only asks what is compiled gets no other distutils. mypyc asks whether setuptools is there.
    from setuptools import Distribution  # noqa: PLC0415

    from mypyc.build import mypycify  # noqa: PLC0415  # isort: skip

    work.mkdir(parents=True, exist_ok=True)
    os.environ["MYPYPATH"] = str(source)
    checks = [f"--config-file={source.parent / 'pyproject.toml'}", f"--cache-dir={work / 'mypy'}"]
    extensions = mypycify(
        [*checks, *map(str, modules(source))],
        opt_level="1",  # 3, which mypyc takes by itself, was not tried: it takes 15 minutes as it is.
        debug_level="0",
        multi_file=True,
        group_name="kg",
        target_dir=str(work / "c"),
    )
    command = Distribution({"name": "kg", "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work / "lib"), str(work / "objects")
    command.ensure_finalized()
    command.run()
    return work / "lib"


def modules(source: Path) -> list[Path]:
    """Return what is compiled; `__init__.py` stays as it is: compiled, it hides the modules beside it."""
    package = source / "kg"
    found = (path for pattern in _COMPILED for path in sorted(package.glob(pattern)))
    return [p for p in found if p.name != "__init__.py" and p.relative_to(package).as_posix() not in _PLAIN]
