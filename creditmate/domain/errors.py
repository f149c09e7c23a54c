"""Errors the user can act on. Anything else that escapes is a bug."""

from enum import StrEnum


class Problem(StrEnum):
    """What went wrong, as a code; ``i18n.problems`` turns it into words."""

    # the ledger file
    LEDGER_MISSING = "ledger-missing"
    LEDGER_GONE = "ledger-gone"
    LEDGER_EXISTS = "ledger-exists"
    LEDGER_EMPTY = "ledger-empty"
    LEDGER_UNKNOWN = "ledger-unknown"
    LEDGER_FOREIGN = "ledger-foreign"
    LEDGER_NEWER = "ledger-newer"
    LEDGER_DAMAGED = "ledger-damaged"
    LEDGER_OTHER_TABLES = "ledger-other-tables"
    LEDGER_IN_USE = "ledger-in-use"
    LEDGER_NOT_A_FILE = "ledger-not-a-file"
    LEDGER_UNREADABLE = "ledger-unreadable"
    LEDGER_PRAGMA = "ledger-pragma"
    MIGRATION_FAILED = "migration-failed"
    NO_LEDGER_CHOSEN = "no-ledger-chosen"
    LEDGER_MUST_BE_NAMED = "ledger-must-be-named"
    DISK_FULL = "disk-full"
    DISK_READ_ONLY = "disk-read-only"
    BACKUP_FAILED = "backup-failed"
    # where a ledger lies
    PLACE_SYNCED = "place-synced"
    PLACE_ON_NETWORK = "place-on-network"
    PLACE_REMOVABLE = "place-removable"
    MOVE_FAILED = "move-failed"
    MOVED_ALREADY = "moved-already"
    DISK_LOW = "disk-low"
    # backups, and ledgers made of them again
    BACKUP_MISSING = "backup-missing"
    BACKUP_UNREADABLE = "backup-unreadable"
    BACKUP_UNKNOWN = "backup-unknown"
    BACKUP_DAMAGED = "backup-damaged"
    BACKUP_NEWER = "backup-newer"
    BACKUP_OF_ANOTHER = "backup-of-another"
    RESTORE_OTHER_KEY = "restore-other-key"
    RESTORE_UNPROTECTED = "restore-unprotected"
    BACKUP_FOLDER = "backup-folder"
    NO_BACKUP = "no-backup"
    PLACE_HELD = "place-held"
    RESTORE_DIFFERS = "restore-differs"
    RESTORE_UNWRITABLE = "restore-unwritable"
    # protected ledgers: passwords, key files, recovery sheets
    PROTECTION_UNDECIDED = "protection-undecided"
    LEDGER_PROTECTED = "ledger-protected"
    LEDGER_NOT_PROTECTED = "ledger-not-protected"
    LEDGER_PROTECTED_ALREADY = "ledger-protected-already"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 - a code, not a password
    PASSWORD_UNSUITABLE = "password-unsuitable"  # noqa: S105 - as above
    PASSWORD_FILE = "password-file"  # noqa: S105 - as above
    NEW_PASSWORD_MISSING = "new-password-missing"  # noqa: S105 - as above
    PASSWORDS_DIFFER = "passwords-differ"
    LAST_PASSWORD = "last-password"  # noqa: S105 - as above
    TOO_MANY_PASSWORDS = "too-many-passwords"
    MEMORY_LOW = "memory-low"
    KEY_FILE_MISSING = "key-file-missing"
    KEY_FILE_DAMAGED = "key-file-damaged"
    KEY_FILE_OTHER = "key-file-other"
    KEY_FILE_NEWER = "key-file-newer"
    KEY_OTHER = "key-other"
    KEY_FILE_GONE = "key-file-gone"
    RECOVERY_CODE = "recovery-code"
    # money, dates and other typed values
    BAD_MONEY = "bad-money"
    BAD_NUMBER = "bad-number"
    BAD_DATE = "bad-date"
    UNKNOWN_CURRENCY = "unknown-currency"
    UNKNOWN_COUNTRY = "unknown-country"
    UNKNOWN_REGION = "unknown-region"
    BAD_TERMS = "bad-terms"
    # records
    UNKNOWN_CUSTOMER = "unknown-customer"
    NOBODY_CHOSEN = "nobody-chosen"
    CHANGED_MEANWHILE = "changed-meanwhile"
    UNKNOWN_STAFF = "unknown-staff"
    FIELD_REFUSED = "field-refused"
    SETTINGS_UNREADABLE = "settings-unreadable"
    CUSTOMER_OPEN = "customer-open"
    GROUP_REFUSED = "group-refused"
    DECISION_STANDS = "decision-stands"
    MERGE_REFUSED = "merge-refused"
    MERGE_STANDS = "merge-stands"
    ATTACHMENT_REFUSED = "attachment-refused"
    APPLICATION_UNREAD = "application-unread"
    INTEREST_REFUSED = "interest-refused"
    # files to import
    IMPORT_FILE_MISSING = "import-file-missing"
    IMPORT_FILE_UNREADABLE = "import-file-unreadable"
    IMPORT_FILE_TOO_LARGE = "import-file-too-large"
    IMPORT_DIFFERS = "import-differs"
    BAD_OPTION = "bad-option"
    # calls
    CALL_FIELD = "call-field"
    NOTHING_OPEN = "nothing-open"
    CALL_STANDS = "call-stands"
    CALL_BEGUN = "call-begun"
    # the diary
    NOT_IN_DIARY = "not-in-diary"
    DIARY_DAY = "diary-day"
    DIARY_AGREED = "diary-agreed"
    BAD_HOUR = "bad-hour"
    PLAN_REFUSED = "plan-refused"
    VISIT_REFUSED = "visit-refused"
    # what is agreed with customers, asked by them, or noted
    AGREEMENT_STANDS = "agreement-stands"
    # terms and conditions
    TERMS_FILE = "terms-file"
    UNKNOWN_TERMS = "unknown-terms"
    SEVERAL_TERMS = "several-terms"
    TERMS_STAND = "terms-stand"
    ACCEPTANCE_STANDS = "acceptance-stands"
    # invoices
    INVOICE_FIELD = "invoice-field"
    UNKNOWN_DOCUMENT = "unknown-document"
    SEVERAL_DOCUMENTS = "several-documents"
    DOCUMENT_STANDS = "document-stands"
    NUMBER_TAKEN = "number-taken"
    NO_PAPER = "no-paper"
    PAPER_UNREADABLE = "paper-unreadable"
    UNKNOWN_DRAFT = "unknown-draft"
    WORK_STANDS = "work-stands"
    WRITE_OFF_STANDS = "write-off-stands"
    # payments
    PAYMENT_FIELD = "payment-field"
    UNKNOWN_RECEIPT = "unknown-receipt"
    RECEIPT_STANDS = "receipt-stands"
    PAYMENT_STANDS = "payment-stands"
    ALLOCATED_TOO_MUCH = "allocated-too-much"
    DISCOUNT_NOT_OFFERED = "discount-not-offered"
    DEPOSIT_HELD = "deposit-held"
    NOTHING_TO_REFUND = "nothing-to-refund"
    CLAIM_FIELD = "claim-field"
    # days asked about
    DAY_AHEAD = "day-ahead"
    DAY_FAR = "day-far"
    PROMISE_BEYOND = "promise-beyond"
    NOT_THEIR_INVOICE = "not-their-invoice"
    UNKNOWN_CONTACT = "unknown-contact"
    # cash
    POSTED_AHEAD = "posted-ahead"
    # other files written
    FOLDER_UNWRITABLE = "folder-unwritable"
    PRINTER_REFUSES = "printer-refuses"


class UserError(Exception):
    """An expected failure: ``problem`` names it, ``facts`` fill its message."""

    def __init__(self, problem: Problem, **facts: object) -> None:
        super().__init__(problem.value, facts)
        self.problem = problem
        self.facts = facts


class Cancelled(Exception):  # noqa: N818 - the user's wish, not an error
    """The user asked a running job to stop."""
