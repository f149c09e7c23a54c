"""A place on the map as it is typed or pasted: degrees, a ``geo:`` address, or a link to a map.

A link is read, never opened. Of several places in one, that of the pin goes before that of the
middle of the map. Source: RFC 5870 (``geo:``); the links that OpenStreetMap, Google, Bing and
Apple's maps make.
"""

import re
from urllib.parse import unquote

Degrees = tuple[int, int]
"""Latitude and longitude, in millionths of a degree."""
_MILLION = 1_000_000
_MOST = (90, 180)
_NUMBER = r"[+-]?\d{1,3}(?:\.\d+)?"
_PAIR = rf"({_NUMBER})\s*,\s*({_NUMBER})"
_LINKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!3d({_NUMBER})!4d({_NUMBER})",
        rf"[?&]mlat=({_NUMBER})&mlon=({_NUMBER})",
        rf"[?&](?:q|query|ll|coordinate|destination|daddr|sll)=(?:loc:)?{_PAIR}",
        rf"/(?:search|place|dir)/{_PAIR}",
        rf"@{_PAIR}",
        rf"[?&](?:cp|center)=({_NUMBER})[~,]({_NUMBER})",
        rf"#map=\d+(?:\.\d+)?/({_NUMBER})/({_NUMBER})",
    )
)
"""The pin first, the middle of the map last."""
_GEO = re.compile(rf"geo:{_PAIR}(?:,{_NUMBER})?(?:[;?].*)?", re.IGNORECASE)
_TYPED = re.compile(rf"({_NUMBER})(?:\s*[,;]\s*|\s+)({_NUMBER})")
_WITH_COMMAS = re.compile(r"([+-]?\d{1,3},\d+)(?:\s*;\s*|\s*,\s+|\s+)([+-]?\d{1,3},\d+)")
_SIGN = {"N": 1, "S": -1, "E": 1, "W": -1}
_ARC = r"(\d{1,3})\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*[\"″]\s*)?"
_ARCS = re.compile(rf"{_ARC}([NS])\s*,?\s*{_ARC}([EW])", re.IGNORECASE)


def degrees_of(text: str) -> Degrees | None:
    """Return the place that a text names, or None where it names none on Earth.

    Nought and nought, in the open sea, is what maps say that know of no place: it is none.
    """
    said = unquote(text).strip().replace("\N{MINUS SIGN}", "-")
    found = _pair(said) or _arcs(said)
    if found is None or found == (0, 0):
        return None
    inside = all(abs(each) <= most * _MILLION for each, most in zip(found, _MOST, strict=True))
    return found if inside else None


def degrees_text(degrees: Degrees) -> str:
    """Return a place as it can be typed again."""
    return ", ".join(f"{each / _MILLION:.6f}" for each in degrees)


def _pair(said: str) -> Degrees | None:
    typed = _GEO.fullmatch(said) or _TYPED.fullmatch(said)
    if typed is None and (commas := _WITH_COMMAS.fullmatch(said)) is not None:
        return _of(*(each.replace(",", ".") for each in commas.groups()))
    links = _LINKS if "://" in said else ()
    match = typed or next(filter(None, (link.search(said) for link in links)), None)
    return None if match is None else _of(match.group(1), match.group(2))


def _of(latitude: str, longitude: str) -> Degrees:
    return round(float(latitude) * _MILLION), round(float(longitude) * _MILLION)


def _arcs(said: str) -> Degrees | None:
    match = _ARCS.fullmatch(said)
    if match is None:
        return None
    parts = match.groups()
    north, east = _arc(parts[:4]), _arc(parts[4:])
    return None if north is None or east is None else (north, east)


def _arc(parts: tuple[str | None, ...]) -> int | None:
    """Degrees, minutes and seconds to one side."""
    degrees, minutes, seconds = (float(part or 0) for part in parts[:3])
    if minutes >= 60 or seconds >= 60:
        return None
    return _SIGN[str(parts[3]).upper()] * round(
        (degrees + minutes / 60 + seconds / 3600) * _MILLION
    )
