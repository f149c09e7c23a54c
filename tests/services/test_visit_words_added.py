"""Words of ours that come to a visit besides its plan and its report: none of them goes out.

The entry of the diary whose place it took, why they are left in peace, a report half typed, a way
on which only a deputy was met, and all that is added to a report.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.feeling import Mood
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_report import (
    Came,
    Commitment,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
)
from creditmate.domain.visits import Side, VisitEventKind
from creditmate.services.calls import NewFile
from creditmate.services.decision_entries import HoldEntry
from creditmate.services.decisions import Decisions
from creditmate.services.diary import Diary, NewEntry, What
from creditmate.services.visit_additions import Addition, Said
from creditmate.services.visit_drafts import VisitDrafts
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import NotMet, ReportFile
from tests.services.invoice_desk import Desk
from tests.services.test_visit_words_kept import OURS_ALONE, every_word_kept, thanks
from tests.services.visit_paper_desk import FIRST, SECOND, VISIT_DAY, VisitDesk, text_of_mail

AGAIN = date(2026, 12, 8)
ON_THE_WAY = (
    "ZQXENTRY", "ZQXHOLD", "ZQXHALFTYPED", "ZQXDEPUTYMET", "ZQXDEPUTYSAID", "ZQXCALLEDOFF",
)  # fmt: skip
ADDED = (
    "ZQXALSOSAID", "ZQXALSOCOMES", "ZQXALSOLIKED", "ZQXALSOPLAN", "ZQXALSOQUERY", "ZQXALSOPROOF",
    "ZQXALSOSEEN", "ZQXALSOPAPER", "ZQXALSOISSUE", "ZQXALSOREVIEW", "ZQXALSOFILE",
)  # fmt: skip
COST = "24,680.13"


@pytest.fixture
def visiting(desk: Desk) -> VisitDesk:
    found = VisitDesk(desk)
    found.set_up()
    return found


def nothing_of_ours(outside: list[str]) -> None:
    assert outside
    for text in outside:
        assert "ZQX" not in text
        for words in (*OURS_ALONE, COST, COST.replace(",", "")):
            assert words not in text.casefold()


def test_no_word_of_a_way_in_vain_goes_out(visiting: VisitDesk) -> None:
    desk, number, file = visiting.desk, visiting.number, visit_file(visiting.number)
    visiting.visits.cancel(number, "it is planned anew")
    diary = Diary(desk.gateway, desk.clock)
    put = diary.add(NewEntry("ACME", VISIT_DAY, What.VISIT, note="ZQXENTRY"))
    visiting.visits.plan("ACME", replace(visiting.plan(FIRST), entry=put.id))
    stops = frozenset({Stop.STEPS})
    hold = HoldEntry(HoldKind.OURS, desk.clock.today, stops, reason="ZQXHOLD")
    Decisions(desk.gateway, desk.clock).hold("ACME", hold)
    again = visiting.visits.of_customer("ACME", desk.clock.today)[-1].number
    assert again != file.visit.number
    first = visiting.issuing.issue(again)
    outside = [text_of_mail(visiting.mail.message(again, first))]
    visiting.mail.sent(again, first)
    visiting.on(VISIT_DAY)
    moment = datetime(2026, 12, 3, 12, tzinfo=UTC)
    VisitDrafts(desk.clock).save(again, moment, {"talk.notes": "ZQXHALFTYPED"})
    met = NotMet(VisitEventKind.DEPUTY, "ZQXDEPUTYMET", "ZQXDEPUTYSAID", again=(AGAIN, time(9)))
    visiting.reports.not_met(again, met)
    second = visiting.issuing.issue(again)
    assert second.agenda.replaces is not None
    outside.append(text_of_mail(visiting.mail.message(again, second)))
    visiting.mail.sent(again, second)
    visiting.visits.cancel(again, "ZQXCALLEDOFF")
    outside += [
        text_of_mail(visiting.mail.called_off(again)),
        visiting.mail.entry(again).ics.decode().replace("\r\n ", ""),
    ]
    nothing_of_ours(outside)
    assert every_word_kept(ON_THE_WAY)


def test_no_word_that_is_added_to_a_report_goes_out(visiting: VisitDesk) -> None:
    desk, number = visiting.desk, visiting.number
    visiting.report()
    entries = [desk.detail(one).parts[0].entry_id for one in (FIRST, SECOND)]
    file = visit_file(number)
    (short, *_others), (_note, accounts) = file.visit.issues, file.visit.requests
    query = NewDispute(
        (Questioned(entries[1], Money(1_000, "GBP")),), DisputeReason.QUALITY,
        evidence="ZQXALSOPROOF", note="ZQXALSOQUERY",
    )  # fmt: skip
    said = Said(
        note="ZQXALSOSAID",
        commitments=(Commitment(Side.OURS, date(2026, 12, 11), "We count the lengths again"),),
        plan=PlanTerms(first=date(2026, 12, 15), parts=3, because="ZQXALSOPLAN"),
        queries=(query,),
        opportunity="ZQXALSOCOMES",
        feedback="ZQXALSOLIKED",
    )
    findings = Findings(
        (IssueOutcome(short.id, IssueResult.NONE, "ZQXALSOISSUE"),),
        (RequestOutcome(accounts.id, Came.REFUSED, note="ZQXALSOPAPER"),),
        tuple(Observation(topic, Seen.WORSE, "ZQXALSOSEEN") for topic in Topic),
        Review(
            LimitView.LATER, RiskView.LESS, Mood.ANGRY, 1, 160, 440, Money(2_468_013, "GBP"),
            "ZQXALSOREVIEW",
        ),
    )  # fmt: skip
    before = list(thanks(visiting))
    paper = ReportFile(NewFile("ZQXALSOFILE.png", b"\x89PNG\r\n\x1a\n"))
    visiting.reports.add(number, Addition(findings, (paper,), said))
    after = list(thanks(visiting))
    assert "We count the lengths again" in after[0]
    assert "We count the lengths again" not in before[0]
    nothing_of_ours([*before, *after])
    assert every_word_kept(ADDED)
