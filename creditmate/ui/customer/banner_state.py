"""What was decided about a customer and is said above everything else; knows no toolkit."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from creditmate.domain.claims import UNFOUND, ClaimState
from creditmate.domain.customer_facts import CustomerFacts
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import Hold
from creditmate.i18n.account_words import limit_line, over_words, status_line
from creditmate.i18n.catalogue import words
from creditmate.i18n.payment_words import running_claim_words
from creditmate.i18n.standing_words import hold_words, rest_words
from creditmate.services.customers import Brief
from creditmate.ui.kit.tag import Tone


class Act(Enum):
    """What can be done about it."""

    RESTORE = auto()
    REVIEW = auto()
    STATUS = auto()
    LIMIT = auto()
    LOOK = auto()
    HOLD = auto()


@dataclass(frozen=True, slots=True)
class BannerLine:
    """A decision: how grave, what, and the verb that changes it."""

    tone: Tone
    title: str
    detail: str
    act: Act
    verb: str
    hold: Hold | None = None


_STATUS_TONES = {
    Status.ON_STOP: Tone.DANGER,
    Status.WITH_AGENCY: Tone.WARNING,
    Status.CLOSED: Tone.NEUTRAL,
    Status.WATCH: Tone.WARNING,
    Status.PROSPECT: Tone.NEUTRAL,
}


def banner_lines(brief: Brief, language: str, locale: str) -> list[BannerLine]:
    """Return what stands over a customer's page, the gravest first; nothing as a rule."""
    _, facts = words(language).gettext, brief.facts
    found = []
    if facts.archived:
        said = _("Put away: it stands in no list, with all its history.")
        found.append(BannerLine(Tone.NEUTRAL, said, "", Act.RESTORE, _("Take back")))
    if facts.resting is not None and facts.resting.is_undecided:
        said = rest_words(facts.resting, language, locale, brief.as_at)
        found.append(BannerLine(Tone.WARNING, said, "", Act.HOLD, _("Leave in peace…")))
    found += list(_holds(brief, language, locale))
    found += list(_said_paid(brief, language, locale))
    if facts.status in _STATUS_TONES:
        said = status_line(facts, language, locale, brief.as_at)
        tone = _STATUS_TONES[facts.status]
        found.append(BannerLine(tone, said, "", Act.STATUS, _("Change…")))
    found += list(_limits(facts, language, locale))
    return found


def _holds(brief: Brief, language: str, locale: str) -> Iterator[BannerLine]:
    verb = words(language).gettext("Look at it again…")
    for hold in brief.facts.holds:
        due = hold.review_due(brief.as_at)
        said = hold_words(hold, language, locale, brief.as_at)
        tone = Tone.WARNING if due else Tone.NEUTRAL
        yield BannerLine(tone, said, hold.reason, Act.REVIEW, verb, hold)


def _said_paid(brief: Brief, language: str, locale: str) -> Iterator[BannerLine]:
    """What they say to have paid and is not found: before anybody asks for it again."""
    verb = words(language).gettext("Look for it…")
    for standing in brief.said:
        if standing.state in UNFOUND:
            said, stands = running_claim_words(standing, language, locale, brief.as_at)
            waits = standing.state is ClaimState.WAITING
            tone = Tone.NEUTRAL if waits else Tone.WARNING
            yield BannerLine(tone, f"{said}, {stands}", "", Act.LOOK, verb)


def _limits(facts: CustomerFacts, language: str, locale: str) -> Iterator[BannerLine]:
    _ = words(language).gettext
    use = facts.limit
    if use is not None and use.over is not None:
        said = _("Credit limit {limit}").format(limit=limit_line(use, language, locale))
        yield BannerLine(Tone.WARNING, said, "", Act.LIMIT, _("Change…"))
    group = facts.group_limit
    if group is not None and group.over is not None:
        said = _("The group is over its limit")
        detail = over_words(group, language, locale)
        yield BannerLine(Tone.WARNING, said, detail, Act.LIMIT, _("Change…"))
