"""The head of a customer's form: back, whose it is, and Save."""

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.theme import Theme


class EditHead(PageHead):
    """Save is the primary action; the tag says that something is not saved yet."""

    def __init__(self, theme: Theme, language: str) -> None:
        self._language = language
        _ = words(language).gettext
        self.discard = Button(theme, _("Cancel"), Kind.QUIET)
        self.save = Button(theme, _("Save"), Kind.PRIMARY, keys=shown_keys("Ctrl+S"))
        super().__init__(theme, language, (self.discard, self.save))

    def show_whose(self, name: str, *, is_new: bool) -> None:
        """Say whose form it is."""
        _ = words(self._language).gettext
        self.show_name(_("New customer") if is_new else name)
        self.save.rename(_("Add the customer") if is_new else _("Save"))

    def show_dirty(self, *, is_dirty: bool) -> None:
        """Say whether something is typed that is not saved."""
        said = words(self._language).gettext("Not saved yet") if is_dirty else ""
        self.show_tag(said, Tone.NEUTRAL)
