"""The sections of a report, and what is told in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.visit_observations import Topic
from creditmate.domain.visit_report import Commitment, Findings, IssueOutcome, RequestOutcome
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.visit_report_words import course_words
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.kit.field import Field
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.report_commitments import CommitmentRows
from creditmate.ui.visits.report_cost import ReportCost
from creditmate.ui.visits.report_far import ReportFar, TypedDay, typed_day
from creditmate.ui.visits.report_files import Chosen, ChosenFiles
from creditmate.ui.visits.report_issues import issue_rows
from creditmate.ui.visits.report_more import ReportMore
from creditmate.ui.visits.report_papers import paper_rows
from creditmate.ui.visits.report_plan import ReportPlan
from creditmate.ui.visits.report_promises import PromiseDoubts
from creditmate.ui.visits.report_query import Asked, ReportQueries
from creditmate.ui.visits.report_review import ReportReview
from creditmate.ui.visits.report_section import ReportSection
from creditmate.ui.visits.report_state import ReportOn
from creditmate.ui.visits.report_talk import ReportTalk
from creditmate.ui.visits.report_topics import TopicRow, last_seen
from creditmate.ui.visits.report_values import ReportValues, Value

Told = TypeVar("Told")
Read = Callable[[], tuple[Told, bool]]
"""Reads a part, and says whether it could be understood; if not, the part has said so itself."""


class Kept(Protocol):
    """A part whose fields are kept as they are typed."""

    def be_known(self, values: ReportValues) -> None:
        """Tell them by their names."""


@dataclass(frozen=True, slots=True)
class Paid:
    """What each side will do: they pay, they do something else, we do something."""

    pay: CommitmentRows
    theirs: CommitmentRows
    ours: CommitmentRows


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed on a visit: what each side will do, a plan, and queries with their files."""

    commitments: tuple[Commitment, ...] = ()
    plan: PlanTerms | None = None
    queries: tuple[Asked, ...] = ()


class ReportParts(QObject):
    """Makes the sections that a visit's report has; of one that is added to all but its talk.

    Attributes:
        values: What stands in all of them.
        sections: By name, in their order.
        issues: What came of each issue.
        papers: What became of what they were asked to have ready.
        others: Files that came besides.
        topics: What was seen.
        paid: What each side will do.
        plan: A plan that was agreed; None where nothing is open, as ``query``.
        query: What they query, one for each issue if need be.
        review: What we make of it.
        cost: What it took.
        more: What was said besides; None of a report that is told at first.
    """

    def __init__(
        self, around: Surroundings, on: ReportOn, parent: QObject, talk: ReportTalk | None
    ) -> None:
        """Make them; without a ``talk`` a report is added to that was told before."""
        super().__init__(parent)
        self._around, self._on, self._talk = around, on, talk
        self._ = words(around.language).gettext
        file = on.page.file
        self.values, self._far = ReportValues(self), ReportFar(around)
        self.sections: dict[str, ReportSection] = {}
        visit, inner = file.visit, file.inner.issues
        self.issues = issue_rows(around, visit.issues, inner, on.results)
        self.papers = paper_rows(around, visit.requests, on.papers)
        self.others = ChosenFiles(around, self._("Attach a file…"))
        adding = on.told is not None
        seen = {one.topic: one for one in on.findings.observations}
        self.topics = [
            TopicRow(around, one, last_seen(on.before, one, adding=adding), seen.get(one))
            for one in Topic
        ]
        self.more = ReportMore(around) if adding else None
        currencies = [one.currency for one in on.owed] or [on.currency]
        self.paid = self._make_paid(currencies)
        has_open = any(row.due_day is not None for row in on.brief.entries)
        self.plan = ReportPlan(around, on.brief) if has_open else None
        self.query = ReportQueries(around, on.brief, on.people) if has_open else None
        currency = on.brief.customer.currency
        self.review = ReportReview(
            around, currency, on.limit, may_ask=on.may_ask, decides=not adding
        )
        self.cost = ReportCost(around, on.page, on.findings.review if adding else None)
        self._make_sections()
        self._be_known()
        self.values.edited.connect(self.say)
        self.say()

    def _make_paid(self, currencies: Sequence[str]) -> Paid:
        _, around, values = self._, self._around, self.values
        pay = (_("They pay"), _("They pay as well"))
        theirs = (_("What else they will do"), _("And they will"))
        ours = (_("What we will do"), _("And we will"))
        doubts = PromiseDoubts(
            around, self._on.owed, self._on.account, self._on.promised, lambda: self._agreed
        )
        return Paid(
            CommitmentRows(around, values, "pay", pay, Side.THEIRS, currencies, doubts),
            CommitmentRows(around, values, "theirs", theirs, Side.THEIRS),
            CommitmentRows(around, values, "ours", ours, Side.OURS),
        )

    def _make_sections(self) -> None:
        _, talk, paid = self._, self._talk, self.paid
        if self.issues:
            self._section("issues", _("What came of each issue"), *self.issues)
        if self.more is not None:
            self._section("said", _("What else was said"), self.more)
        title = _("What each side will do")
        self._section("paid", title, paid.pay, paid.theirs, paid.ours)
        others = Field(self._around.theme, _("What came besides"), self.others, echoes=False)
        self._section("papers", _("Papers"), *self.papers, others)
        if self.plan is not None and self.query is not None:
            self._section("plan", _("A payment plan"), self.plan)
            self._section("query", _("Queries of theirs"), self.query)
        self._section("seen", _("What you saw, for us only"), *self.topics)
        besides = [] if talk is None else [talk.opportunity, talk.feedback]
        self._section("review", _("What you make of it, for us only"), self.review, *besides)
        self._section("cost", _("What it took, for us only"), self.cost)
        opened = ("issues", "paid") if talk is not None else ()
        for name in (*opened, *(("papers",) if self.papers else ())):
            if name in self.sections:
                self.sections[name].unfold()

    def _section(self, name: str, title: str, *parts: QWidget) -> None:
        self.sections[name] = ReportSection(self._around, title, *parts)

    def _be_known(self) -> None:
        parts: list[Kept] = [
            *self.issues, *self.papers, *self.topics, self.review, self.cost,
        ]  # fmt: skip
        more = (self._talk, self.more, self.plan, self.query)
        parts += [part for part in more if part is not None]
        for part in parts:
            part.be_known(self.values)
        self.others.be_known(self.values, "others")
        self.values.know_as("opened", Value(self._opened, self._open))

    # ------------------------------------------------------------- what is told
    @property
    def chosen(self) -> list[Chosen]:
        """The files that were chosen."""
        papers = [one for row in self.papers for one in row.chosen]
        return [*papers, *((path, None) for path in self.others.paths)]

    def findings(self) -> Findings | None:
        """Return what is told; None where something cannot be understood, which is said there."""
        results, fits = self.within("issues", self._results)
        papers, papers_fit = self.within("papers", self._papers) if fits else ((), False)
        if not papers_fit:
            return None
        review, is_read = self.within("cost", lambda: self.cost.read(self.review.told))
        if not is_read:
            return None
        seen = tuple(told for row in self.topics if (told := row.told) is not None)
        return Findings(results, papers, seen, review)

    def commitments(self) -> tuple[tuple[Commitment, ...], bool]:
        """Return what each side will do, and whether it could be understood."""
        found = list[Commitment]()
        for rows in (self.paid.pay, self.paid.theirs, self.paid.ours):
            told, is_read = self.within("paid", rows.read)
            if not is_read:
                return (), False
            found += told
        return tuple(found), True

    def agreed(self) -> Agreed | None:
        """Return all that was agreed; None where something cannot be understood."""
        commitments, fits = self.commitments()
        plan, plan_fits = self.within("plan", self.plan.read) if self.plan else (None, True)
        if not (fits and plan_fits):
            return None
        queries, fits = self.within("query", self.query.read) if self.query else ((), True)
        if not fits or self._far.is_asked(self._days(plan)):
            return None
        if self.paid.pay.is_asked(self.sections["paid"].unfold):
            return None
        return Agreed(commitments, plan, queries)

    def _days(self, plan: PlanTerms | None) -> list[TypedDay]:
        """Every day that something is put off to, from the top."""
        opens = {name: section.unfold for name, section in self.sections.items()}
        found = list[TypedDay]()
        if self._talk is not None:
            found.append(TypedDay(self._talk.next_day, typed_day(self._talk.next_day)))
        for rows in (self.paid.pay, self.paid.theirs, self.paid.ours):
            found += [TypedDay(field, typed_day(field), opens["paid"]) for field in rows.days]
        for paper in self.papers:
            if paper.is_put_off:
                found.append(TypedDay(paper.by, typed_day(paper.by), opens["papers"]))
        if self.plan is not None and plan is not None:
            day = next(iter(plan.dates), plan.first)
            found.append(TypedDay(self.plan.fields.first, day, opens["plan"]))
        for query in () if self.query is None else self.query.forms:
            if query.is_begun:
                found.append(TypedDay(query.by, typed_day(query.by), opens["query"]))
        return found

    @property
    def _agreed(self) -> PlanDraft | None:
        """The plan that is being agreed; None where nothing of one is typed."""
        return self.plan.draft if self.plan is not None and self.plan.is_begun else None

    def within(self, name: str, read: Read[Told]) -> tuple[Told, bool]:
        """Read a part of a section; where it cannot be understood, it is unfolded and gone to."""
        told, is_read = read()
        section = self.sections.get(name)
        if not is_read and section is not None and not section.is_open:
            section.unfold()
            return read()
        return told, is_read

    def _results(self) -> tuple[tuple[IssueOutcome, ...], bool]:
        for row in self.issues:
            row.clear()
        wanted = self._talk is not None
        fits = all(row.check(wanted=wanted) for row in self.issues)
        return tuple(told for row in self.issues if (told := row.told) is not None), fits

    def _papers(self) -> tuple[tuple[RequestOutcome, ...], bool]:
        found = list[RequestOutcome]()
        for row in self.papers:
            told, is_read = row.read()
            if not is_read:
                return (), False
            found += [] if told is None else [told]
        return tuple(found), True

    # ------------------------------------------------------------- what the heads say
    def say(self) -> None:
        """Say at the head of each section what is told in it."""
        paid, sections = self.paid, self.sections
        if "issues" in sections:
            told = sum(row.told is not None for row in self.issues)
            sections["issues"].say_count(told, len(self.issues) if self._talk else 0)
        if self.more is not None:
            sections["said"].say(self._("Begun") if self.more.told.says_anything else "")
        if "paid" in sections:
            sections["paid"].say_count(paid.pay.told + paid.theirs.told + paid.ours.told)
        papers = sum(row.is_told for row in self.papers)
        sections["papers"].say_count(papers + len(self.others.paths))
        ends = self._("Promises about what it pays end with it") if paid.pay.told else ""
        begun = self._("Begun")
        for name, part, said in (("plan", self.plan, ends), ("query", self.query, "")):
            if part is not None and name in sections:
                sections[name].say((said or begun) if part.is_begun else "")
        if self.query is not None and self.query.begun > 1 and "query" in sections:
            sections["query"].say_count(self.query.begun)
        seen = sum(row.told is not None for row in self.topics)
        sections["seen"].say(self._last_time())
        if seen:
            sections["seen"].say_count(seen, len(self.topics))
        sections["cost"].say(self.cost.sum.text())

    def _last_time(self) -> str:
        before = self._on.before
        if before is None or self._on.told is not None:
            return ""
        day = day_short(before.day, self._around.locale)
        course = course_words(before.course, self._around.language)
        return self._("{day}: {course}").format(day=day, course=course)

    def _opened(self) -> str:
        return " ".join(name for name, section in self.sections.items() if section.is_open)

    def _open(self, text: str) -> None:
        for name, section in self.sections.items():
            section.unfold(name in text.split())
