"""Sending somebody who cannot pay the sheet that says where to find help."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.contact_channels import Way
from creditmate.domain.help_sheets import HelpSheet
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import way_title
from creditmate.services.customers import Brief
from creditmate.services.help_sheets import SentSheet
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_ASK_AFTER = timedelta(days=14)


class HelpSheetDialog(EditDialog):
    """The sheet as it is sent, to whom, how, when we ask again, and whether they have peace."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        sheet: HelpSheet,
        then: Callable[[SentSheet], object],
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._then_tell = brief, then
        title = _("Help sheet for {name}").format(name=brief.customer.name)
        super().__init__(around, window, title, _("It is sent"), width=SIZES.bug_dialog)
        theme = around.theme
        self.put(Paragraph(theme, sheet.title, Type.BODY_STRONG))
        self.put(Paragraph(theme, sheet.wording, Type.BODY, Ink.MUTED))
        if sheet.is_as_shipped:
            warned = _("These names and numbers came with the program: check them, or edit the"
                       " sheet in the settings.")  # fmt: skip
            self.put(Paragraph(theme, warned, Type.SMALL_MEDIUM, Ink.WARNING))
        self.to_whom = Field(theme, _("To whom"), LineInput(theme, ""))
        if brief.person is not None:
            self.to_whom.input.setText(brief.person.name)
        self.way = Field(theme, _("How"), Choice(theme, ""))
        for way in (Way.LETTER, Way.EMAIL):
            self.way.input.addItem(way_title(way, around.language), way.value)
        self.ask_on = DayField(around, _("Ask again on"))
        self.ask_on.show_day(around.program.clock.today + _ASK_AFTER)
        self.hold = CheckRow(theme, _("Leave them in peace meanwhile: hardship"))
        self.add("help_sheet.to_whom", self.to_whom)
        self.add("help_sheet.follow_up", self.ask_on)
        row = ColumnGrid(3, gap=SPACE.l)
        row.add(self.to_whom, self.way, self.ask_on)
        self.put(row, self.hold)
        self.open_at(self.to_whom)

    def on_verb(self) -> None:
        """Put down that it was sent."""
        self.clear()
        day, is_read = self.ask_on.read_or_refuse()
        if not is_read:
            return
        if day is None:
            self.ask_on.refuse(words(self.around.language).gettext("Say on which day."))
            self.ask_on.setFocus()
            return
        program, code = self.around.program, self._brief.customer.code
        way, to_whom = Way(str(self.way.input.currentData())), self.to_whom.input.text()
        send, peace = program.help_sheets.send, self.hold.isChecked()
        self.submit(partial(send, code, to_whom, day, way=way, in_peace=peace), self._then_tell)
