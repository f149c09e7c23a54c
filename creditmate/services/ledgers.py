"""Making a ledger, opening one, and closing it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from creditmate.db import ledger_file
from creditmate.db.business import business, cash_posted_to
from creditmate.db.connection import close, current_key, is_open, ledger_path, told
from creditmate.db.gateway import Gateway
from creditmate.db.search_index import bring_up_to_date
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.rows import BusinessRow
from creditmate.services.ledger_places import is_read_only, see_place
from creditmate.services.people import People
from creditmate.services.unlocking import Lock, is_protected
from creditmate.system.backup_records import record_of, remember, remember_place
from creditmate.system.computer import Holder, remember_ledger
from creditmate.system.key_places import key_file_first, mend
from creditmate.system.ledger_names import SUFFIX
from creditmate.system.ledger_place import ledger_folder


@dataclass(frozen=True, slots=True)
class NewBusiness:
    """What has to be known of a business to begin its ledger; the letterhead comes later."""

    name: str
    country: str
    currency: str
    locale: str
    zone: str


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """What the window says of the open ledger wherever one is in it.

    ``fingerprint`` names the key of a protected ledger and tells nothing of it; None of an
    unprotected one.
    """

    business: BusinessRow
    posted_to: date | None
    fingerprint: bytes | None

    @property
    def protected(self) -> bool:
        """Whether it has a password."""
        return self.fingerprint is not None


class Ledgers:
    """Opens ledgers on the calling thread, one at a time."""

    def __init__(
        self, gateway: Gateway, clock: Clock, back_up: Callable[[str], object], people: People
    ) -> None:
        self._gateway = gateway
        self._clock = clock
        self._back_up = back_up
        self._people = people
        self._holder: Holder | None = None

    def create(self, path: Path, business: NewBusiness, lock: Lock | None = None) -> None:
        """Make an empty ledger and leave it open.

        Args:
            path: Where it goes.
            business: Whose it is.
            lock: Its key and the passwords to it; None makes an unprotected one.

        Raises:
            UserError: ``LEDGER_EXISTS``, ``PLACE_…``, or that it cannot be written there.
        """
        from creditmate.services.new_ledgers import fill_new  # noqa: PLC0415 - seldom needed

        def fill() -> None:
            with self._gateway.write("new-ledger") as writing:
                fill_new(writing, business)

        self._create(path, fill, lock)

    def create_sample(self, path: Path, lock: Lock | None = None) -> None:
        """Make the sample ledger, dated relative to today, and leave it open.

        It is unprotected as a rule: everything in it is invented.
        """
        from creditmate.services.sample import fill_sample  # noqa: PLC0415 - seldom needed, and big

        def fill() -> None:
            with self._gateway.write("sample") as writing:
                fill_sample(writing, self._clock.today)

        self._create(path, fill, lock)

    def _create(self, path: Path, fill: Callable[[], None], lock: Lock | None) -> None:
        """Make a ledger; its key file stands there first, since without it nobody could open it."""
        from creditmate.services.new_ledgers import make_own_folder  # noqa: PLC0415 - seldom needed

        see_place(path, making=True)
        make_own_folder(path.parent)
        if lock is None:
            ledger_file.create(path, fill)
        else:
            with key_file_first(path, lock.key_file):
                ledger_file.create(path, fill, lock.key)
        self._opened(path)

    def sample(self) -> Path:
        """Return where the sample ledger lies, made now if it is not there yet; none stays open.

        One that a version made which was never released is put aside, for a new one.

        Raises:
            UserError: It cannot be written in the program's own folder.
        """
        from creditmate.services.new_ledgers import make_way  # noqa: PLC0415 - seldom needed

        self.close()
        path = ledger_folder() / f"Sample{SUFFIX}"
        make_way(path)
        if not path.exists():
            self.create_sample(path)
            self.close()
        return path

    def look_at(self, path: Path, key: DataKey | None = None) -> None:
        """See whether another ledger than the one that is open could be opened in its place.

        Raises:
            UserError: As ``open`` does; nothing was touched.
        """
        see_place(path)
        with named_holder(path):
            ledger_file.look_at(path, key)

    def needs_key(self, path: Path) -> bool:
        """Return whether a ledger, which is not the one that is open, is opened by a key only.

        Raises:
            UserError: ``PLACE_…``: it must not lie there; what ``is_protected`` raises.
        """
        see_place(path)
        return is_protected(path)

    def key_of(self, path: Path) -> DataKey | None:
        """Return the key of the ledger at ``path`` if that is the one that is open."""
        with suppress(OSError):  # it is not there
            if is_open() and ledger_path().samefile(path):
                return current_key()
        return None

    def open(self, path: Path, key: DataKey | None = None) -> None:
        """Open a ledger; an older format is brought up to date after a verified backup.

        Args:
            path: The ledger.
            key: What ``unlocking`` gave for it; None for an unprotected one.

        Raises:
            UserError: Each kind of wrong file has its own problem; ``LEDGER_IN_USE`` names the
                holder; ``PLACE_…``: a ledger must not lie there.
        """
        see_place(path)
        with named_holder(path):
            ledger_file.open_existing(path, self._back_up, key=key)
        self._opened(path)

    @contextmanager
    def or_shut(self, path: Path) -> Iterator[None]:
        """Read what is needed to show the ledger that was just opened; else it is shut again.

        Raises:
            UserError: What reading meets, such as ``LEDGER_DAMAGED``; none is open then.
        """
        try:
            with told(path):
                yield
        except BaseException:
            self.close()
            raise

    def facts(self) -> LedgerFacts:
        """Return what is always said of the open ledger."""
        latest = cash_posted_to()
        posted_to = None if latest is None else date.fromisoformat(latest)
        key = current_key()
        return LedgerFacts(business(), posted_to, None if key is None else key.fingerprint)

    @property
    def path(self) -> Path | None:
        """The ledger that is open; None while there is none."""
        return ledger_path() if is_open() else None

    def close(self) -> None:
        """Close the ledger that is open, if any."""
        self._note_left()
        close()
        self._gateway.work_as(None)
        if self._holder is not None:
            self._holder.withdraw()
            self._holder = None

    def _opened(self, path: Path) -> None:
        with self.or_shut(path):
            self._know(path)

    def _know(self, path: Path) -> None:
        self._holder = Holder(path)
        self._holder.announce(self._clock.now().isoformat(timespec="seconds"))
        with suppress(UserError):  # a full disk: nothing hangs on it, and the next opening makes it
            bring_up_to_date()
        if (key := current_key()) is not None:
            mend(path, key.fingerprint)
        self._people.recognise()
        remember_ledger(path)
        standing = None if is_read_only() else ledger_file.standing()
        if standing is not None:
            remember_place(standing[0], path)

    def _note_left(self) -> None:
        """Note how far the ledger had come, so that it can be told what a backup lacks.

        Not of a file that may only be read: it may be an older one.
        """
        standing = None if is_read_only() else ledger_file.standing()
        if standing is not None and record_of(standing[0]).actions != standing[1]:
            now = self._clock.now().isoformat(timespec="seconds")
            remember(standing[0], actions=standing[1], closed_at=now)


@contextmanager
def named_holder(path: Path) -> Iterator[None]:
    """Say of a ledger that is in use by whom.

    Raises:
        UserError: ``LEDGER_IN_USE`` with ``user``, ``host`` and ``since``, as far as known.
    """
    try:
        yield
    except UserError as error:
        if error.problem is not Problem.LEDGER_IN_USE:
            raise
        raise UserError(Problem.LEDGER_IN_USE, path=path, **Holder(path).who()) from error
