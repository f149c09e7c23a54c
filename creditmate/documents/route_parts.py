"""The parts of a route sheet: where the way begins and ends, the ways between, and the stops."""

from datetime import datetime

from creditmate.documents.flow import Block
from creditmate.documents.fonts import BODY, LABEL, STRONG, SUBJECT, Face, Style, width
from creditmate.documents.page import (
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TEXT,
    WHITE,
)
from creditmate.documents.qr import map_code
from creditmate.documents.route_sheet_paper import RouteSheet, SheetStop
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.visit_route import RouteStop, Way
from creditmate.i18n.diary_words import zone_place
from creditmate.i18n.distances import distance_words, duration_words, way_words
from creditmate.i18n.formats import hour
from creditmate.i18n.place_words import place_words

_LINE_X, _TEXT_X = 46.5, 52.4
_TIME, _DISC = Style(Face.BOLD, 12), Style(Face.REGULAR, 38)
_LEG, _NUMBER = Style(Face.ITALIC, 9), Style(Face.BOLD, 8.5)
_ROW, _NAME_Y, _LEG_HIGH = 5.0, 5.6, 9.5
_END_HIGH, _SQUARE, _BELOW, _CODE_ROOM = 8.0, 2.6, 4.0, 32.0


class RouteParts:
    """Makes the parts of one sheet.

    Args:
        paper: What is drawn.
        voice: Of the paper.
    """

    def __init__(self, paper: RouteSheet, voice: Voice) -> None:
        self.paper, self.voice = paper, voice

    def end(self, at: datetime | None, said: str, *, first: bool) -> Block:
        """Where the way begins or ends; ``at`` is None where nobody can say when."""
        lines = wrap(said, BODY, RIGHT - _TEXT_X)

        def draw(sheet: Sheet, top: float) -> None:
            y = top + 5.0
            if at is not None:
                sheet.text(LEFT, y, hour(at, self.voice.locale), _TIME)
            half = _SQUARE / 2
            if first:
                _line(sheet, y - 0.9, top + high)
            else:
                _line(sheet, top, y - 0.9)
            sheet.box(_LINE_X - half, y - 1.1 - half, _SQUARE, _SQUARE, BOX_RULE, fill=WHITE)
            for number, line in enumerate(lines):
                sheet.text(_TEXT_X, y + number * 4.4, line, BODY)

        high = _END_HIGH + (len(lines) - 1) * 4.4
        return Block(high, draw, keep=first)

    def back(self) -> str:
        """Return how one comes home."""
        route, _ = self.paper.route, self.voice.gettext
        if route.back is None:
            return _("Return, the way is not known")
        way = self._way(route.way_back)
        back = hour(route.back, self.voice.locale)
        return _("Return, {way}, home about {hour}").format(way=way, hour=back)

    def leg(self, reached: RouteStop) -> Block:
        """The way to a stop, with the time there is to spare."""
        _, locale = self.voice.gettext, self.voice.locale
        said = _("The way is not known")
        if reached.way.is_known:
            said = _("{way}, arrive {hour}")
            said = said.format(way=self._way(reached.way), hour=hour(reached.arrives, locale))
        if reached.is_free:
            free = _("then {duration} free")
            said += ", " + free.format(duration=duration_words(reached.spare, locale))

        def draw(sheet: Sheet, top: float) -> None:
            _line(sheet, top, top + _LEG_HIGH)
            sheet.text(_TEXT_X, top + 5.0, said, _LEG, MUTED)

        return Block(_LEG_HIGH, draw)

    def warning(self, reached: RouteStop) -> Block:
        """The time is too short: by how much, and a way out."""
        voice, _ = self.voice, self.voice.gettext
        short = -reached.spare
        said = voice.ngettext(
            "Gap too short by {count} minute", "Gap too short by {count} minutes", short
        ).format(count=voice.number(short))
        out = _("ring ahead")
        if reached.rather is not None:
            out = _("move to {hour}, or ring ahead")
            out = out.format(hour=hour(reached.rather, voice.locale))
        text = f"{said}: {out}"
        lines = wrap(text, STRONG, RIGHT - _TEXT_X - 10.0)
        wide = max(width(line, STRONG) for line in lines) + 9.0
        high = 2.4 + 4.2 * len(lines)

        def draw(sheet: Sheet, top: float) -> None:
            _line(sheet, top, top + high + 2.0)
            sheet.box(_TEXT_X - 0.8, top, wide, high, BOX_RULE * 2)
            sheet.text(_TEXT_X + 1.0, top + 4.4, "!", SUBJECT)
            for number, line in enumerate(lines):
                sheet.text(_TEXT_X + 4.2, top + 4.3 + number * 4.2, line, STRONG)

        return Block(high + 2.0, draw)

    def stop(self, number: int, reached: RouteStop, stop: SheetStop) -> Block:
        """One visit, its code at the right."""
        voice, _ = self.voice, self.voice.gettext
        locale, begins, ends = voice.locale, reached.stop.begins, reached.stop.ends
        address = place_words(stop.address, stop.abroad, locale)
        is_known = bool(stop.address.strip()) or stop.coordinates is not None
        code = map_code(address, stop.coordinates) if is_known else None
        if not stop.address.strip():
            address = _("Where is not said yet")
        room = RIGHT - _TEXT_X - _CODE_ROOM
        lines: list[tuple[str, Style, bool]] = [
            (line, BODY, False)
            for text in (address, self._clock(stop), self._whom(stop), stop.about)
            for line in wrap(text, BODY, room)
        ]
        state, confirmed = self._state(stop)
        style = BODY if confirmed else STRONG
        lines += [(line, style, confirmed) for line in wrap(state, style, room)]
        names = wrap(stop.name, _TIME, room)
        code_high = 0.0 if code is None else code.size + 1.0
        rows = (len(names) - 1) * _ROW + len(lines) * _ROW
        high = max(_NAME_Y + rows, code_high + 1.4) + _BELOW

        def draw(sheet: Sheet, top: float) -> None:
            y = top + _NAME_Y
            _line(sheet, top, top + high)
            sheet.text(LEFT, y, hour(begins, locale), _TIME)
            until = _("to {hour}").format(hour=hour(ends, locale))
            sheet.text(LEFT, y + _ROW, until, BODY, MUTED)
            sheet.text_centred(_LINE_X, y + 2.4, "●", _DISC)
            sheet.text_centred(_LINE_X, y - 0.5, voice.number(number), _NUMBER, WHITE)
            for name in names:
                sheet.text(_TEXT_X, y, name, _TIME)
                y += _ROW
            for line, look, quiet in lines:
                sheet.text(_TEXT_X, y, line, look, MUTED if quiet else TEXT)
                y += _ROW
            if code is not None:
                x = RIGHT - code.size
                sheet.code(x, top + 1.4, code.size, code.rows)
                sheet.text_right(x - 3.0, top + code.size, _("Map"), LABEL, MUTED)
            sheet.rule(_TEXT_X, RIGHT, top + high - 0.5, ROW_RULE, ROW_RULE_INK)

        return Block(high, draw)

    def _clock(self, stop: SheetStop) -> str:
        """By which clock the hour is where that is not ours, and ours."""
        if stop.here is None:
            return ""
        said = self.voice.gettext("by the clock of {place}, {hour} by ours")
        at = hour(stop.here, self.voice.locale)
        return said.format(place=zone_place(stop.zone), hour=at)

    @staticmethod
    def _whom(stop: SheetStop) -> str:
        phone = stop.phone.replace(" ", "\u00a0")
        return ", ".join(part for part in (stop.person, phone) if part)

    def _state(self, stop: SheetStop) -> tuple[str, bool]:
        """What they know of it, and whether that is all in order."""
        voice, _ = self.voice, self.voice.gettext
        said = []
        if stop.outdated:
            said.append(_("Agenda sent says another time"))
        elif stop.agenda_day is not None:
            said.append(_("Agenda sent {day}").format(day=voice.note_day(stop.agenda_day)))
        else:
            said.append(_("Agenda not sent"))
        if stop.confirmed_day is None:
            said.append(_("not confirmed yet"))
        else:
            said.append(_("confirmed {day}").format(day=voice.note_day(stop.confirmed_day)))
        in_order = stop.confirmed_day is not None and not stop.outdated
        return ", ".join(said), in_order

    def _way(self, way: Way) -> str:
        return way_words(way.minutes, way.tenths, self.paper.unit.value, self.voice.locale)

    def far(self, tenths: int) -> str:
        """Return a distance in words."""
        return distance_words(tenths, self.paper.unit.value, self.voice.locale)


def _line(sheet: Sheet, top: float, bottom: float) -> None:
    """The line that joins all stops."""
    sheet.box(_LINE_X - 0.12, top, 0.24, bottom - top, 0, fill=TEXT)
