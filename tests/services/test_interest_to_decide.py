"""What is listed to be decided on real ledgers, what is folded, and that none of it is lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from creditmate.db import imports
from creditmate.db.connection import execute
from creditmate.db.late_rows import rows_to_decide
from creditmate.domain.errors import UserError
from creditmate.domain.interest_refusals import InterestWhy
from creditmate.domain.interest_worth import ToDecide
from creditmate.domain.kinds import EntryKind
from creditmate.domain.settings import Settings
from creditmate.services.interest_run import InterestRun
from creditmate.services.interest_writing import What
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.settings import BusinessSettings
from tests.builders import a_batch, an_entry
from tests.services.interest_desk import DUE, INVOICED, PAID, InterestDesk, an_interest_desk, gbp
from tests.services.invoice_desk import TODAY

LARGE, SMALL = 1_200_00, 90_00


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[InterestDesk]:
    with an_interest_desk(tmp_path / "desk.creditmate") as found:
        yield found


def paid_late(desk: InterestDesk, number: str, minor: int, on: date = PAID) -> int:
    entry = desk.late(number, minor)
    desk.pay(entry, minor, on)
    return entry


def heaps(found: ToDecide) -> tuple[set[int], set[int]]:
    return {one.debt.entry for one in found.listed}, {one.debt.entry for one in found.small}


def set_limits(desk: InterestDesk, **values: int) -> None:
    service = BusinessSettings(desk.desk.gateway)
    service.save(Settings(**values), service.read().version)  # type: ignore[arg-type]


def test_what_is_below_the_limit_is_folded_paid_or_not(desk: InterestDesk) -> None:
    large, small = paid_late(desk, "A-1", LARGE), paid_late(desk, "A-2", SMALL)
    open_ = desk.late("A-3", SMALL)
    found = desk.interest.to_decide(TODAY)
    assert heaps(found) == ({large}, {small, open_})
    assert found.limits.least == gbp(50_00)
    set_limits(desk, interest_from_minor=0)
    assert heaps(desk.interest.to_decide(TODAY)) == ({large, small, open_}, set())
    set_limits(desk, interest_from_minor=104_78)
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), {large, small, open_})


def test_what_was_paid_long_ago_is_not_looked_at_unless_all_is_wanted(desk: InterestDesk) -> None:
    before = paid_late(desk, "A-1", LARGE, date(2026, 9, 24))
    since = paid_late(desk, "A-2", LARGE, date(2026, 9, 25))
    open_ = desk.late("A-3", LARGE)
    set_limits(desk, interest_days=(TODAY - date(2026, 9, 25)).days)
    assert heaps(desk.interest.to_decide(TODAY)) == ({since, open_}, set())
    assert heaps(desk.interest.to_decide(TODAY, code="ACME")) == ({since, open_}, set())
    assert heaps(desk.interest.to_decide(TODAY, everything=True)) == ({before, since, open_}, set())


def test_many_end_in_one_action_each_with_its_own_event(desk: InterestDesk) -> None:
    small = [paid_late(desk, f"A-{n}", SMALL) for n in range(3)]
    actions = execute("SELECT count(*) FROM action").fetchone()[0]
    done = desk.interest.cancel(small, "Not worth asking for")
    assert execute("SELECT count(*) FROM action").fetchone()[0] == actions + 1
    events = execute("SELECT entry_id, reason FROM interest_event ORDER BY entry_id").fetchall()
    assert [tuple(row) for row in events] == [(id_, "Not worth asking for") for id_ in small]
    assert (done.invoices, done.sums) == (3, (gbp(3 * 42_61),))
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), set())
    desk.interest.undo(done.done.action)
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), set(small))


def test_one_that_is_not_paid_ends_none_of_them(desk: InterestDesk) -> None:
    small, open_ = paid_late(desk, "A-1", SMALL), desk.late("A-2", SMALL)
    with pytest.raises(UserError) as refused:
        desk.interest.cancel([small, open_], "No")
    assert refused.value.facts["why"] == InterestWhy.NOT_PAID
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), {small, open_})


def test_what_ended_is_not_read_again_and_what_is_left_of_it_is(desk: InterestDesk) -> None:
    """A waiver of the interest alone, or of part of the days, leaves something to decide."""
    whole, fixed, early = (paid_late(desk, f"A-{n}", LARGE) for n in range(3))
    desk.interest.cancel([whole], "As ever")
    desk.interest.waive([fixed], TODAY, "Only the interest", What(fixed=False))
    desk.interest.waive([early], TODAY, "Twice", What(interest=False))
    rows = {row[0] for row in rows_to_decide(TODAY, None)}
    assert rows == {fixed, early}
    assert heaps(desk.interest.to_decide(TODAY)) == ({fixed}, {early})


def test_given_up_before_the_end_is_still_read(desk: InterestDesk) -> None:
    entry = paid_late(desk, "A-1", LARGE)
    desk.interest.waive([entry], date(2026, 7, 31), "Up to then")
    (found,) = desk.interest.to_decide(TODAY).everything
    assert (found.debt.entry, found.left.fixed, found.left.interest) == (entry, gbp(0), gbp(22_79))


def test_a_later_part_is_not_asked_for_the_fixed_sum_of_the_first(desk: InterestDesk) -> None:
    """The first part was paid long ago, or ended: the second one does not take its place."""
    row = (desk.customer(), "invoice", "imported", "issued", "books", "A-1", "a-1", 1, INVOICED,
           "", None, "GBP", None, None, 2 * LARGE)  # fmt: skip
    with desk.desk.gateway.write("test") as writing:
        document = imports.add_documents(writing, [(*row, a_batch(writing), 2)])[0]
        first, second = (
            an_entry(writing, desk.customer(), EntryKind.INVOICE, INVOICED, gbp(LARGE), due=due,
                     document=document)
            for due in (DUE, date(2026, 7, 31))
        )  # fmt: skip
    desk.pay(first, LARGE, date(2026, 8, 20))
    desk.pay(second, LARGE, date(2026, 10, 10))
    whole = {one.debt.entry: one.left for one in desk.interest.claimable(TODAY)}
    assert [whole[first].fixed, whole[second].fixed] == [gbp(70_00), gbp(0)]
    set_limits(desk, interest_from_minor=0, interest_days=60)  # from 24 September on
    assert {one.debt.entry: one.left for one in desk.interest.to_decide(TODAY).listed} == whole
    desk.interest.cancel([first], "Let it be")
    left = {one.debt.entry: one.left for one in desk.interest.to_decide(TODAY).listed}
    assert left == {second: whole[second]}


def test_several_are_charged_with_a_note_each_and_written(
    desk: InterestDesk, tmp_path: Path
) -> None:
    entries = [paid_late(desk, "A-1", LARGE), paid_late(desk, "A-2", SMALL)]
    told: list[tuple[int, int]] = []
    run = InterestRun(InvoiceIssue(desk.desk.invoicing, lambda work: work()))
    plans = desk.interest.plan(entries, TODAY)
    run.charge(plans, tmp_path, lambda done, total: told.append((done, total)))
    assert [one.plan.totals.gross for one in run.done] == [gbp(104_77), gbp(42_61)]
    assert run.sums == [gbp(147_38)]
    assert {one.path for one in run.done} == set(tmp_path.glob("*.pdf"))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), set())


def test_a_folder_that_is_gone_loses_no_note(desk: InterestDesk, tmp_path: Path) -> None:
    run = InterestRun(InvoiceIssue(desk.desk.invoicing, lambda work: work()))
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    run.charge(desk.interest.plan([paid_late(desk, "A-1", LARGE)], TODAY), nowhere)
    (one,) = run.done
    assert one.path is None
    assert one.trouble is not None
    assert heaps(desk.interest.to_decide(TODAY)) == (set(), set())
