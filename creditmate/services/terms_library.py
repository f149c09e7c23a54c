"""The library of terms: documents with their versions, and what is being written.

A version is frozen once it is published. It can be withdrawn while nobody was sent it or accepted
it; its number is not given again, for somebody may have printed it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from creditmate.db import terms as db
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.terms import TermsVersion, current, in_order, wording_sha256
from creditmate.domain.typed_terms import TypedTerms, from_json
from creditmate.domain.wording import normal
from creditmate.services.terms_checks import (
    NewVersion,
    TermsFile,
    check_parts,
    checked_file,
    checked_title,
    tidied,
)

__all__ = ["LibraryRow", "NewVersion", "TermsDraft", "TermsFile", "TermsLibrary"]

_TOUCHED = Touched.SETTINGS | Touched.CUSTOMERS


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A version as the library lists it.

    ``in_effect`` is whether it is the one of its document that counts on the day; ``used`` whether
    somebody was sent it or accepted it, so that it stays.
    """

    version: TermsVersion
    in_effect: bool
    used: bool


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """A version that is being written; ``follows`` is the one it began from, if any."""

    id: int
    follows: int | None
    begun_at: datetime
    saved_at: datetime
    typed: TypedTerms


@dataclass(frozen=True, slots=True)
class Announced:
    """What publishing would make: the version's number, and which one it takes the place of."""

    number: int
    takes_place_of: TermsVersion | None


class TermsLibrary:
    """Writes, publishes and shows terms."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- versions
    def rows(self, as_at: date) -> list[LibraryRow]:
        """Return every version, those of one document together, the newest first."""
        known = list(db.versions().values())
        counts = {version.id for version in current(known, as_at).values()}
        ordered = sorted(known, key=lambda one: (*one.document, -one.number))
        return [LibraryRow(one, one.id in counts, db.is_used(one.id)) for one in ordered]

    def versions(self) -> list[TermsVersion]:
        """Return every version that stands, in the order of their publishing."""
        return list(db.versions().values())

    def version(self, id_: int) -> TermsVersion:
        """Return a version.

        Raises:
            UserError: ``UNKNOWN_TERMS``.
        """
        found = db.versions().get(id_)
        if found is None:
            raise UserError(Problem.UNKNOWN_TERMS, found=id_)
        return found

    def named(self, number: int, title: str = "", language: str = "") -> TermsVersion:
        """Return a version by its number; title and language tell documents apart.

        Raises:
            UserError: ``UNKNOWN_TERMS``; ``SEVERAL_TERMS``: more than one has that number.
        """
        wanted = title.strip().casefold()
        found = [
            one
            for one in db.versions().values()
            if one.number == number
            and (not wanted or one.title.casefold() == wanted)
            and (not language or one.language == language)
        ]
        if not found:
            raise UserError(Problem.UNKNOWN_TERMS, found=number)
        if len(found) > 1:
            several = ", ".join(f"{one.title} ({one.language})" for one in found)
            raise UserError(Problem.SEVERAL_TERMS, number=number, several=several)
        return found[0]

    def wording(self, version: int) -> str:
        """Return the wording of a version in its marks; '' of one that is a PDF."""
        return db.wording_of(version)

    def file(self, version: int) -> bytes | None:
        """Return the PDF of a version exactly as it was attached; None of one that is written."""
        return db.file_of(version)

    # ------------------------------------------------------------- publishing
    def announced(self, new: NewVersion) -> Announced:
        """Return what publishing would make, so that it can be said before it is done.

        Raises:
            UserError: ``FIELD_REFUSED``, ``TERMS_FILE``: as ``publish``.
        """
        check_parts(new)
        before = self._before(new)
        if before is not None and new.effective_day < before.effective_day:
            raise refused("terms.effective_day", Why.BEFORE_LAST, day=before.effective_day)
        if before is not None and before.sha256 == _sha256(new):
            raise refused("terms.wording", Why.SAME_AS, number=before.number)
        if new.file is not None:
            checked_file(new.file)
        return Announced(_next_number(new), before)

    def publish(self, new: NewVersion, draft: int | None = None) -> Saved:
        """Publish a version: from now on it is frozen.

        Args:
            new: The version.
            draft: What it was written in, which is finished with it.

        Raises:
            UserError: ``FIELD_REFUSED``; ``TERMS_FILE``: the PDF cannot be used.
        """
        announced = self.announced(new)
        name, pages = ("", None) if new.file is None else checked_file(new.file)
        with self._gateway.write("publish-terms") as writing:
            id_ = db.add_version(
                writing,
                in_order(map(tidied, new.clauses)),
                None if new.file is None else new.file.content,
                title=checked_title(new.title),
                language=new.language,
                number=announced.number,
                effective_day=new.effective_day,
                wording="" if new.file is not None else normal(new.wording),
                file_name=name,
                pages=pages,
                sha256=_sha256(new),
                note=new.note.strip(),
            )
            if draft is not None:
                db.drop_draft_within(draft)
        return Saved(id_, _TOUCHED | Touched.DRAFTS)

    def withdraw(self, version: int) -> Touched:
        """Withdraw a version that nobody was sent and nobody accepted: it never was.

        Raises:
            UserError: ``UNKNOWN_TERMS``; ``TERMS_STAND``: somebody was sent it or accepted it.
        """
        known = self.version(version)
        if db.is_used(version):
            raise UserError(Problem.TERMS_STAND, title=known.title, number=known.number)
        with self._gateway.write("withdraw-terms") as writing:
            db.withdraw_version(writing, version)
        return _TOUCHED

    def _before(self, new: NewVersion) -> TermsVersion | None:
        document = (checked_title(new.title).casefold(), new.language)
        same = [one for one in db.versions().values() if one.document == document]
        return max(same, key=lambda one: one.number, default=None)

    # ------------------------------------------------------------- drafts
    def save_draft(
        self,
        typed: TypedTerms,
        begun_at: datetime,
        draft: int | None = None,
        follows: int | None = None,
    ) -> int:
        """Keep what is typed in place of what was kept of it before, and return its id.

        Args:
            typed: Just as it stands there.
            begun_at: When it was begun.
            draft: As an earlier ``save_draft`` returned it; None for a new one.
            follows: The version it began from.

        Raises:
            UserError: The disk does not take it.
        """
        saved_at = _moment_text(self._clock.now())
        row = db.DraftRow(draft or 0, follows, _moment_text(begun_at), saved_at, typed.to_json())
        return db.put_draft(row)

    def drafts(self) -> Sequence[TermsDraft]:
        """Return all that is being written, what was typed in last first."""
        return tuple(map(_draft, db.drafts()))

    def discard_draft(self, draft: int) -> None:
        """Throw away what is being written; ``save_draft`` with its id brings it back."""
        db.drop_draft(draft)


def _next_number(new: NewVersion) -> int:
    """The number after every one that was given, withdrawn ones among them."""
    title = checked_title(new.title).casefold()
    used = [count for known, count in db.numbers_used(new.language) if known.casefold() == title]
    return max(used, default=0) + 1


def _sha256(new: NewVersion) -> str:
    if new.file is None:
        return wording_sha256(new.wording)
    return hashlib.sha256(new.file.content).hexdigest()


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _draft(row: db.DraftRow) -> TermsDraft:
    begun, saved = (datetime.fromisoformat(text) for text in (row.begun_at, row.saved_at))
    return TermsDraft(row.id, row.follows_id, begun, saved, from_json(row.typed))
