"""What may be wrong with a backup, or with taking it into use, in words."""

from collections.abc import Mapping

from creditmate.domain.errors import Problem
from creditmate.i18n.catalogue import N_

BACKUP_MESSAGES: Mapping[Problem, str] = {
    Problem.BACKUP_FAILED: N_(
        "The backup into {path} failed and was not kept: {why}. The ledger is untouched."
    ),
    Problem.BACKUP_MISSING: N_("There is no backup at {path}. Your ledger is untouched."),
    Problem.BACKUP_UNREADABLE: N_(
        "The backup {path} cannot be read: {why}. Your ledger is untouched."
    ),
    Problem.BACKUP_UNKNOWN: N_(
        "The file {path} is not a CreditMate backup. Your ledger is untouched; choose a file whose"
        " name ends in .creditmate-backup."
    ),
    Problem.BACKUP_DAMAGED: N_(
        "The backup {path} was not used: {why}. Your ledger is untouched. Take the backup before"
        " it."
    ),
    Problem.BACKUP_NEWER: N_(
        "The backup {path} was made by a newer CreditMate ({version}). Update this program; nothing"
        " was touched."
    ),
    Problem.BACKUP_OF_ANOTHER: N_(
        "The backup {path} is of another ledger than {ledger}, so it does not take its place. Open"
        " it as a ledger of its own: restore it into a new file."
    ),
    Problem.RESTORE_OTHER_KEY: N_(
        "{ledger} is protected with another key than the backup {path}: it is another ledger, or"
        " this one from before it was protected or before it got a new recovery sheet. Restore it"
        " with today's password of the ledger, so that it stays protected as it is; or restore it"
        " into a new file. Nothing was changed."
    ),
    Problem.RESTORE_UNPROTECTED: N_(
        "The backup {path} is from before the ledger was protected: it would come back without"
        " protection, and whoever gets the file can read it. The newest backup, {newest}, is"
        " protected: its password or its recovery sheet opens it. If the older one is meant, say"
        " --no-password, and protect it then: creditmate protect --ledger {ledger}. Nothing was"
        " changed."
    ),
    Problem.BACKUP_FOLDER: N_(
        "{path} is not a folder that can be written, so no backups can go there."
    ),
    Problem.NO_BACKUP: N_("There is no backup of this ledger on this computer yet."),
    Problem.PLACE_HELD: N_(
        "{path} could not be moved: {why}. Everything is where it was. Close other programs that"
        " may have the file open, then do it again."
    ),
    Problem.RESTORE_UNWRITABLE: N_(
        "Nothing was restored, and nothing was changed: nothing can be written into {path} ({why})."
        " The backup is whole. Restore it into a folder of this computer that can be written; what"
        " lies in {path} stays as it is."
    ),
    Problem.RESTORE_DIFFERS: N_(
        "What was restored to {path} is not what the backup holds: {why}. The ledger from before"
        " lies in {aside}, whole."
    ),
}
"""Also that a backup could not be made."""
