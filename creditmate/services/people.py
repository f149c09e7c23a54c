"""Our people: who they are, who is at work at this computer, and who covers for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from creditmate.db import our_people as people
from creditmate.db.business import ledger_uid
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.cover import overlapping, whose_work
from creditmate.domain.email_syntax import is_email
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.our_people import CoverEntry, CoverRow, StaffEntry, StaffRow, initials_of
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.typed_texts import one_line, some_lines
from creditmate.system.preferences import remember_working_as, worked_as

_TOUCHED = Touched.SETTINGS
_LONGEST, _LONGEST_TEXT = 120, 1000


class People:
    """Our people. Their days and customers follow from ``domain.cover``."""

    def __init__(self, gateway: Gateway, clock: Clock, os_user: str) -> None:
        self._gateway = gateway
        self._clock = clock
        self._os_user = os_user

    # ------------------------------------------------------------- who they are
    def staff(self, *, with_archived: bool = False) -> list[StaffRow]:
        """Return our people in the order in which they were entered, with their customers."""
        return people.our_people(with_archived=with_archived)

    def add(self, entry: StaffEntry) -> Saved:
        """Add one of our people.

        Raises:
            UserError: ``FIELD_REFUSED``.
        """
        values = self._checked(entry)
        with self._gateway.write("add-staff") as writing:
            made = people.add_staff(writing, values)
        return Saved(made, _TOUCHED)

    def edit(self, id_: int, version: int, entry: StaffEntry) -> Touched:
        """Change what is known of one of our people.

        Raises:
            UserError: ``FIELD_REFUSED``, ``UNKNOWN_STAFF``, ``CHANGED_MEANWHILE``.
        """
        _require(id_)
        values = self._checked(entry, but=id_)
        with self._gateway.write("edit-staff") as writing:
            people.edit_staff(writing, id_, version, values)
        return _TOUCHED

    def archive(self, id_: int, version: int) -> Touched:
        """Put somebody aside who has left: their past work keeps their name.

        Raises:
            UserError: ``FIELD_REFUSED`` while customers are theirs, or they stand in for
                somebody; ``CHANGED_MEANWHILE``.
        """
        row, today = _require(id_), self._clock.today
        if row.customers:
            raise refused("staff.archive", Why.STILL_OWNS, count=row.customers)
        for cover in people.covers():
            if cover.by_staff_id == id_ and cover.to_day >= today:
                away = _require(cover.staff_id).name
                raise refused("staff.archive", Why.STILL_COVERS, by=away, to_day=cover.to_day)
        with self._gateway.write("archive-staff") as writing:
            people.edit_staff(writing, id_, version, {"archived_day": self._clock.today})
        if self._gateway.working_as == id_:
            self.work_as(None)
        return _TOUCHED

    def restore(self, id_: int, version: int) -> Touched:
        """Take somebody back who was put aside.

        Raises:
            UserError: ``UNKNOWN_STAFF``, ``CHANGED_MEANWHILE``; ``FIELD_REFUSED`` where somebody
                else has got their login since.
        """
        _check_login(_require(id_).os_login, but=id_)
        with self._gateway.write("restore-staff") as writing:
            people.edit_staff(writing, id_, version, {"archived_day": None})
        return _TOUCHED

    def give_customers(self, from_id: int, to_id: int | None) -> Touched:
        """Give all customers of one person to another, or to nobody.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        _require(from_id)
        if to_id is not None:
            _require_here(to_id)
        with self._gateway.write("give-customers") as writing:
            for customer, version in people.owned_by(from_id):
                people.give_customer(writing, customer, version, to_id)
        return _TOUCHED | Touched.CUSTOMERS

    # ------------------------------------------------------------- who is at work
    def recognise(self) -> StaffRow | None:
        """Work as whoever is known to sit here: chosen before, else by the computer's login.

        For the ledger just opened; nobody where nothing says who it is.
        """
        here = people.our_people()
        chosen = worked_as(ledger_uid())
        found = next((row for row in here if row.id == chosen), None)
        if found is None and self._os_user:
            wanted = self._os_user.casefold()
            found = next((row for row in here if row.os_login.casefold() == wanted), None)
        self._gateway.work_as(None if found is None else found.id)
        return found

    def working_as(self) -> StaffRow | None:
        """Return who is at work."""
        id_ = self._gateway.working_as
        return None if id_ is None else people.staff_row(id_)

    def work_as(self, id_: int | None) -> Touched:
        """Work as somebody from now on; this computer remembers it for this ledger.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        if id_ is not None:
            _require_here(id_)
        self._gateway.work_as(id_)
        remember_working_as(ledger_uid(), id_)
        return _TOUCHED

    # ------------------------------------------------------------- cover
    def covers(self) -> list[CoverRow]:
        """Return every cover, past ones too, the latest first."""
        return people.covers()

    def add_cover(self, entry: CoverEntry) -> Saved:
        """Let somebody stand in for somebody from one day to another.

        Raises:
            UserError: ``FIELD_REFUSED``, ``UNKNOWN_STAFF``.
        """
        values = self._cover_checked(entry)
        with self._gateway.write("add-cover") as writing:
            made = people.add_cover(writing, values)
        return Saved(made, _TOUCHED)

    def edit_cover(self, id_: int, version: int, entry: CoverEntry) -> Touched:
        """Change a cover: its days, or who stands in.

        Raises:
            UserError: ``FIELD_REFUSED``, ``UNKNOWN_STAFF``, ``CHANGED_MEANWHILE``.
        """
        if not any(row.id == id_ for row in people.covers()):
            raise UserError(Problem.CHANGED_MEANWHILE, entity="cover", id=id_)
        values = self._cover_checked(entry, but=id_)
        with self._gateway.write("edit-cover") as writing:
            people.edit_cover(writing, id_, version, values)
        return _TOUCHED

    def drop_cover(self, id_: int, version: int) -> Touched:
        """Take a cover back.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        with self._gateway.write("drop-cover") as writing:
            people.edit_cover(writing, id_, version, {"archived_day": self._clock.today})
        return _TOUCHED

    def whose_work(self, staff: int, day: date) -> frozenset[int]:
        """Return whose customers a person looks after on a day: own and covered (``is_mine``)."""
        everybody = [row.id for row in people.our_people(with_archived=True)]
        return frozenset(whose_work(staff, everybody, people.cover_rules(day), day))

    def owners(self, customers: Sequence[int]) -> Mapping[int, int]:
        """Return who looks after each of these customers; those of nobody are left out."""
        return people.owners(customers)

    # ------------------------------------------------------------- checks
    def _checked(self, entry: StaffEntry, but: int | None = None) -> dict[str, str]:
        values = {name: _text(name, str(value)) for name, value in asdict(entry).items()}
        if values["email"] and not is_email(values["email"]):
            raise refused("staff.email", Why.NOT_AN_EMAIL, found=values["email"])
        _check_login(values["os_login"], but)
        values["initials"] = values["initials"] or initials_of(values["name"])
        return values

    def _cover_checked(self, entry: CoverEntry, but: int | None = None) -> dict[str, object]:
        _require_here(entry.staff_id)
        _require_here(entry.by_staff_id)
        note = some_lines("cover.note", entry.note, _LONGEST_TEXT)
        if entry.staff_id == entry.by_staff_id:
            raise refused("cover.by", Why.HIMSELF)
        if entry.to_day < entry.from_day:
            raise refused("cover.days", Why.DAYS_TURNED)
        wanted = CoverRow(0, 0, **{**asdict(entry), "note": note})
        rows = [row for row in people.covers() if row.id != but]
        met = overlapping(wanted.rule, (row.rule for row in rows))
        if met is not None:
            by = _require(met.by).name
            raise refused("cover.days", Why.OVERLAPS, by=by, from_day=met.from_day,
                          to_day=met.to_day)  # fmt: skip
        return {**asdict(entry), "note": note}


def _require(id_: int) -> StaffRow:
    row = people.staff_row(id_)
    if row is None:
        raise UserError(Problem.UNKNOWN_STAFF, id=id_)
    return row


def _require_here(id_: int) -> StaffRow:
    """One of our people who has not left: nothing new is given to others."""
    row = _require(id_)
    if row.archived_day is not None:
        raise UserError(Problem.UNKNOWN_STAFF, id=id_)
    return row


def _check_login(login: str, but: int | None) -> None:
    """Two people with one login could not be told apart at the computer."""
    wanted = login.casefold()
    for row in people.our_people():
        if wanted and row.id != but and row.os_login.casefold() == wanted:
            raise refused("staff.os_login", Why.TAKEN, found=login, by=row.name)


def _text(name: str, text: str) -> str:
    field = f"staff.{name}"
    if name == "signature":
        return some_lines(field, text, _LONGEST_TEXT)
    return one_line(field, text, _LONGEST, required=name == "name")
