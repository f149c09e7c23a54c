"""PySide does not read the source of every module that is loaded after it.

It looks there for its own name, to know whether a module may ask for one of its features (names
in snake case), which nobody here does: 0.2 ms for each of hundreds of modules, and 20 MB that
Python keeps. The packaged program has no sources to read, and its answer is always no; so it is
here. PySide has no option for it (6.11): where a later one works otherwise, nothing is changed.
"""

import sys

import PySide6.QtCore  # noqa: F401 - brings the module that reads

_READER, _READS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Let PySide take every module for one that asks for no feature."""
    reader = sys.modules.get(_READER)
    if hasattr(reader, _READS):
        setattr(reader, _READS, lambda _module: False)
