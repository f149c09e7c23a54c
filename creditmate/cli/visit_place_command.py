"""``visit place``: where a customer's addresses are on the map, for who is near and for the way."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.map_place import degrees_text
from creditmate.services.map_places import SitePlace


def visit_place(session: Session) -> int:
    """Show where a customer's addresses are, or put down where one is."""
    asked = session.arguments
    if asked.where is None and not asked.clear:
        session.open_to_read()
    else:
        session.open_to_write()
        text = "" if asked.clear else asked.where
        site = _site(session)
        session.ask(lambda: session.program.map_places.place(asked.code, site, text))
    found = _places(session)
    if session.wants_json:
        session.say_json({"addresses": [_json(one) for one in found]})
    else:
        session.say_lines(_lines(session, found))
    return 0


def _places(session: Session) -> list[SitePlace]:
    return session.ask(lambda: session.program.map_places.of_customer(session.arguments.code))


def _site(session: Session) -> int:
    """The address that is meant: the one that was named, else the only one.

    Raises:
        UserError: ``BAD_OPTION``: there are several, or none.
    """
    asked, known = session.arguments, _places(session)
    if asked.where is not None and asked.clear:
        raise UserError(Problem.BAD_OPTION, option="--clear", found=asked.where, expected="CODE")
    if asked.site is not None:
        return int(asked.site)
    if len(known) != 1:
        ids = " | ".join(str(one.site) for one in known)
        raise UserError(Problem.BAD_OPTION, option="--site", found="", expected=ids or "ID")
    return known[0].site


def _json(one: SitePlace) -> answers.Json:
    north, east = (None, None) if one.degrees is None else one.degrees
    return {
        "id": one.site,
        "address": one.address,
        "latitude": None if north is None else north / 1_000_000,
        "longitude": None if east is None else east / 1_000_000,
    }


def _lines(session: Session, found: list[SitePlace]) -> list[str]:
    _ = session.translate
    if not found:
        return [_("No address is known.")]
    rows = [
        [str(one.site), one.address, "–" if one.degrees is None else degrees_text(one.degrees)]
        for one in found
    ]
    return table([_("Number"), _("Address"), _("On the map")], rows, "rll")
