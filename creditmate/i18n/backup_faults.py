"""What is wrong with a backup or a copy of a ledger, said to whoever has to rely on it.

Services name a fault by a code or by the figure that differs; what the system says of a disk or a
folder is said already, and stays.
"""

from collections.abc import Mapping

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.system_words import system_words

_OF_A_FILE: Mapping[str, str] = {
    "container": N_("it cannot be read to its end, as if it were cut short or overwritten"),
    "seal": N_("some of it is not as it was written"),
    "sha256": N_("some of it is not as it was written"),
    "size": N_("some of it is not as it was written"),
    "key_file": N_("the key file in it is not the one that was put in"),
    "no_key_file": N_("no key file is in it, so that no password but only the sheet opens it"),
    "manifest": N_("what it says of itself was not written with the key of this ledger"),
}
_OF_A_COPY: Mapping[str, str] = {
    "read back differs": N_("read back, it was not what had been written"),
    "foreign_key_check": N_("something in the ledger refers to a record that is not there"),
}
_OTHER_LEDGER = N_("the ledger in it is not whole, or not the one that it was made from")
_OTHER_COPY = N_("the copy does not hold what the ledger holds")
_READ = frozenset({Problem.BACKUP_DAMAGED, Problem.RESTORE_DIFFERS})
"""About a file that was made before; the others are about one that is being made."""
_MADE = frozenset({Problem.BACKUP_FAILED, Problem.MOVE_FAILED})


def is_about_copies(problem: Problem) -> bool:
    """Whether ``why`` of a problem may name a fault by a code."""
    return problem in _READ | _MADE


def fault_words(error: UserError, language: str) -> str:
    """Return what is wrong, to stand within a sentence.

    Args:
        error: One that ``is_about_copies``.
        language: Of the words.
    """
    _ = words(language).gettext
    why = str(error.facts.get("why", ""))
    if error.problem in _READ:
        return _(_OF_A_FILE.get(why, _OTHER_LEDGER))
    if why in _OF_A_COPY:
        return _(_OF_A_COPY[why])
    known = system_words(why, language)
    return _(_OTHER_COPY) if known == why and _is_code(why) else known


def _is_code(why: str) -> bool:
    """Whether it names a figure or a check; what systems say is a sentence, and begins so."""
    return not why[:1].isupper()
