"""What the views show of the diary: items with their words and their look, made once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from creditmate.domain.diary import DiaryItem, DiaryKind
from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.i18n.diary_words import About, remark_words, title_words, whole_words
from creditmate.services.diary import DiaryPage
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ground, Ink


class EntryLook(NamedTuple):
    """Icon, colour of icon and edge, ground; what is done has an outline and no ground."""

    glyph: Glyph
    ink: Ink
    ground: Ground


LOOKS: Mapping[DiaryKind, EntryLook] = {
    DiaryKind.CALL: EntryLook(Glyph.CALL, Ink.ACCENT, Ground.ACCENT_SOFT),
    DiaryKind.SPEAK_AGAIN: EntryLook(Glyph.CALL, Ink.ACCENT, Ground.ACCENT_SOFT),
    DiaryKind.CALL_BACK: EntryLook(Glyph.CALL, Ink.ACCENT, Ground.ACCENT_SOFT),
    DiaryKind.TRY: EntryLook(Glyph.CALL, Ink.ACCENT, Ground.ACCENT_SOFT),
    DiaryKind.VISIT: EntryLook(Glyph.VISIT, Ink.POSITIVE, Ground.POSITIVE_SOFT),
    DiaryKind.FOLLOW_UP: EntryLook(Glyph.NOTE, Ink.MUTED, Ground.SUNKEN),
    DiaryKind.PROMISE_DUE: EntryLook(Glyph.THEIR_PROMISE, Ink.ACCENT, Ground.ACCENT_SOFT),
    DiaryKind.OUR_PROMISE: EntryLook(Glyph.OUR_PROMISE, Ink.WARNING, Ground.WARNING_SOFT),
    DiaryKind.INSTALMENT: EntryLook(Glyph.PLAN, Ink.WARNING, Ground.WARNING_SOFT),
    DiaryKind.ANSWER_DUE: EntryLook(Glyph.DISPUTE, Ink.WARNING, Ground.WARNING_SOFT),
    DiaryKind.CONTACT: EntryLook(Glyph.DONE, Ink.MUTED, Ground.SURFACE),
}
_DONE = EntryLook(Glyph.DONE, Ink.MUTED, Ground.SURFACE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it is drawn and read out; ``clashes`` is a conflict, which words say as well."""

    item: DiaryItem
    title: str
    remarks: tuple[str, ...]
    said: str
    look: EntryLook
    clashes: bool

    @property
    def key(self) -> str:
        """The item's."""
        return self.item.key


def entries_of(page: DiaryPage, language: str, locale: str) -> dict[str, Entry]:
    """Return everything on a page by its key, in order."""
    return {item.key: _entry(page, item, language, locale) for item in page.items}


def _entry(page: DiaryPage, item: DiaryItem, language: str, locale: str) -> Entry:
    others = (page.item(key) for key in page.overlaps.get(item.key, ()))
    names = tuple(other.name for other in others if other is not None)
    about = About(names, item.key in page.several)
    clashes = bool(names) or item.against is not None
    look = _DONE if item.done else LOOKS[item.kind]
    if item.about in VISIT_STEPS and not item.done:
        look = look._replace(glyph=Glyph.VISIT)
    return Entry(
        item=item,
        title=title_words(item, language, locale),
        remarks=tuple(remark_words(item, about, language, locale)),
        said=whole_words(item, about, language, locale),
        look=look._replace(glyph=Glyph.ALERT, ink=Ink.DANGER) if clashes else look,
        clashes=clashes,
    )
