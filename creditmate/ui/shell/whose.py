"""Whose window one is, and whether it may be open: asked at every start, so it costs nothing."""

import sys
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QDir

from creditmate.system.computer import config_file, user_name


def server_name() -> str:
    """The name under which the window of this user and profile is reached."""
    whose = f"{user_name()}\n{config_file()}"
    return f"creditmate-{crc32(whose.encode()):08x}"


def may_be_open() -> bool:
    """Whether a window of this user and profile may be listening.

    Where Qt listens at a file, there is one, unless it was left behind by a crash.
    """
    return sys.platform == "win32" or Path(QDir.tempPath(), server_name()).exists()
