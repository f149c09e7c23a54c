"""A person at a customer's, typed in a dialog: how to reach them, and how they wish to be met."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.errors import UserError
from creditmate.domain.telephone import example_number, telephone
from creditmate.domain.wishes import Wish, WishKind
from creditmate.i18n import contact_words as say
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.problems import problem_words
from creditmate.i18n.standing_words import wish_words
from creditmate.services.contacts_editing import ContactCard
from creditmate.services.customers import Brief
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.people.person_state import (
    ASKED,
    TypedPerson,
    changed_wishes,
    form_of,
    typed_person,
)
from creditmate.ui.people.reach_rows import ReachRows
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Told = Callable[[str, Touched], object]
NOBODY = ContactCard(ContactForm(""))


class PersonDialog(EditDialog):
    """Save is refused beside the field; a number that looks odd may stand.

    Args:
        brief: Of the customer.
        card: The person; ``NOBODY`` for one to be added.
        saved: Told the name and what was touched.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, brief: Brief, card: ContactCard, saved: Told
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._card, self._saved = brief, card, saved
        name = card.form.name or _("Somebody at {name}").format(name=brief.customer.name)
        verb = _("Save") if card.form.id else _("Add")
        super().__init__(around, window, name, verb, width=SIZES.finder)
        self.book = FieldBook(around.theme, self, echoes=False)
        kinds = say.phone_kinds(around.language)
        self.phones = ReachRows(around, _("Telephone"), kinds, self._about_number)
        self.emails = ReachRows(around, _("E-mail"), (), lambda _text: ("", ""))
        self.wishes = {kind: CheckRow(around.theme, self._wish(kind)) for kind in ASKED}
        self.confirmed = CheckRow(around.theme, _("These details were confirmed today"))
        self._lay_out_fields()
        for key, field in self.book.fields.items():
            self.add(f"contact.{key}", field)
        self.add("wish.hours", self.book.fields["to_hour"])
        self._show(typed_person(card.form, card.wishes))
        for rows in (self.phones, self.emails):
            rows.edited.connect(self.refit)
        self.open_at(self.book.fields["name"])

    def _lay_out_fields(self) -> None:
        _, book, language = words(self.around.language).gettext, self.book, self.around.language
        self.body.setSpacing(SPACE.l)
        who = ColumnGrid(2, gap=SPACE.l, row_gap=SPACE.l)
        who.add(
            book.line("name", _("Name")),
            book.line("role", _("Role")),
            book.choice("authority", _("What they may decide"), say.authorities(language)),
            book.choice("discuss", _("The account"), say.discussions(language)),
        )
        met = ColumnGrid(2, gap=SPACE.l, row_gap=SPACE.l)
        met.add(
            book.choice("channel", _("Likes to be approached"), say.channels(language)),
            book.line("best_time", _("Best time"), _("mornings")),
            book.line("from_hour", _("Only from"), "09:00"),
            book.line("to_hour", _("To"), "17:00"),
        )
        wishes = ColumnGrid(len(ASKED), gap=SPACE.l)
        wishes.add(*self.wishes.values())
        asked = QVBoxLayout()
        asked.setSpacing(SPACE.xs)
        asked.addWidget(Paragraph(self.around.theme, _("They wish"), Type.SMALL_MEDIUM, Ink.MUTED))
        asked.addWidget(wishes)
        notes = book.text("notes", _("Notes"))
        self.put(who, self.phones, self.emails, met, asked, notes, self.confirmed)

    def _wish(self, kind: WishKind) -> str:
        return wish_words(Wish(0, 0, None, self._today, kind, ""), self.around.language)

    @property
    def _today(self) -> date:
        return self._brief.as_at

    # ------------------------------------------------------------- what it holds
    def _show(self, typed: TypedPerson) -> None:
        names = self.book.values()
        self.book.show({name: getattr(typed, name) for name in names})
        self.phones.show_values(typed.phones)
        self.emails.show_values([(address, "") for address in typed.emails])
        for kind, row in self.wishes.items():
            row.setChecked(kind in typed.wishes)

    def typed(self) -> TypedPerson:
        """Return everything as it is typed."""
        return TypedPerson(
            **self.book.values(),
            phones=self.phones.values(),
            emails=tuple(address for address, _ in self.emails.values()),
            wishes=frozenset(kind for kind, row in self.wishes.items() if row.isChecked()),
            confirmed=self.confirmed.isChecked(),
        )

    def _about_number(self, text: str) -> tuple[str, str]:
        """Say how a number is dialled, or that the country gives out no such number."""
        if not any(map(str.isdigit, text)):
            return "", ""
        country = self._brief.customer.country
        found = telephone(text, country)
        if found.valid:
            return found.international, ""
        odd = Doubt("phones", Odd.NO_SUCH_NUMBER, text.strip(), example_number(country))
        return "", doubt_words(odd, self.around.language)

    # ------------------------------------------------------------- saving
    def on_verb(self) -> None:
        """Save the person with what they wish."""
        typed = self.typed()
        try:
            wishes = changed_wishes(typed, self._card.wishes, self.around.locale)
        except UserError as error:
            self.refuse(error)
            return
        form = form_of(typed, self._card.form, self._today)
        save = self.around.program.contacts_editing.save
        self.submit(partial(save, self._brief.customer.code, form, wishes), self._on_saved)

    def refuse(self, error: UserError) -> None:
        """A number or an address stands on a line of several."""
        rows = {"contact.phone": self.phones, "contact.email": self.emails}
        wrong = rows.get(str(error.facts.get("field", "")))
        if wrong is None:
            super().refuse(error)
            return
        said = problem_words(error, self.around.language, self.around.locale)
        wrong.refuse(str(error.facts.get("found", "")), said)
        self.refit()

    def _on_saved(self, saved: Saved) -> None:
        self._saved(self.typed().name.strip(), saved.touched)
