"""What can be done about the keys of a ledger, one line each; only what fits the ledger is seen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.protection_facts import SecurityFacts
from creditmate.system.key_file import MOST_PASSWORDS
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.security.deed_row import DeedRow
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class SecurityRows(QWidget):
    """Under their titles: passwords, the sheet, this computer, protection itself."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, self._ = around.theme, words(around.language).gettext
        self._theme, _ = theme, self._
        self.change = DeedRow(
            theme,
            _("Password"),
            _("Only the lock around the key is changed, which takes a moment."),
            _("Change…"),
        )
        self.more = DeedRow(
            theme,
            _("Another password"),
            _("For somebody else who may open this ledger."),
            _("Add one…"),
        )
        self.fewer = DeedRow(
            theme,
            _("A password that is to go"),
            _("It opens this ledger no more; old backups it does still."),
            _("Take one away…"),
        )
        self.sheet = DeedRow(
            theme,
            _("The sheet"),
            _("It opens the ledger and all its backups, whatever becomes of passwords."),
            _("Print…"),
        )
        self.renew = DeedRow(
            theme,
            _("I fear the sheet or the file got into the wrong hands"),
            _("A new key: the old sheet and other passwords open this ledger no more."),
            _("Make a new key…"),
        )
        self.memory = DeedRow(theme, "", "", "")
        self.protect = DeedRow(
            theme,
            _("Protect this ledger"),
            _("Its file can then be read with a password only."),
            _("Protect it…"),
        )
        self.unprotect = DeedRow(
            theme,
            _("Without a password"),
            _("Whoever gets the file can read everything in it then."),
            _("Take the protection off…"),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self._
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._protected = [
            self._part(_("Passwords"), self.change, self.more, self.fewer),
            self._part(_("Recovery sheet"), self.sheet, self.renew),
            self._part(_("This computer"), self.memory),
        ]
        last = self._part(_("Protection"), self.protect, self.unprotect)
        for part in (*self._protected, last):
            column.addWidget(part)

    def _part(self, title: str, *rows: DeedRow) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        column.setSpacing(0)
        column.addWidget(SectionHead(self._theme, title))
        for row in rows:
            column.addWidget(row)
        return part

    def first(self) -> QWidget:
        """Return where work begins."""
        return self.protect.button if self.change.isHidden() else self.change.button

    def show_facts(self, facts: SecurityFacts) -> None:
        """Show what can be done as it stands now."""
        _, count = self._, facts.passwords
        is_protected = count is not None
        for part in self._protected:
            part.setVisible(is_protected)
        self.change.setHidden(not is_protected)
        self._show_change(is_lost=count == 0)
        self.protect.setHidden(is_protected)
        self.unprotect.setHidden(not is_protected)
        self.fewer.setHidden((count or 0) < 2)
        if count == 0:
            self.more.button.refuse(_("Set a password first: its key file is gone."))
        elif (count or 0) < MOST_PASSWORDS:
            self.more.button.allow()
        else:
            self.more.button.refuse(_("It has as many passwords as it can have."))
        if facts.remembered:
            self.memory.say(
                _("This computer remembers the key"),
                _("Your login to this computer opens the ledger."),
                _("Forget it"),
            )
        else:
            self.memory.say(
                _("Remember on this computer"),
                _("Then your login to this computer opens the ledger; no password is typed."),
                _("Remember…"),
            )

    def _show_change(self, *, is_lost: bool) -> None:
        """Offer a password where there is none any more, with nothing to prove oneself by."""
        _ = self._
        if is_lost:
            said = _("The key file is gone, and every password with it. The key itself is known.")
            self.change.say(_("Password"), said, _("Set one…"))
        else:
            said = _("Only the lock around the key is changed, which takes a moment.")
            self.change.say(_("Password"), said, _("Change…"))
