"""What the program is made of: the versions that run here, and their licences."""

import platform
from dataclasses import dataclass

_PARTS = (
    ("Qt, PySide6", "PySide6-Essentials", "LGPL-3.0"),
    ("SQLCipher, SQLite", "sqlcipher3", "BSD-3-Clause, public domain"),
    ("peewee", "peewee", "MIT"),
    ("ReportLab", "reportlab", "BSD-3-Clause"),
    ("PDFium, pypdfium2", "pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("pypdf", "pypdf", "BSD-3-Clause"),
    ("Babel", "babel", "BSD-3-Clause"),
    ("holidays", "holidays", "MIT"),
    ("icalendar", "icalendar", "BSD-2-Clause"),
    ("Time zones of IANA, tzdata", "tzdata", "Apache-2.0, public domain"),
    ("Segno", "segno", "BSD-3-Clause"),
    ("platformdirs", "platformdirs", "MIT"),
    ("keyring", "keyring", "MIT"),
    ("libsodium, PyNaCl", "pynacl", "ISC, Apache-2.0"),
)
_FONTS = (
    ("Inter", "OFL-1.1"),
    ("Liberation Sans", "OFL-1.1"),
    ("Noto Sans Arabic", "OFL-1.1"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something made by others: its name, its version (empty for fonts), its licence (SPDX)."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """Return what runs here; libraries that are not installed are left out."""
    # it brings half of the e-mail package, which nobody else needs at the start
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    found = [Part("Python", platform.python_version(), "PSF-2.0")]
    for name, distribution, licence in _PARTS:
        try:
            found.append(Part(name, version(distribution), licence))
        except PackageNotFoundError:
            continue
    return (*found, *(Part(name, "", licence) for name, licence in _FONTS))
