"""A business's name → the name of its ledger's file, which every system can have."""

import re
from pathlib import Path

SUFFIX = ".creditmate"
LONGEST = 80
"""Characters of the name before its ending: far below what any file system allows."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def ledger_path(folder: Path, business: str) -> Path:
    """Return where the ledger of a business lies by default; the file need not exist.

    What Windows, macOS or Linux do not have in names is left out.
    """
    name = " ".join(_NOT_IN_NAMES.sub(" ", business).split())[:LONGEST].strip(" .")
    if _RESERVED.fullmatch(name) or not name:
        name = f"{name} ledger".strip()
    return folder / f"{name}{SUFFIX}"
