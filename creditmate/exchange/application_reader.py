"""A credit application that came back as a PDF → what stands in its fields, as it stands there.

Only the form's dictionary is walked, and no further than our own fields: pages are not drawn,
scripts and actions are not run and not even looked at, streams of the pages are never unpacked.
So a bomb in a page does nothing; one in the file's own tables meets pypdf's limits.

Whoever fills a form in has a program of his own. Values come as text in two encodings or as
bytes, in a parent field or in the widget, ticks under any name but ``Off``, choices by their code
or by their words, all of it with or without ``NeedAppearances``.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from creditmate.domain.application_form import (
    LONGEST_TEXT,
    MAKE,
    MARK_FIELD,
    SEVERAL_LINES,
    TICKED,
    TICKS,
    FormMark,
    Item,
    Unread,
    form_mark,
    make_of,
)
from creditmate.domain.errors import Problem, UserError

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what is wrong is told once, by us
MOST_BYTES = 10 * 1024 * 1024
"""Of a form: ours have fifty thousand, and a picture of a signature may have been put in."""
_MOST_FIELDS, _DEEPEST = 1000, 8
_HEADER, _HEADER_WITHIN = b"%PDF-", 1024
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back: whose it is, and its fields that are not empty, by name.

    Ticked boxes are ``TICKED``; texts have no control characters and at most ``LONGEST_TEXT``
    letters.
    """

    mark: FormMark
    given: Mapping[Item, str]


def read_application_file(path: Path) -> bytes:
    """Return the bytes of a file that may be a form; a large one is refused before it is read.

    Raises:
        UserError: ``APPLICATION_UNREAD``: it is too large; ``IMPORT_FILE_MISSING``,
            ``IMPORT_FILE_UNREADABLE``.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _large(path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(Problem.IMPORT_FILE_MISSING, path=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(Problem.IMPORT_FILE_UNREADABLE, path=str(path), system=reason) from error


def read_application(content: bytes, name: str) -> Returned:
    """Return what a form says that came back.

    Args:
        content: The file.
        name: What it is called, for the refusal.

    Raises:
        UserError: ``APPLICATION_UNREAD`` with ``why``: not a PDF, damaged, locked, too large,
            without fields, without ours, or of a newer make.
    """
    if len(content) > MOST_BYTES:
        raise _large(name)
    if _HEADER not in content[:_HEADER_WITHIN]:
        raise _refused(Unread.NOT_A_PDF, name)
    try:
        return _read(content, name)
    except UserError:
        raise
    except Exception as error:
        # whatever a broken or hostile file makes pypdf stumble over says one and the same
        raise _refused(Unread.DAMAGED, name) from error


def _read(content: bytes, name: str) -> Returned:
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise _refused(Unread.LOCKED, name)
    if "/Pages" not in reader.root_object:
        raise _refused(Unread.DAMAGED, name)
    form = _resolved(reader.root_object.get("/AcroForm"))
    top = _resolved(form.get("/Fields")) if isinstance(form, DictionaryObject) else None
    fields = dict(_fields(top)) if isinstance(top, ArrayObject) else {}
    if not fields:
        raise _refused(Unread.FLAT, name)
    mark = _mark(fields, name)
    given = {item: _value(item, fields[item.value]) for item in Item if item.value in fields}
    return Returned(mark, {item: said for item, said in given.items() if said})


def _mark(fields: Mapping[str, DictionaryObject], name: str) -> FormMark:
    text = _text(_inherited(fields[MARK_FIELD], "/V")) if MARK_FIELD in fields else ""
    make, mark = make_of(text), form_mark(text)
    if make is not None and make > MAKE:
        raise _refused(Unread.NEWER, name, found=make, known=MAKE)
    if mark is None or Item.LEGAL_NAME.value not in fields:
        raise _refused(Unread.FOREIGN, name)
    return mark


# ---------------------------------------------------------------- fields
def _fields(top: ArrayObject) -> Iterator[tuple[str, DictionaryObject]]:
    """Yield the fields by their full names; no more and no deeper than a form can have."""
    waiting, seen = [(part, "", 0) for part in reversed(list(top)[:_MOST_FIELDS])], 0
    while waiting and seen < _MOST_FIELDS:
        part, above, depth = waiting.pop()
        field, seen = _resolved(part), seen + 1
        if not isinstance(field, DictionaryObject):
            continue
        own = _text(field.get("/T"))
        name = ".".join(each for each in (above, own) if each)
        kids = _resolved(field.get("/Kids"))
        named = [kid for kid in _kids(kids) if "/T" in kid]
        if named and depth < _DEEPEST:
            waiting += [(kid, name, depth + 1) for kid in reversed(named)]
        elif name:
            # programs that wrap forms in one of theirs put their own name before ours
            yield name.rpartition(".")[2], field


def _kids(kids: object) -> list[DictionaryObject]:
    if not isinstance(kids, ArrayObject):
        return []
    found = (_resolved(kid) for kid in list(kids)[:_MOST_FIELDS])
    return [kid for kid in found if isinstance(kid, DictionaryObject)]


def _resolved(found: object) -> object:
    for _ in range(_DEEPEST):
        if not isinstance(found, IndirectObject):
            break
        found = found.get_object()
    return found


def _inherited(field: DictionaryObject, key: str) -> object:
    """Return an entry of a field, or of the one it belongs to."""
    holder: object = field
    for _ in range(_DEEPEST):
        if not isinstance(holder, DictionaryObject):
            break
        if key in holder:
            return _resolved(holder[key])
        holder = _resolved(holder.get("/Parent"))
    return None


# ---------------------------------------------------------------- values
def _value(item: Item, field: DictionaryObject) -> str:
    if item in TICKS:
        return TICKED if _is_ticked(field) else ""
    found = _inherited(field, "/V")
    if isinstance(found, ArrayObject):  # a choice of several, of which the first counts
        found = _resolved(found[0]) if found else None
    text = _clean(_text(found), lines=item in SEVERAL_LINES)
    options = _inherited(field, "/Opt")
    return _code(text, options) if isinstance(options, ArrayObject) else text


def _is_ticked(field: DictionaryObject) -> bool:
    """Whether a box is ticked: anything but ``Off``, in the field or in what shows it."""
    states = [_inherited(field, "/V"), field.get("/AS")]
    states += [kid.get("/AS") for kid in _kids(_resolved(field.get("/Kids")))]
    named = [str(state).lstrip("/").strip() for state in map(_resolved, states) if _says(state)]
    return any(state.casefold() not in {"", "off", "no", "false", "0"} for state in named[:1])


def _says(state: object) -> bool:
    return isinstance(_resolved(state), NameObject | TextStringObject)


def _code(text: str, options: ArrayObject) -> str:
    """Return the code of a choice, also where its words were put in its place."""
    for option in list(options)[:_MOST_FIELDS]:
        pair = _resolved(option)
        if isinstance(pair, ArrayObject) and len(pair) == 2:
            code, shown = (_text(_resolved(part)).strip() for part in pair)
            if text.casefold() in {code.casefold(), shown.casefold()}:
                return code
    return text


def _text(found: object) -> str:
    """Return a text in whichever way it is written; '' for what is none."""
    found = _resolved(found)
    if isinstance(found, NameObject):
        return str(found).lstrip("/")
    if isinstance(found, TextStringObject):
        return str(found)
    if isinstance(found, ByteStringObject | bytes):
        return _decoded(bytes(found))
    data: Any = getattr(found, "get_data", None)  # a long text may be kept as a stream
    return _decoded(data()[: 4 * LONGEST_TEXT]) if callable(data) else ""


def _decoded(content: bytes) -> str:
    """Return bytes as text: UTF-16 or UTF-8 with their marks, else as western Windows writes."""
    if content[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        return content.decode("utf-16", "replace")
    if content[:3] == b"\xef\xbb\xbf":
        return content[3:].decode("utf-8", "replace")
    return content.decode("cp1252", "replace")


def _clean(text: str, *, lines: bool) -> str:
    """Return a text as it can be kept: blanks tidied, nothing in it that nobody can see."""
    plain = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text[: 2 * LONGEST_TEXT]))
    rows = [" ".join(row.split()) for row in plain.split("\n")]
    joined = "\n".join(row for row in rows if row) if lines else " ".join(filter(None, rows))
    return joined[:LONGEST_TEXT].strip()


def _large(name: str) -> UserError:
    return _refused(Unread.LARGE, name, most=MOST_BYTES // 1024 // 1024)


def _refused(why: Unread, name: str, **facts: object) -> UserError:
    return UserError(Problem.APPLICATION_UNREAD, why=why.value, name=name, **facts)
