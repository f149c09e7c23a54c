"""What a package is made of; that the whole of it works is its own self-test (``.ci/run``)."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tools import package
from tools.app_icon import MACOS_SIZES, MARK, WINDOWS_SIZES, make_icons
from tools.bundle import (
    EXCLUDED,
    is_wanted,
    locale_languages,
    locked_distributions,
    resources,
    strangers,
)
from tools.environment import ROOT
from tools.licences import KEPT, WITHOUT, gather
from tools.package import executable, packaged, size

LANGUAGES = frozenset({"root", "en", "de"})


@pytest.mark.parametrize(
    "place",
    [
        "babel/locale-data/root.dat",
        "babel/locale-data/en_GB.dat",
        "babel/locale-data/de.dat",
        "babel/global.dat",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/QtWidgets.abi3.so",
        "libQt6Svg.so.6",
        "libxcb-cursor.so.0",
        "pillow.libs/libjpeg-6dc8d115.so.62.4.0",
        "resources/fonts/inter/Inter-Regular.ttf",
        "licences/LGPL-3.txt",
    ],
)
def test_what_is_needed_goes_in(place: str) -> None:
    assert is_wanted(place, LANGUAGES)


@pytest.mark.parametrize(
    "place",
    [
        "babel/locale-data/fr.dat",
        "babel/locale-data/ener_GB.dat",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6\\plugins\\platforms\\qminimal.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/translations/qt_help_de.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6QmlModels.so.6",
        "PySide6\\Qt6Qml.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/QtWidgets.pyi",
        "libgtk-3.so.0",
        "libcups.so.2",
        "libjpeg.so.62",
    ],
)
def test_what_nothing_uses_stays_out(place: str) -> None:
    assert not is_wanted(place, LANGUAGES)


def test_every_language_that_a_country_suggests_can_be_written() -> None:
    languages = locale_languages()
    assert {"root", "en", "de", "fr", "ar", "ja", "cy"} <= languages
    assert 60 < len(languages) < 250


def test_all_our_resources_go_in() -> None:
    there = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert {place for _source, place in resources()} == {
        "docs",
        "resources",
        *(f"resources/{name}" for name in there),
    }


def test_whatever_is_read_beside_the_package_goes_in() -> None:
    beside = re.compile(r"parents\[\d\]((?: / \"[^\"]+\")+)")
    found = set()
    for path in (ROOT / "creditmate").rglob("*.py"):
        for match in beside.finditer(path.read_text("utf-8")):
            found.add(ROOT.joinpath(*re.findall(r"\"([^\"]+)\"", match[1])))
    assert len(found) > 6
    sources = {Path(source) for source, _place in resources()}
    missing = {path for path in found if sources.isdisjoint({path, *path.parents})}
    assert missing == set()


def test_a_missing_resource_is_not_overlooked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        resources(tmp_path)


def test_the_tools_of_developers_stay_out() -> None:
    assert {"peewee", "pyside6-essentials", "keyring"} <= locked_distributions()
    assert "pytest" not in locked_distributions()
    found = strangers(["peewee", "PIL.Image", "creditmate.domain.money", "os", "pytest", "ruff"])
    assert found == {"pytest": "pytest", "ruff": "ruff"}


def test_nothing_of_ours_is_excluded() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "creditmate").rglob("*.py"))
    used = [
        name for name in EXCLUDED if f"import {name}\n" in sources or f"from {name} " in sources
    ]
    assert used == []


def test_licence_texts_travel_along(tmp_path: Path) -> None:
    folder = gather(tmp_path / "licences")
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"CreditMate.txt", "Python.txt", "LGPL-3.txt", "GPL-3.txt", "SQLCipher.txt"} <= names
    having = {name.split("/")[0].rpartition("-")[0] for name in names if "/" in name}
    # those that the lock names for other systems are not installed here
    assert {"peewee", "babel", "reportlab", "keyring", "pypdfium2"} <= having
    assert having.isdisjoint(WITHOUT)
    assert all((folder / name).stat().st_size for name in names)
    assert gather(folder) == folder  # anew, over what was there


def test_qt_is_said_to_be_replaceable() -> None:
    text = (KEPT / "Qt.txt").read_text("utf-8")
    assert "LGPL" in text
    assert "replace" in text


def test_the_icon_is_drawn_for_every_size(tmp_path: Path) -> None:
    stem = make_icons(tmp_path)
    with Image.open(stem.with_suffix(".ico")) as windows:
        assert windows.info["sizes"] == {(side, side) for side in WINDOWS_SIZES}
    with Image.open(stem.with_suffix(".icns")) as mac:
        assert {side * ratio for side, _, ratio in mac.info["sizes"]} >= set(MACOS_SIZES[3:])
    with Image.open(stem.with_suffix(".png")) as drawn:
        assert drawn.size == (256, 256)
        assert drawn.getpixel((0, 0)) == (0, 0, 0, 0)  # round corners
        assert drawn.getpixel((128, 20)) == (0x2A, 0x56, 0xA3, 255)
    assert MARK.exists()


def test_the_program_that_can_print(tmp_path: Path) -> None:
    assert executable(tmp_path, "linux") == tmp_path / "CreditMate"
    assert executable(tmp_path, "win32") == tmp_path / "CreditMateConsole.exe"
    app = packaged("darwin")
    assert executable(app, "darwin") == app / "Contents" / "MacOS" / "CreditMate"


def test_a_package_is_tried_elsewhere_with_nothing_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], Path, dict[str, str]]] = []

    def run(
        command: list[str], *, cwd: Path, env: Mapping[str, str], check: bool
    ) -> subprocess.CompletedProcess[Any]:
        assert Path(command[0]).read_text() == "program"
        assert list(cwd.iterdir()) == []
        asked.append((command[1:], Path(command[0]), dict(env)))
        return subprocess.CompletedProcess(command, 1)

    made = tmp_path / "CreditMate"
    made.mkdir()
    executable(made).write_text("program")
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    monkeypatch.setattr(subprocess, "run", run)
    assert package.tried(made) == 1
    ((arguments, path, facts),) = asked
    assert arguments == ["self-test"]
    assert tmp_path not in path.parents
    assert "PYTHONPATH" not in facts
    assert size(made) == len("program")
