"""``restore``: a ledger made of a backup, and what there is to tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from creditmate.cli import answers, restored_key
from creditmate.cli.session import Session
from creditmate.disk import is_there
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import moment, money, number
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.backups import moment_of
from creditmate.services.damage import lacks, lost_since
from creditmate.services.ledger_difference import Difference
from creditmate.services.lost_protection import protected_since
from creditmate.services.place_standing import lock_at
from creditmate.services.restoring import Restored
from creditmate.services.unpacking import Container, read_backup, unpacked_for


def restore(session: Session) -> int:
    """Make a ledger of a backup."""
    place, restoring = session.arguments.into, session.program.restoring
    container = read_backup(session.arguments.file)
    session.when_free(lambda: restoring.see_free(place))
    if session.arguments.no_password and container.protected:
        raise UserError(Problem.BAD_OPTION, option="--no-password", found=container.path.name)
    since = protected_since(container, place)
    if since is not None and not session.arguments.no_password:
        facts = {"path": container.path, "ledger": place, "newest": since.path}
        raise UserError(Problem.RESTORE_UNPROTECTED, **facts)
    key, of_then = restored_key.given(session, container, place)
    lock = lock_at(place)
    today = key
    if lock is not None and (key is None or key.fingerprint != lock.fingerprint):
        today = session.passwords.of_today(container, place)
    takes_place = is_there(place) or lock is not None
    put = restoring.in_place if takes_place else restoring.into_new
    is_old = of_then or (not takes_place and restored_key.is_renewed(container, place))
    known = _known(container)
    noted = lacks(known)  # before this computer notes anew

    def take_place() -> Restored:
        own = of_then and not takes_place
        unpacked = unpacked_for(container, place, key, today, of_then=own)
        return session.ask_to_the_end(lambda: put(unpacked, place, today))

    restored = session.when_free(take_place)
    told = _Told(
        str(container.manifest.get("made_at", "")),
        _missing(restored, known, today, noted),
        restored_key.which(key, today, of_then=is_old, takes_place=takes_place),
        was_protected=restored.key_lost or since is not None,
    )
    if session.wants_json:
        session.say_json(_restored(restored, told))
    else:
        _say_restored(session, restored, told)
    return 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is to tell beside what was restored.

    Attributes:
        made_at: When the backup was made.
        missing: How many actions came after it; None if nobody can tell.
        key: As ``restored_key.which`` tells it.
        was_protected: The ledger had a key that nobody can know any more.
    """

    made_at: str
    missing: int | None
    key: str
    was_protected: bool


def _known(container: Container) -> KnownBackup:
    said = container.manifest
    made_at = moment_of(str(said.get("made_at", ""))) or datetime.fromtimestamp(0, UTC)
    return KnownBackup(container.path, made_at, str(said.get("reason", "")), 0, said)


def _missing(
    restored: Restored, backup: KnownBackup, key: DataKey | None, noted: int | None
) -> int | None:
    """Count what the backup lacks: in the ledger before, in what it still tells, or as noted."""
    if restored.difference is not None:
        before, now = restored.difference.rows.get("action", (0, 0))
        return max(0, before - now)
    if restored.aside is not None:
        aside = restored.aside / restored.path.name
        lost = lost_since(aside, backup, key)
        return noted if lost is None else len(lost)
    return noted or 0  # a new file takes no ledger's place, but one that is gone may be noted


def _restored(restored: Restored, told: _Told) -> answers.Json:
    holds, change = restored.holds, restored.difference
    return {
        "ledger": str(restored.path.absolute()),
        "made_at": told.made_at,
        "aside": None if restored.aside is None else str(restored.aside),
        "head": holds["head"],
        "rows": holds["rows"],
        "open": holds["open"],
        "difference": None if change is None else _difference(change),
        "missing": told.missing,
        "protected": bool(told.key),
        "key": "lost" if told.was_protected else told.key or None,
    }


def _difference(change: Difference) -> answers.Json:
    return {
        "rows": {name: list(pair) for name, pair in change.rows.items()},
        "open": {name: list(pair) for name, pair in change.open.items()},
        "last_at": list(change.last_at),
    }


def _say_restored(session: Session, restored: Restored, told: _Told) -> None:
    _ = session.translate
    made = _moment(told.made_at, session.locale)
    session.say(
        _("{path} is the ledger of {moment}, proved.").format(path=restored.path, moment=made)
    )
    _say_open(session, _("Open in it: {amounts}"), restored.holds["open"])
    _say_missing(session, told.missing)
    change = restored.difference
    if change is not None and change.open:
        was = {currency: pair[0] for currency, pair in change.open.items()}
        _say_open(session, _("Open before it was restored: {amounts}"), was)
    if told.was_protected and told.key != "kept":
        restored_key.say_lost(session, restored.path, has_key=bool(told.key))
    else:
        restored_key.say(session, told.key)
    if restored.aside is not None:
        said = _("The ledger that was there is kept as it was, in {folder}.")
        session.say(said.format(folder=restored.aside))


def _say_missing(session: Session, missing: int | None) -> None:
    if missing is None:
        session.say(
            session.translate(
                "What was done after the backup cannot be read any more. Go through what came and"
                " went since then."
            )
        )
    elif missing:
        text = session.catalogue.ngettext(
            "{count} action that was done later is not in it.",
            "{count} actions that were done later are not in it.",
            missing,
        )
        session.say(text.format(count=number(missing, session.locale)))


def _say_open(session: Session, text: str, amounts: Mapping[str, int]) -> None:
    said = [
        money(Money(minor, currency), session.locale, symbol=True)
        for currency, minor in sorted(amounts.items())
    ]
    session.say(text.format(amounts=", ".join(said) or "–"))


def _moment(text: str, locale: str) -> str:
    return moment(datetime.fromisoformat(text).astimezone(), locale) if text else "–"
