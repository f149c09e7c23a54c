"""A place on the map as it is typed or pasted: degrees, a ``geo:`` address, or a link to a map.

Degrees may be said with signs or with the letters of their sides, in minutes and seconds too.

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
_SIDES = {"N": (0, 1), "S": (0, -1), "E": (1, 1), "W": (1, -1)}
"""Which of the two degrees a letter names, and its sign."""
_MARKS = str.maketrans(dict.fromkeys("°º'′’\"″”", " "))
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_HALF = r"(\d[\d. ]*)"
_LETTERED = (
    re.compile(rf"{_HALF}([NSEW])\s*[,;/]?\s*{_HALF}([NSEW])"),
    re.compile(rf"([NSEW])\s*{_HALF}[,;/]?\s*([NSEW])\s*{_HALF}"),
)
"""Degrees with the letter of their side behind them, or before."""
_PARTS = re.compile(r"(\d{1,3}(?:\.\d+)?)|(\d{1,3}) (\d{1,2}(?:\.\d+)?)"
                    r"|(\d{1,3}) (\d{1,2}) (\d{1,2}(?:\.\d+)?)")  # fmt: skip
"""Only what is said last has decimals."""


def degrees_of(text: str) -> Degrees | None:
    """Return the place that a text names, or None where it names none on Earth.

    Nought and nought, in the open sea, is what maps say that know of no place: it is none.
    """
    said = unquote(text).strip().replace("\N{MINUS SIGN}", "-")
    found = _pair(said) or _lettered(said)
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


def _lettered(said: str) -> Degrees | None:
    """A place said with its sides: ``51.5 N, 0.12 W``, or in minutes and seconds."""
    plain = " ".join(_DECIMAL_COMMA.sub(".", said.translate(_MARKS)).upper().split())
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _LETTERED)), None)
    if match is None:
        return None
    parts = sorted(match.groups(), key=lambda part: part not in _SIDES)
    found: dict[int, int | None] = {}
    for letter, figures in zip(parts[:2], parts[2:], strict=True):
        axis, sign = _SIDES[letter]
        arc = _arc(figures.strip())
        found[axis] = None if arc is None else sign * arc
    north, east = found.get(0), found.get(1)
    return None if north is None or east is None else (north, east)


def _arc(figures: str) -> int | None:
    """Degrees, with minutes and seconds if they are said, in millionths of a degree."""
    match = _PARTS.fullmatch(figures)
    if match is None:
        return None
    degrees, minutes, seconds = (*(float(f) for f in match.groups() if f), 0.0, 0.0)[:3]
    if minutes >= 60 or seconds >= 60:
        return None
    return round((degrees + minutes / 60 + seconds / 3600) * _MILLION)
