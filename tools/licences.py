"""The licence texts that travel with the packaged program.

Each library's own are taken from where it is installed; what the wheels lack (Qt, SQLCipher,
Python itself) stands in ``installer/licences``.
"""

import importlib.metadata
import re
import shutil
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackagePath
from pathlib import Path

from tools.bundle import installed_distributions
from tools.environment import ROOT

KEPT = ROOT / "installer" / "licences"
WITHOUT = frozenset({"pyside6-essentials", "shiboken6"})
"""Their wheels hold no licence text: those kept here are Qt's."""

_LICENCE = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)[^/]*")
_FOLDER = re.compile(r"(?i).*[.]dist-info/licenses/.*")


def gather(folder: Path) -> Path:
    """Collect every licence text into a folder, made anew, and return it.

    Raises:
        LookupError: An installed library of the program has no licence text.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(KEPT, folder)
    shutil.copy(ROOT / "LICENSE", folder / "CreditMate.txt")
    shutil.copy(_python_licence(), folder / "Python.txt")
    for name in installed_distributions():
        distribution = importlib.metadata.distribution(name)
        texts = list(licence_files(distribution))
        if not texts and name not in WITHOUT:
            raise LookupError(f"{name} has no licence text")
        for text in texts:
            target = folder / f"{name}-{distribution.version}" / text.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(str(text.locate()), target)
    return folder


def licence_files(distribution: Distribution) -> Iterator[PackagePath]:
    """Return where a library's licence texts are."""
    for path in distribution.files or ():
        if _FOLDER.fullmatch(path.as_posix()) or (
            path.parent.name.endswith(".dist-info") and _LICENCE.fullmatch(path.name)
        ):
            yield path


def _python_licence() -> Path:
    """Where this Python says its licence; Debian's keeps it elsewhere than python.org's."""
    library = Path(sysconfig.get_path("stdlib"))
    places = (
        library / "LICENSE.txt",
        library.parent / "LICENSE.txt",
        Path("/usr/share/doc") / library.name / "copyright",
    )
    return next(place for place in places if place.exists())
