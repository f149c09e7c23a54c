"""Raising a query outside a call: about what, how much, why, and who of us answers it by when."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.disputes import NewDispute
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import words
from creditmate.services.attachments import read_files
from creditmate.services.customers import Brief
from creditmate.ui.agreements.query_form import QueryForm
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES


class RaiseDialog(TypedDialog):
    """The form of a query over the window.

    Attributes:
        form: Its fields; those that are asked for first are the dialog's own as well.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        people: Sequence[StaffRow],
        told: Told,
        entries: Collection[int] = (),
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        title = _("A query of {name}").format(name=brief.customer.name)
        detail = _("What is under query is not asked for until it is answered; the rest is.")
        wide = SIZES.bug_dialog
        super().__init__(around, window, title, _("Raise it"), detail=detail, width=wide)
        self.form = form = QueryForm(around, brief, people, entries)
        self.items, self.about, self.amount = form.items, form.about, form.amount
        self.reason, self.files = form.reason, form.files
        if brief.person is not None:
            form.by_whom.input.setText(brief.person.name)
        for name, field in form.named().items():
            self.add(name, field)
        self.put(form)
        self.open_at(self.reason if entries else self.about)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        new, _is_read = self.form.read()
        if new is not None:
            paths = tuple(self.form.files.paths)
            self.submit(partial(self._raise, new, paths), self._on_raised)

    def _raise(self, new: NewDispute, paths: Sequence[Path]) -> Done:
        whole = replace(new, files=read_files(paths))
        return self.around.program.disputes.raise_one(self._brief.customer.code, whole)

    def _on_raised(self, done: Done) -> None:
        said = words(self.around.language).gettext("Under query: {name}")
        self._told(said.format(name=self._brief.customer.name), done)
