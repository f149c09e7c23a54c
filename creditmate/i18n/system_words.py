"""What a system says of its disks and files, in our words.

Its own are in English, or in another language than the sentence that they stand in.
"""

import errno
import os
from collections.abc import Mapping

from creditmate.i18n.catalogue import N_, words

_MISSING = N_("there is no such file or folder")
_FULL = N_("the disk is full")
_REFUSED = N_("you have no right to do that there")
_HELD = N_("another program has it")
_FAULTY = N_("the disk did not read or write what it was asked to")
_GONE = N_("the disk is not connected")
_CODES: Mapping[int, str] = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: N_("what should be a folder is none"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("there is one already"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: N_("your share of the disk is used up"),
    errno.EFBIG: N_("a file there cannot be that large"),
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: N_("it may only be read"),
    errno.EBUSY: _HELD,
    errno.EIO: _FAULTY,
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ELOOP: N_("it is a link that leads to itself"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}
_SAID: Mapping[str, str] = {
    **{os.strerror(code): said for code, said in _CODES.items()},
    "does not read back as written": N_("read back, it was not what had been written"),
    "disk I/O error": _FAULTY,
    "unable to open database file": N_("no file could be made there"),
    "attempt to write a readonly database": N_("that folder may only be read"),
    "database or disk is full": _FULL,
}


def system_words(said: str, language: str) -> str:
    """Return what a system or the database said of a file, to stand after a colon.

    Args:
        said: Its own words; what is not known here stays.
        language: Of ours.
    """
    known = _SAID.get(said)
    return said if known is None else words(language).gettext(known)
