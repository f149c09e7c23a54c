"""What the dialog of interest to decide says below its table; knows no toolkit."""

from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.interest_fold_words import since_words, small_words, waiting_words
from creditmate.ui.invoices.decide_state import DecideChoice, Heap


class DecideWords:
    """For a language and a locale."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._catalogue = words(language)

    def heaps(self) -> tuple[tuple[Heap, str], ...]:
        """What may be listed, in the order in which it is offered."""
        _ = self._catalogue.gettext
        return (
            (Heap.WORTH, _("Worth deciding")),
            (Heap.SMALL, _("Small")),
            (Heap.ALL, _("All, however old")),
        )

    def sum(self, choice: DecideChoice) -> str:
        """How many are ticked and what they come to; of none, how many there are."""
        ticked, listed = choice.counts
        text = self._catalogue.gettext("{count} of {all} ticked: {amount}.")
        if not ticked:
            text = self._catalogue.ngettext(
                "{all} invoice: {amount}.", "{all} invoices: {amount}.", listed
            )
        if not listed:
            text = self._catalogue.gettext("Nothing of that is to be decided.")
        sums = ", ".join(money(one, self._locale, symbol=True) for one in choice.sums)
        return text.format(
            count=number(ticked, self._locale), all=number(listed, self._locale), amount=sums
        )

    def folded(self, choice: DecideChoice) -> str:
        """What is not listed one by one: small, waiting for a rate, paid long ago."""
        found, said = choice.found, list[str]()
        if found is None:
            return ""
        if choice.heap is Heap.WORTH and found.small:
            how = self._catalogue.gettext("They are under “Small”.")
            said += [small_words(found, self._language, self._locale), how]
        said.append(waiting_words(found, self._language, self._locale))
        said.append(since_words(found.limits, self._language, self._locale))
        return sentences([one for one in said if one])
