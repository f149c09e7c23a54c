"""The words of the program: the template that translators start from, and a guard on their work.

Run with the environment's Python: ``python -m tools.catalogues [--fix]``.
"""

import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tools.environment import ROOT

SOURCE = ROOT / "creditmate"
LOCALE = ROOT / "resources" / "locale"
NO_LINE = 0  # of the strings' places only the file is written: lines move with every change

HEADER = """\
# Words of CreditMate, made by `dev.py check --fix`. MIT licence.
msgid ""
msgstr ""
"Project-Id-Version: CreditMate\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def template(source: Path = SOURCE) -> str:
    """Return the template made of every string that ``source`` marks for translation.

    The same source always gives the same text: sorted, without dates or line numbers.
    """
    catalog = Catalog()
    for name, _line, text, comments, context in extract_from_dir(source, comment_tags=["NOTE:"]):
        place = f"{source.name}/{Path(name).as_posix()}"
        catalog.add(text, locations=[(place, NO_LINE)], auto_comments=comments, context=context)
    written = io.BytesIO()
    write_po(written, catalog, sort_output=True, omit_header=True)
    return HEADER + written.getvalue().decode("utf-8")


def placeholders(text: str) -> set[str]:
    """Return the names in braces that ``str.format`` would fill.

    Raises:
        ValueError: A brace is not closed, or not opened.
    """
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wrong_placeholders(catalogue: Path) -> Iterator[str]:
    """Tell of every translation in ``catalogue`` whose placeholders are not the original's.

    Each form of a plural may have those of the English singular or those of its plural: "one
    invoice" needs no count. What is not translated, or marked fuzzy, is never shown.
    """
    with catalogue.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    for message in messages:
        if message.id and not message.fuzzy:
            yield from (f"{catalogue}: {wrong}" for wrong in _wrong_forms(message))


def _wrong_forms(message: Message) -> Iterator[str]:
    originals = _forms(message.id)
    allowed = [placeholders(original) for original in originals]
    for form in filter(None, _forms(message.string)):
        try:
            good = placeholders(form) in allowed
        except ValueError:
            good = False
        if not good:
            yield f"{originals[0]!r} became {form!r}"


def _forms(text: object) -> list[str]:
    """Return the one form of a plain message, or all forms of a plural."""
    return [str(form) for form in text] if isinstance(text, list | tuple) else [str(text or "")]


def findings(*, fix: bool, source: Path = SOURCE, locale: Path = LOCALE) -> list[str]:
    """Compare the template with the source and the translations with their originals.

    Args:
        fix: Write the template anew instead of complaining that it is old.
        source: The package whose strings are extracted.
        locale: Holds ``creditmate.pot`` and ``LANGUAGE/LC_MESSAGES/creditmate.po``.
    """
    kept, made = locale / "creditmate.pot", template(source)
    found = []
    if not kept.exists() or kept.read_text(encoding="utf-8") != made:
        if fix:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(made, encoding="utf-8", newline="\n")
        else:
            found.append(f"{kept}: not what the source says; run dev.py check --fix")
    for catalogue in sorted(locale.glob("*/LC_MESSAGES/creditmate.po")):
        found.extend(wrong_placeholders(catalogue))
    return found


def main(arguments: list[str]) -> int:
    """Print what is wrong and return 1, or 0 if nothing is."""
    found = findings(fix="--fix" in arguments)
    print("\n".join(found) or "Catalogues are right.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
