"""What may keep a protected ledger shut, in words: what happened, that nothing is lost, what to do.

Whoever reads these may fear for years of work, so each says that the ledger is as it was.
"""

from collections.abc import Mapping

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import N_, words

PROTECTION_MESSAGES: Mapping[Problem, str] = {
    Problem.PROTECTION_UNDECIDED: N_(
        "There is nobody here to ask for a password: name a file with --password-file FILE. An"
        " unprotected ledger must be your own choice: creditmate new FILE --no-password."
    ),
    Problem.LEDGER_PROTECTED: N_(
        "The ledger {path} is protected: its password opens it. For a scheduled run say"
        " --password-file FILE."
    ),
    Problem.LEDGER_NOT_PROTECTED: N_("The ledger {path} is not protected: it has no password."),
    Problem.LEDGER_PROTECTED_ALREADY: N_("The ledger {path} is protected already."),
    Problem.WRONG_PASSWORD: N_(
        "That is not the password of this ledger. Nothing is lost: try again, and see whether Caps"
        " Lock is on. If it is forgotten, the recovery sheet opens the ledger."
    ),
    Problem.NEW_PASSWORD_MISSING: N_(
        "There is nobody here to ask for the new password: name a file with --new-password-file"
        " FILE."
    ),
    Problem.PASSWORDS_DIFFER: N_("The two passwords are not the same. Type both again."),
    Problem.LAST_PASSWORD: N_(
        "This is the only password of the ledger, so it stays. Change it instead, or add another"
        " one first."
    ),
    Problem.TOO_MANY_PASSWORDS: N_(
        "The ledger has {most} passwords, which is as many as it can have. Take one away first."
    ),
    Problem.MEMORY_LOW: N_(
        "The password could not be tried: this computer has not enough free memory now, and"
        " {needed} are needed. Nothing is lost. Close other programs, then type it again."
    ),
    Problem.KEY_FILE_MISSING: N_(
        "The key file {path} is missing. The ledger itself is untouched. Put the key file back from"
        " where it was moved to, restore the newest backup, which has a key file of its own, or"
        " open the ledger with the recovery sheet."
    ),
    Problem.KEY_FILE_DAMAGED: N_(
        "The key file {path} is damaged, so that no password can be tried on it. The ledger itself"
        " is untouched: open it with the recovery sheet, or restore the newest backup, which has a"
        " key file of its own."
    ),
    Problem.KEY_FILE_OTHER: N_(
        "The key file beside {path} belongs to another ledger, or the beginning of the ledger is"
        " damaged. Nothing was changed. Put the right key file back, open the ledger with its"
        " recovery sheet, or restore the newest backup."
    ),
    Problem.KEY_FILE_NEWER: N_(
        "The key file {path} was written by a newer CreditMate. Update this program; the file was"
        " not touched."
    ),
    Problem.KEY_FILE_GONE: N_(
        "The key file of {path} is gone, and with it its passwords: only the recovery sheet, and"
        " this computer where it remembers the key, open the ledger now. Nothing is lost, but set a"
        " password at once: creditmate password --ledger {path}, or in the window in the settings"
        " under Security."
    ),
    Problem.KEY_OTHER: N_(
        "This is the recovery sheet or key of another ledger, or one from before a new sheet was"
        " made. {path} was not touched. Look for the newest sheet of this ledger."
    ),
}
"""Beside those whose words depend on what exactly is wrong."""

_FAULTS: Mapping[Problem, Mapping[str, str]] = {
    Problem.PASSWORD_UNSUITABLE: {
        "empty": N_("A password cannot be empty. To keep a ledger without one, say so."),
        "short": N_(
            "A password has at least {least} characters: whoever finds the file can try many. Four"
            " words that you remember do well."
        ),
        "long": N_("This password is too long to be typed again."),
        "sign": N_("This password holds a character that cannot be typed."),
    },
    Problem.PASSWORD_FILE: {
        "unreadable": N_("The password file {path} cannot be read: {why}"),
        "others": N_(
            "The password file {path} can be read by others on this computer, so it was not used."
            " Let only yourself read it: chmod 600 {path}"
        ),
        "empty": N_("The password file {path} has no password in its first line."),
        "text": N_("The password file {path} is not a text file in UTF-8."),
    },
    Problem.RECOVERY_CODE: {
        "letter": N_(
            "Group {group}: “{found}” does not occur on a recovery sheet. Look at that group again."
        ),
        "length": N_(
            "A recovery sheet has 14 groups of 4 characters, 56 in all; these are {found}. See"
            " whether one was left out or typed twice."
        ),
        "length-group": N_("Group {group} has not 4 characters. Look at that group again."),
        "group": N_("Group {group} is not quite as on the sheet. Look at that group again."),
        "swapped": N_("Groups {group} and {other} seem to have changed places."),
        "check": N_(
            "One group or more is not as on the sheet. Compare them one after another; O and 0, I"
            " and 1 may be typed either way."
        ),
        "confirm": N_("Group {group} is not as on the sheet. Look at that group again."),
        "few": N_("Type at least {least} groups of the sheet."),
    },
}


def is_about_protection(problem: Problem) -> bool:
    """Whether the words of a problem depend on what exactly is wrong with a password or a sheet."""
    return problem in _FAULTS


def protection_words(error: UserError, language: str) -> str:
    """Return the words for what is wrong with a password, its file, or what a sheet says."""
    fault = str(error.facts["fault"])
    if fault == "length" and "group" in error.facts:
        fault = "length-group"
    return words(language).gettext(_FAULTS[error.problem][fault])
