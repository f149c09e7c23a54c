"""What the window notices by itself about a ledger: little room, other versions, masked cards."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.banners import Banners
from creditmate.ui.kit.tag import Tone
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.disk_room import DiskRoom

ROOM, COPIES, CARDS, ONLY_READ = "room", "copies", "cards", "only-read"
"""The matters of their lines."""
_NAMED = 3  # versions that are named; more are counted


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was looked at: the disk, its room, other versions beside the ledger, and its copy."""

    room: "DiskRoom | None"
    copies: tuple[Path, ...]
    only_read: bool
    moved: Path | None


class Notices(QObject):
    """Looks when a ledger was opened, on a new day and after every backup."""

    move_wanted = Signal(Path)
    """The ledger that may only be read is to be copied onto this computer."""
    copy_wanted = Signal(Path)
    """It was before: that copy is to be opened instead."""

    def __init__(self, around: Surroundings, banners: Banners) -> None:
        super().__init__(banners)
        self._around, self._banners = around, banners
        self._words = words(around.language)
        self._path: Path | None = None
        self._told: tuple[Path, ...] = ()
        failed = around.desk.failed.emit
        self._seeing: Latest[_Seen] = Latest(around.desk, self._on_seen, failed, self)
        self._cards: Latest[int] = Latest(around.desk, self._on_cards, failed, self)
        self._masked = 0

    def begin(self, path: Path) -> None:
        """A ledger was opened."""
        self._path, self._told, self._masked = path, (), 0
        self.look()

    def end(self) -> None:
        """No ledger is open any more."""
        self._path = None
        self._seeing.forget()
        self._cards.forget()

    def look(self) -> None:
        """Look at the disk, and beside the ledger."""
        path = self._path
        if path is not None:
            self._seeing.ask_when_calm(lambda: _seen(path))

    def note_written(self, touched: Touched) -> None:
        """Something was written: a card's number may have been in it."""
        if self._path is not None and touched:
            self._cards.ask(self._around.program.cards_masked)

    # ------------------------------------------------------------- saying it
    def _on_seen(self, seen: _Seen) -> None:
        self._say_only_read(seen)
        self._say_room(None if seen.only_read else seen.room)
        if seen.copies != self._told:
            self._told = seen.copies
            self._say_copies(seen.copies)

    def _say_only_read(self, seen: _Seen) -> None:
        if not seen.only_read:
            self._banners.take_back(ONLY_READ)
        elif self._banners.line(ONLY_READ) is None:
            _ = self._words.gettext
            title = _("This ledger may only be read.")
            if seen.moved is None:
                detail = _("Its disk or its file takes no changes: everything can be looked at, but"
                           " nothing entered or issued. To work with it, let it be copied to this"
                           " computer; the file stays where it is.")  # fmt: skip
                says = BannerWords(title, detail, _("Copy it to this computer"))
                act: Callable[[], object] = self._move
            else:
                detail = _("It was copied to this computer before: what was entered since is in the"
                           " copy.")  # fmt: skip
                says = BannerWords(title, detail, _("Open the copy"))
                act = partial(self.copy_wanted.emit, seen.moved)
            self._banners.say(ONLY_READ, says, Tone.WARNING, act, can_go=False)

    def _move(self) -> None:
        if self._path is not None:
            self.move_wanted.emit(self._path)

    def _say_room(self, found: "DiskRoom | None") -> None:
        from creditmate.domain.disk_room import Room  # noqa: PLC0415 - seldom needed
        from creditmate.i18n.sizes import size_words  # noqa: PLC0415 - Babel comes with it

        if found is None or found.room is Room.PLENTY:
            self._banners.take_back(ROOM)
            return
        _, around = self._words.gettext, self._around
        free = size_words(found.free, around.language, around.locale)
        needed = size_words(found.needed, around.language, around.locale)
        if found.room is Room.NONE:
            title = _("The disk with the ledger is full.")
            detail = _("Nothing is lost and all can be read, but nothing more can be saved until"
                       " there is room. Empty the bin, or move large files elsewhere.")  # fmt: skip
            tone = Tone.DANGER
        else:
            title = _("The disk with the ledger has little room: {free}.").format(free=free)
            detail = _("Saving works still. Backups and imports may not: make room until"
                       " {needed} are free.").format(needed=needed)  # fmt: skip
            tone = Tone.WARNING
        self._banners.say(ROOM, BannerWords(title, detail), tone)

    def _say_copies(self, copies: tuple[Path, ...]) -> None:
        if not copies:
            self._banners.take_back(COPIES)
            return
        _, ngettext = self._words.gettext, self._words.ngettext
        title = ngettext(
            "Another version of this ledger lies beside it: {names}.",
            "{count} other versions of this ledger lie beside it: {names}.",
            len(copies),
        ).format(count=len(copies), names=_names(copies))
        detail = _("A program that synchronises files made it. Nothing was merged, and this ledger"
                   " is as you left it. See whether anything was entered only there.")  # fmt: skip
        says = BannerWords(title, detail, _("Show the folder"))
        self._banners.say(COPIES, says, act=self._show_folder)

    def _show_folder(self) -> None:
        from creditmate.ui.kit.links import view  # noqa: PLC0415 - seldom needed

        if self._path is not None:
            view(self._path.parent)

    def _on_cards(self, count: int) -> None:
        if not count:
            return
        from creditmate.i18n.card_words import masked_words  # noqa: PLC0415 - seldom needed

        self._masked += count
        _ = self._words.gettext
        why = _("Whoever has such a number can pay with it, so it must not stand in notes.")
        says = BannerWords(masked_words(self._masked, self._around.language), why)
        self._banners.say(CARDS, says, Tone.ACCENT)


def _seen(path: Path) -> _Seen:
    """Ask the disk, on the database thread."""
    from creditmate.services.disk_room import room_on_disk  # noqa: PLC0415 - loaded over there
    from creditmate.services.ledger_places import (  # noqa: PLC0415 - as above
        conflict_copies,
        is_read_only,
        moved_to,
    )

    only_read = is_read_only()
    moved = moved_to(path) if only_read else None
    return _Seen(room_on_disk(), tuple(conflict_copies(path)), only_read, moved)


def _names(copies: tuple[Path, ...]) -> str:
    names = [copy.name for copy in copies[:_NAMED]]
    return ", ".join(names) + (" …" if len(copies) > _NAMED else "")
