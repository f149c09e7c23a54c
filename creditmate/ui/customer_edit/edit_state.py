"""Which customer is edited, what was typed for which, and what a save must know; no toolkit."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.customer_status import Status
from creditmate.services.customer_editing import Begins, EditSheet
from creditmate.ui.customer_edit.edit_says import kept_words
from creditmate.ui.customer_edit.typed_customer import (
    TypedCustomer,
    Understood,
    rebased,
    typed_customer,
    understood,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not saved, and what it was typed upon."""

    base: TypedCustomer
    typed: TypedCustomer


class EditState:
    """One customer at a time; what was typed for the others waits.

    Attributes:
        code: Whose form it is; empty for one to be made.
        sheet: As it was read; None until it has been.
        clashes: Fields that somebody else has changed meanwhile as well.
        code_by_hand: Whether the code was typed, so that none is proposed any more.
    """

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self.code = ""
        self.sheet: EditSheet | None = None
        self.clashes: tuple[str, ...] = ()
        self.code_by_hand = False
        self._base = TypedCustomer()
        self._parked: dict[str, Draft] = {}

    def turn_to(self, code: str, shown: TypedCustomer) -> None:
        """Edit another customer, or one to be made.

        Args:
            code: Whose form it is; empty for one to be made.
            shown: What stands in the fields until the customer was read.
        """
        self.code, self.sheet, self._base = code, None, shown
        self.clashes, self.code_by_hand = (), bool(code)

    def begin(self, sheet: EditSheet, shown: TypedCustomer) -> TypedCustomer:
        """Take a customer as it is now, and return what its fields show.

        That is a draft, if there is one, and what was typed before the customer was read.
        """
        waited = self._base
        self.sheet, self._base = sheet, typed_customer(sheet.form, self._locale)
        draft = self._parked.pop(self.code, None)
        typed = self._base if draft is None else self._upon(draft)
        return typed if shown == waited else rebased(waited, shown, typed)[0]

    @property
    def has_draft(self) -> bool:
        """Whether something was typed for this customer before and waits."""
        return self.code in self._parked

    def park(self, typed: TypedCustomer) -> None:
        """Keep what is typed while another customer is edited."""
        if self.sheet is not None and self.is_dirty(typed):
            self._parked[self.code] = Draft(self._base, typed)
        else:
            self._parked.pop(self.code, None)

    def unsaved(self, typed: TypedCustomer) -> list[str]:
        """Return by name whose forms hold something that is not saved: this one's, and waiting."""
        waiting = [draft.typed.name for code, draft in self._parked.items() if code != self.code]
        dirty = self.sheet is not None and self.is_dirty(typed)
        return [typed.name, *waiting] if dirty else waiting

    def renew(self, sheet: EditSheet, typed: TypedCustomer) -> TypedCustomer:
        """Set what is typed upon what somebody else has saved, and return the fields to show."""
        draft = Draft(self._base, typed)
        self.sheet, self._base = sheet, typed_customer(sheet.form, self._locale)
        return self._upon(draft)

    def forget(self) -> TypedCustomer:
        """Drop what was typed, and return the customer as it was read."""
        self.clashes, self.code_by_hand = (), bool(self.code)
        return self._base

    def is_dirty(self, typed: TypedCustomer) -> bool:
        """Whether anything was typed that is not saved."""
        return typed != self._base

    def theirs(self, field: str) -> str:
        """Return what somebody else has saved in a field that is a text."""
        value = getattr(self._base, field)
        return value if isinstance(value, str) else ""

    def kept(self, typed: TypedCustomer, as_at: date) -> str:
        """Return the payment run in words, where the fields cannot tell it."""
        return kept_words(typed, self._language, self._locale, as_at)

    def read(self, typed: TypedCustomer, today: date) -> Understood | None:
        """Return the form as typed; None before it was read."""
        if self.sheet is None:
            return None
        return understood(typed, self.sheet.form, self._locale, today)

    def begins(self, typed: TypedCustomer, read: Understood) -> Begins | None:
        """Return what is decided about a customer as it is made."""
        if read.form.id:
            return None
        return Begins(Status(typed.status), read.limit)

    def _upon(self, draft: Draft) -> TypedCustomer:
        typed, self.clashes = rebased(draft.base, draft.typed, self._base)
        return typed
