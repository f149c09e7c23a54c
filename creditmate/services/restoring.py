"""A backup becomes a ledger again: looked at, proved beside everything else, then in its place.

What ``unpacking`` has proved takes its place here, on the database thread. Nothing is ever
overwritten: the ledger from before lies aside, whole (reliability.md D6b).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from creditmate.db.connection import current_key, execute, is_open, ledger_path
from creditmate.db.gateway import Gateway
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.other_programs import see_let_go
from creditmate.db.restore import KEPT, Unpacked, held_by, owner_of
from creditmate.db.staging import discard
from creditmate.db.swapping import aside_stamp, take_place
from creditmate.disk import is_file, is_there
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.services.ledger_difference import Difference, difference
from creditmate.services.ledgers import Ledgers, named_holder
from creditmate.services.place_standing import Standing, has_other_key, standing_at
from creditmate.system.backup_records import uid_of
from creditmate.system.key_places import key_path, unconfirm
from creditmate.system.ledger_names import SUFFIX


@dataclass(frozen=True, slots=True)
class Restored:
    """A ledger that is open, made of a backup.

    Attributes:
        path: Where it is.
        aside: The folder with the ledger that was there before; None where there was none.
        holds: Its manifest, equal to the backup's in all that counts.
        difference: Against the ledger before; None if there was none, or it could not be read.
        problem: Why the ledger before could not be backed up once more; it lies aside, whole.
        key_lost: The ledger before had another key, which nobody can know any more: now it has that
            of its backup, or none.
    """

    path: Path
    aside: Path | None
    holds: Manifest = field(default_factory=dict)
    difference: Difference | None = None
    problem: UserError | None = None
    key_lost: bool = False


class Restoring:
    """Puts ledgers out of backups in their place.

    Args:
        ledgers: Opens and closes.
        gateway: The way to write.
        clock: Tells the moment.
        back_up: Makes a verified backup of the open ledger for the reason given.
    """

    def __init__(
        self, ledgers: Ledgers, gateway: Gateway, clock: Clock, back_up: Callable[[str], object]
    ) -> None:
        self._ledgers = ledgers
        self._gateway = gateway
        self._clock = clock
        self._back_up = back_up

    def into_new(self, unpacked: Unpacked, place: Path, key: DataKey | None) -> Restored:
        """Let an unpacked backup be a new ledger, and open it instead of what is open.

        Raises:
            UserError: ``LEDGER_EXISTS``; ``RESTORE_DIFFERS``; what opening raises. What was open
                is open again, unless the new one is there.
        """
        with self._or_as_it_was(unpacked):
            if is_there(place):
                raise UserError(Problem.LEDGER_EXISTS, path=place)
            self._ledgers.close()
            aside = self._take_place(unpacked, place)
        return self._opened(unpacked, Restored(place, aside), key)

    def in_place(self, unpacked: Unpacked, place: Path, key: DataKey | None) -> Restored:
        """Let an unpacked backup take the place of its ledger, which goes aside whole.

        That it was done is on record in the ledger.

        Args:
            unpacked: From ``unpacked_for`` with the same place.
            place: Of the ledger, which may be open here, closed, damaged or gone.
            key: What the unpacked ledger is encrypted with: the key of the ledger at the place,
                where there is one, since going back must not bring an old key back, or none.

        Raises:
            UserError: ``BACKUP_OF_ANOTHER``, ``RESTORE_OTHER_KEY`` (the ledger at the place has
                another key), ``LEDGER_EXISTS`` (what is there was never a ledger),
                ``LEDGER_NOT_A_FILE``, ``LEDGER_IN_USE`` (which names the holder) or
                ``PLACE_HELD``: everything is as it was, and what was open is open again;
                ``RESTORE_DIFFERS``.
        """
        told = unpacked.container.manifest
        with self._or_as_it_was(unpacked), named_holder(place):
            if is_there(place) and not is_file(place):  # a folder would go aside with all in it
                raise UserError(Problem.LEDGER_NOT_A_FILE, path=place)
            standing = self._left_in(place, key)
            key_lost = self._see_may_take(unpacked, place, key, standing)
            if key_lost:
                unconfirm(key_path(unpacked.ledger))
            aside = self._take_place(unpacked, place)
        begun = Restored(place, aside, problem=standing.problem, key_lost=key_lost)
        restored = self._opened(unpacked, begun, key, standing.held)
        with self._gateway.write("restore-ledger", source=f"sha256:{told['sha256']}") as writing:
            writing.keep_on_record()
        return restored

    @staticmethod
    def see_free(place: Path) -> None:
        """See that no other program has the ledger at a place, before anything long is begun.

        Raises:
            UserError: ``LEDGER_IN_USE``, which names the holder.
        """
        with named_holder(place):
            see_let_go(place)

    def would_change(self, told: Manifest, place: Path, key: DataKey | None) -> Difference | None:
        """Return what a backup would change of the ledger at a place; nothing is touched.

        Args:
            told: The backup's manifest.
            place: Of the ledger, which may be open here, closed, damaged or gone.
            key: What that is encrypted with.

        Returns:
            None where there is none, or it cannot be read.

        Raises:
            UserError: ``LEDGER_IN_USE``.
        """
        if is_open() and _same(ledger_path(), place):
            held = held_by(execute)
        else:
            held = standing_at(place, key).held if is_file(place) else None
        return None if held is None else difference(held, told)

    def _left_in(self, place: Path, key: DataKey | None) -> Standing:
        """See what the place holds, for the comparison, and close what is open."""
        if not (is_open() and _same(ledger_path(), place)):
            self._ledgers.close()
            see_let_go(place)
            return standing_at(place, key)
        now = current_key()
        fingerprint = None if now is None else now.fingerprint
        standing = Standing(held_by(execute), owner_of(execute), fingerprint)
        try:
            self._back_up("before restore")
        except UserError as error:  # the old file stays whole: that no backup was made is told
            return replace(standing, problem=error)
        finally:
            self._ledgers.close()
        return standing

    @staticmethod
    def _see_may_take(
        unpacked: Unpacked, place: Path, key: DataKey | None, standing: Standing
    ) -> bool:
        """See that a backup is of the ledger at a place, and takes none of its protection away.

        Returns:
            Whether the ledger there has another key, which nobody can know any more.
        """
        told, path = unpacked.container.manifest, unpacked.container.path
        uid, locked = standing.uid or uid_of(place), standing.fingerprint
        if not uid and locked is None and is_there(place) and place.suffix != SUFFIX:
            raise UserError(Problem.LEDGER_EXISTS, path=place)  # some other kind of file
        if uid and uid != told["ledger_uid"]:
            raise UserError(Problem.BACKUP_OF_ANOTHER, path=path, ledger=place)
        if locked is not None and (key is None or key.fingerprint != locked):
            raise UserError(Problem.RESTORE_OTHER_KEY, path=path, ledger=place)
        other = has_other_key(place, key)
        if other and not uid:  # it is whole, and nothing says that it is this one
            raise UserError(Problem.BACKUP_OF_ANOTHER, path=path, ledger=place)
        return other

    @contextmanager
    def _or_as_it_was(self, unpacked: Unpacked) -> Iterator[None]:
        """If nothing comes of it, leave no trace and open again what was open."""
        path = ledger_path() if is_open() else None
        key, staff = current_key(), self._gateway.working_as
        try:
            yield
        except BaseException:
            discard(unpacked.folder)
            if path is not None and not is_open():
                self._ledgers.open(path, key)
                self._gateway.work_as(staff)
            raise

    def _take_place(self, unpacked: Unpacked, place: Path) -> Path | None:
        return take_place(unpacked.folder, place, aside_stamp(self._clock.now()))

    def _opened(
        self,
        unpacked: Unpacked,
        restored: Restored,
        key: DataKey | None,
        held: Manifest | None = None,
    ) -> Restored:
        """Open what has its place now and compare it once more with the backup's manifest."""
        self._ledgers.open(restored.path, key)
        now, told = manifest(execute), unpacked.container.manifest
        wrong = next((name for name in KEPT if name in told and now[name] != told[name]), "")
        if wrong:
            self._ledgers.close()
            raise UserError(
                Problem.RESTORE_DIFFERS, path=restored.path, aside=restored.aside, why=wrong
            )
        change = None if held is None else difference(held, now)
        return replace(restored, holds=now, difference=change)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
