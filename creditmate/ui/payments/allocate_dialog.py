"""What money is for that is here already: the same sheet as for a new payment."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.proposals import Match
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.payment_entry_words import doubt_words, left_words, why_words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.text import Text
from creditmate.ui.payments.dialogs import Told
from creditmate.ui.payments.sheet import Sheet
from creditmate.ui.payments.sheet_area import SheetArea
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_ROWS = 7


class AllocateDialog(EditDialog):
    """Space ticks, figures correct an amount, Enter sets the money against what is ticked."""

    def __init__(
        self, around: Surroundings, window: QWidget, match: Match, then: Told, currency: str
    ) -> None:
        _ = words(around.language).gettext
        credit = match.credit
        amount = money(credit.open, around.locale, symbol=True)
        title = _("What {amount} of {name} is for").format(amount=amount, name=credit.name)
        super().__init__(around, window, title, _("Match it"), width=SIZES.guide)
        self._match, self._then_tell = match, then
        self.sheet = Sheet()
        self.area = SheetArea(around, self.sheet, currency, titled=False)
        self.area.table.setMinimumHeight(SIZES.table_head + _ROWS * SIZES.table_row)
        self.left = Text(around.theme, "", Type.BODY, Ink.MUTED)
        self.put(self.area, self.left)
        if match.proposal is not None:
            self.sheet.take(match.proposal)
        self.area.table.changed.connect(self._show)
        self.area.table.entered.connect(self.on_verb)
        self._show()

    def on_verb(self) -> None:
        """Set it against what is ticked."""
        credit = self._match.credit
        settings = self.sheet.settings(credit.entry_id, credit.code)
        left = self.sheet.left(credit.code)
        if not settings or (left is not None and left.minor < 0):
            self.area.call_attention()
            return
        said = matched_words(self._match, len(settings), self.around)
        work = partial(self.around.program.allocating.apply, settings)
        self.submit(work, partial(self._then_tell, said))

    def _show(self) -> None:
        language, locale = self.around.language, self.around.locale
        proposal = self._match.proposal
        why = ("", "")
        if proposal is not None and not self.sheet.by_hand:
            why = why_words(proposal, language, locale), doubt_words(proposal, language)
        self.area.show_sheet(why)
        left = self.sheet.left(self._match.credit.code)
        self.left.setText(left_words([left] if left else [], "", language, locale))


def matched_words(match: Match, count: int, around: Surroundings) -> str:
    """Return that money is matched now."""
    text = words(around.language).ngettext(
        "{amount} of {name} matched with {count} item",
        "{amount} of {name} matched with {count} items",
        count,
    )
    amount = money(match.credit.open, around.locale, symbol=True)
    return text.format(amount=amount, name=match.credit.name, count=count)
