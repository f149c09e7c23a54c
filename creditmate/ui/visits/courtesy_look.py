"""A gentle look at the sentence that says what a visit is for; nothing is refused for it."""

from creditmate.domain.visit_courtesy import courtesy_hints
from creditmate.i18n.catalogue import words
from creditmate.i18n.harsh_words import harsh_words, our_words
from creditmate.i18n.visit_words import courtesy_words
from creditmate.ui.visits.purpose_box import Looked


class CourtesyLook:
    """Looks at sentences in the language of a customer, and says in ours what to think of.

    Attributes:
        locale: The customer's.
        names: What is written in capitals by right.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self.locale, self.names = language, tuple[str, ...]()

    def __call__(self, text: str) -> Looked:
        """Return what is found."""
        found = courtesy_hints(text, harsh_words(self.locale), self.names, our_words(self.locale))
        if not found:
            return Looked(True, words(self._language).gettext("Courteous, one sentence"))
        return Looked(False, " ".join(courtesy_words(one, self._language) for one in found))
