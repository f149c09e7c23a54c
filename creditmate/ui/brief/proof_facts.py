"""What was accepted, by whom, when and how, and what may therefore be charged, as facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from creditmate.domain.acceptance import Sent
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest_basis import Ground
from creditmate.domain.terms_standing import Standing, State
from creditmate.i18n.agreed_words import accepted_words, sent_words, state_words, version_short
from creditmate.i18n.catalogue import words
from creditmate.i18n.interest_words import because_words, charge_short
from creditmate.ui.brief.brief_facts import Fact
from creditmate.ui.kit.phrase import Run
from creditmate.ui.theme.tokens import Ink


@dataclass(frozen=True, slots=True)
class ProofFacts:
    """Makes the facts, for a language and a locale."""

    as_at: date
    language: str
    locale: str

    def of(self, agreed: Standing | None, charges: ChargeFacts | None) -> list[Fact]:
        """Return them; of terms nothing while there are none that could be accepted."""
        _, found = words(self.language).gettext, []
        if agreed is not None:
            found.append(Fact(_("Accepted"), tuple(self._accepted(agreed))))
            if agreed.awaited is not None:
                found.append(Fact(_("Sent"), tuple(self._sent(agreed.awaited))))
        if charges is not None:
            found.append(Fact(_("May charge"), tuple(self._charges(charges))))
        return found

    def _accepted(self, standing: Standing) -> Iterator[Run]:
        """What governs, and in a word what is weak about it."""
        _, governs = words(self.language).gettext, standing.governing
        if governs is None:
            yield Run(state_words(State.NONE, self.language), Ink.WARNING)
            return
        terms = version_short(governs.version, self.language, self.locale)
        how = accepted_words(governs.proof, self.language, self.locale, self.as_at)
        said, ink = f"{terms}: {how}", Ink.WARNING if governs.by_conduct else Ink.TEXT
        if standing.newer is None:
            yield Run(said, ink)
        else:
            yield Run(_("{what},").format(what=said), ink)
            yield Run(_("an old version"), Ink.WARNING)

    def _sent(self, sent: Sent) -> Iterator[Run]:
        _ = words(self.language).gettext
        terms = version_short(sent.version, self.language, self.locale)
        how = sent_words(sent, self.language, self.locale, self.as_at)
        yield Run(_("{what},").format(what=f"{terms}: {how}"))
        yield Run(_("not returned"), Ink.WARNING)

    def _charges(self, facts: ChargeFacts) -> Iterator[Run]:
        if facts.basis.ground is Ground.NONE:
            yield Run(because_words(facts.basis, self.language, self.locale), Ink.MUTED)
            return
        _ = words(self.language).gettext
        doubts = []
        if facts.missing is not None:
            doubts.append(_("the reference rate has to be entered first"))
        if facts.stopped is not None:
            doubts.append(_("stopped at present"))
        said = charge_short(facts, self.language, self.locale)
        yield Run(_("{what},").format(what=said) if doubts else said)
        if doubts:
            yield Run(", ".join(doubts), Ink.WARNING)
