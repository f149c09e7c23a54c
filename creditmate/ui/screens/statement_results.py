"""What is told of a run of statements, while it goes on and afterwards."""

from dataclasses import dataclass
from pathlib import Path

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.problems import problem_words
from creditmate.services.statement_run import RunResult


@dataclass(frozen=True, slots=True)
class RunWords:
    """Makes the sentences, for a language and a locale."""

    language: str
    locale: str

    @property
    def saving(self) -> str:
        """While files are written."""
        return words(self.language).gettext("Saving statements")

    @property
    def binding(self) -> str:
        """While one file is made of all."""
        return words(self.language).gettext("Binding statements")

    @property
    def printing(self) -> str:
        """While they are printed."""
        return words(self.language).gettext("Printing statements")

    @property
    def if_stopped(self) -> str:
        """What stopping a run means."""
        return words(self.language).gettext(
            "Stopped now, what is issued keeps its number, and the same run goes on from there"
            " later."
        )

    def saved(self, folder: Path, result: RunResult) -> str:
        """``38 statements saved in Letters.``."""
        count = len(result.issued) - len(result.undelivered)
        text = words(self.language).ngettext(
            "{count} statement saved in {place}.", "{count} statements saved in {place}.", count
        )
        return self._with_again(text.format(count=self._n(count), place=folder.name), result)

    def bound(self, path: Path, result: RunResult) -> str:
        """``38 statements in November.pdf.``."""
        count = len(result.issued)
        text = words(self.language).ngettext(
            "{count} statement in {place}.", "{count} statements in {place}.", count
        )
        return self._with_again(text.format(count=self._n(count), place=path.name), result)

    def printed(self, result: RunResult) -> str:
        """``38 statements sent to the printer.``."""
        count = len(result.issued)
        text = words(self.language).ngettext(
            "{count} statement sent to the printer.",
            "{count} statements sent to the printer.",
            count,
        )
        return self._with_again(text.format(count=self._n(count)), result)

    def stopped(self, delivered: int) -> str:
        """What was done before the run ended early."""
        text = words(self.language).ngettext(
            "Stopped after {count} statement. It keeps its number; the same run goes on from"
            " there.",
            "Stopped after {count} statements. They keep their numbers; the same run goes on from"
            " there.",
            delivered,
        )
        return text.format(count=self._n(delivered))

    def broken(self, delivered: int, error: UserError) -> tuple[str, str]:
        """Return what was done before something went wrong, and what that was."""
        return self.stopped(delivered), problem_words(error, self.language, self.locale)

    def undelivered(self, result: RunResult) -> tuple[str, str]:
        """Return what is said of those that could not be delivered, and why, line by line."""
        count = len(result.undelivered)
        text = words(self.language).ngettext(
            "{count} statement could not be saved. It is issued and keeps its number: save again.",
            "{count} statements could not be saved. They are issued and keep their numbers: save"
            " again.",
            count,
        )
        whys = dict.fromkeys(
            problem_words(row.error, self.language, self.locale) for row in result.undelivered
        )
        return text.format(count=self._n(count)), "\n".join(whys)

    def _with_again(self, said: str, result: RunResult) -> str:
        """Say how many of them had been issued before."""
        before = sum(not row.fresh for row in result.issued)
        if not before:
            return said
        text = words(self.language).ngettext(
            "{count} had been issued before and is the same again.",
            "{count} had been issued before and are the same again.",
            before,
        )
        return f"{said} {text.format(count=self._n(before))}"

    def _n(self, count: int) -> str:
        return number(count, self.locale)
