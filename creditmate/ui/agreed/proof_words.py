"""A customer's terms in words: the answer in one look, and each step that led to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from creditmate.domain.acceptance import Acceptance, Sent
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.terms_standing import Standing, State
from creditmate.i18n.agreed_words import (
    accepted_words,
    clause_names,
    sent_words,
    state_words,
    version_words,
)
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, money
from creditmate.i18n.interest_law_words import missing_words
from creditmate.i18n.interest_words import because_words, fixed_words, ground_words, rate_words
from creditmate.services.acceptances import CustomerTerms
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink


@dataclass(frozen=True, slots=True)
class ProofWords:
    """Makes the words, for a language and a locale."""

    found: CustomerTerms
    language: str
    locale: str

    def sign(self) -> tuple[Glyph, Ink, str]:
        """Return how it stands: a sign and words, so that colour is not the only sign."""
        standing = self.found.standing
        said = state_words(standing.state, self.language)
        if standing.state is State.GOOD:
            return Glyph.DONE, Ink.POSITIVE, said
        return Glyph.ALERT, Ink.WARNING, said

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield which terms, accepted by whom, when and how, and what is missing."""
        _, standing = words(self.language).gettext, self.found.standing
        governs = standing.governing
        if governs is not None:
            version = version_words(governs.version, self.language, self.locale)
            yield _("Terms"), version
            yield _("Accepted"), self.accepted(governs.proof)
            yield _("Agreed to by name"), clause_names(governs.clauses, self.language)
        if governs is not None and governs.by_conduct:
            yield _("How good it is"), self.weak()
        elif governs is not None and not (governs.proof.files or governs.proof.reference):
            yield _("Proof"), _("No paper is kept with it, and no reference.")
        elif governs is None and self.found.library:
            yield _("Terms"), self._nothing()
        yield from self._missing(standing)

    def _nothing(self) -> str:
        """Return that nothing is proved, and which version could be."""
        _ = words(self.language).gettext
        said = _("Nothing shows which terms they agreed to.")
        if self.found.to_send is None or self.found.standing.awaited is not None:
            return said
        version = version_words(self.found.to_send, self.language, self.locale)
        return f"{said} " + _("{version} can be sent to them.").format(version=version)

    def _missing(self, standing: Standing) -> Iterator[tuple[str, str]]:
        _ = words(self.language).gettext
        if standing.newer is not None:
            version = version_words(standing.newer, self.language, self.locale)
            said = _("{version} is in effect and was not accepted yet.").format(version=version)
            yield _("Newer"), said
        if standing.to_come is not None:
            version = version_words(standing.to_come.version, self.language, self.locale)
            yield _("Accepted already"), version
        if standing.awaited is not None:
            yield _("Not returned"), self.sent(standing.awaited)

    def weak(self) -> str:
        """Return what conduct is worth."""
        return words(self.language).gettext(
            "Weak: they went on buying, and nothing else shows that they agreed. No clause on"
            " interest or costs is proved."
        )

    def charges(self, facts: ChargeFacts) -> str:
        """Return what may be charged for paying late, and on what ground."""
        parts = [ground_words(facts.basis, self.language, self.locale)]
        if facts.missing is not None:
            parts.append(missing_words(facts.missing, self.language, self.locale))
        elif facts.percent is not None:
            scheme = facts.basis.scheme
            parts.append(rate_words(facts.percent, scheme, self.language, self.locale))
        parts.append(because_words(facts.basis, self.language, self.locale))
        parts.append(fixed_words(facts.basis, self.language))
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)

    def came_up(self, facts: ChargeFacts) -> str:
        """Return what came up for paying late and nobody has decided yet; '' where nothing did."""
        _, said = words(self.language).gettext, []
        for text, amounts in (
            (_("{amount} on what is unpaid"), facts.open),
            (_("{amount} on what was paid late"), facts.paid),
        ):
            figures = ", ".join(apart(money(one, self.locale, symbol=True)) for one in amounts)
            said += [text.format(amount=figures)] if amounts else []
        if said and facts.stopped is not None:
            said.append(_("stopped at present"))
        return "; ".join(said)

    def accepted(self, one: Acceptance) -> str:
        """Return who accepted, as what, when, how, and by whose acceptance."""
        _ = words(self.language).gettext
        said = accepted_words(one, self.language, self.locale, self.found.as_at)
        if self.found.is_inherited(one):
            said = _("{what}, by the head office").format(what=said)
        if one.reference:
            said = _("{what}, reference {reference}").format(what=said, reference=one.reference)
        return said

    def sent(self, one: Sent) -> str:
        """Return when and how terms were sent, and when to ask for them."""
        _ = words(self.language).gettext
        said = sent_words(one, self.language, self.locale, self.found.as_at)
        if one.follow_up is None:
            return said
        day = day_in_note(one.follow_up, self.locale, self.found.as_at)
        return _("{what}; ask for it on {day}").format(what=said, day=day)
