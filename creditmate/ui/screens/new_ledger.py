"""Naming a new ledger: whose it is, where its file will lie, and the password that opens it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries, country_defaults, country_of
from creditmate.i18n.currencies import currencies
from creditmate.i18n.problems import problem_words
from creditmate.services.ledgers import NewBusiness
from creditmate.system.folders import Purpose
from creditmate.system.ledger_names import ledger_path
from creditmate.system.ledger_place import ledger_folder
from creditmate.ui.file_dialogs import ask_folder
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.security.new_password import NewPassword
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Type


class NewLedger(QWidget):
    """A form whose faults are said under its fields; the ledger is protected unless it is ticked.

    Attributes:
        password: Typed twice.
        without: Ticked for a ledger that has none.
    """

    named = Signal(Path, object, str)
    """Make it here, for this ``NewBusiness``, with this password; empty for none."""
    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        _, theme = self._words.gettext, around.theme
        self.name = Field(theme, _("Name of the business"), LineInput(theme, ""))
        self.country = Field(theme, _("Country"), _choice(around, countries(around.language)))
        self.currency = Field(theme, _("Currency"), _choice(around, currencies(around.language)))
        self.folder = Field(theme, _("Folder"), LineInput(theme, ""))
        self.elsewhere = Button(theme, _("Choose…"), glyph=Glyph.FOLDER)
        self.password = NewPassword(around)
        self.without = CheckSentence(
            theme, _("Without a password: whoever gets the file can read everything in it.")
        )
        self.go = Button(theme, _("Make the ledger"), Kind.PRIMARY, after=Glyph.GO)
        self.back = Button(theme, _("Back"), Kind.LINK)
        self._lay_out()
        self._connect()
        country = country_of(around.locale)
        self.country.input.setCurrentIndex(self.country.input.findData(country))
        self._suggest_currency()
        self.folder.input.setText(str(ledger_folder()))
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        pair = QHBoxLayout()
        pair.setSpacing(SPACE.l)
        pair.addWidget(self.country, 1)
        pair.addWidget(self.currency, 1)
        folder = QHBoxLayout()
        folder.setSpacing(SPACE.s)
        folder.addWidget(self.folder, 1)
        beside = QVBoxLayout()  # level with the input, whose label stands above it
        beside.addSpacing(self._around.theme.line(Type.SMALL_MEDIUM) + SPACE.xs)
        beside.addWidget(self.elsewhere)
        beside.addStretch()
        folder.addLayout(beside)
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addStretch()
        foot.addWidget(self.back)
        column.addWidget(self.name)
        for part in (pair, folder):
            column.addLayout(part)
        column.addWidget(self.password)
        column.addWidget(self.without)
        column.addSpacing(SPACE.s)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.name.input.textChanged.connect(self._on_typed)
        self.folder.input.textChanged.connect(self._on_typed)
        for line in (self.name.input, self.folder.input):
            line.returnPressed.connect(self._on_go)
        self.password.entered.connect(self._on_go)
        self.without.toggled.connect(self._on_without)
        self.country.input.currentIndexChanged.connect(self._suggest_currency)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(self.left)

    # ------------------------------------------------------------- filling in
    def _on_typed(self) -> None:
        """Say what the file will be called, as soon as that is known."""
        self.folder.clear()
        if self.name.input.text().strip():
            self.name.echo("", self._path().name)
        else:
            self.name.clear()

    def _suggest_currency(self) -> None:
        suggested = country_defaults(str(self.country.input.currentData()))
        self.currency.input.setCurrentIndex(self.currency.input.findData(suggested.currency))

    def _on_without(self, without: bool) -> None:
        self.password.setEnabled(not without)
        if without:
            self.password.empty()

    def _path(self) -> Path:
        return ledger_path(Path(self.folder.input.text().strip()), self.name.input.text())

    def _on_elsewhere(self) -> None:
        _ = self._words.gettext
        title = _("Where the ledger is to lie")
        ask_folder(self, title, Purpose.LEDGERS, self._lie_in)

    def _lie_in(self, folder: Path) -> None:
        self.folder.input.setText(str(folder))

    def _on_go(self) -> None:
        _ = self._words.gettext
        if not self.name.input.text().strip():
            self.name.refuse(_("Whose ledger is it? Its name stands on every statement."))
            self.name.setFocus()
            return
        password = "" if self.without.isChecked() else self.password.taken()
        if password is None:
            return
        suggested = country_defaults(str(self.country.input.currentData()))
        business = NewBusiness(
            name=self.name.input.text().strip(),
            country=str(self.country.input.currentData()),
            currency=str(self.currency.input.currentData()),
            locale=suggested.locale,
            zone=suggested.zone,
        )
        self.named.emit(self._path(), business, password)

    def begin(self) -> None:
        """Ask whose it is."""
        self.without.setChecked(False)
        self.name.setFocus()

    def forget_password(self) -> None:
        """Keep no password in a form that nobody sees."""
        self.password.empty()

    # ------------------------------------------------------------- what came of it
    def refuse(self, error: UserError) -> None:
        """Say under its field what stands in the way of making the ledger."""
        _ = self._words.gettext
        if error.problem is Problem.LEDGER_EXISTS:
            field = self.name
            text = _("There is already a ledger of this name. Choose another one.")
        else:
            field = self.folder
            text = problem_words(error, self._around.language, self._around.locale)
        field.refuse(text)
        field.setFocus()


def _choice(around: Surroundings, options: tuple[tuple[str, str], ...]) -> Choice:
    made = Choice(around.theme, "")
    for code, name in options:
        made.addItem(name, code)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made
