"""Translated words: gettext catalogues, one per language, asked for by name."""

import re
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from creditmate.i18n.pseudo import PSEUDO, PseudoWords

DOMAIN = "creditmate"
LOCALE_FOLDER = Path(__file__).parents[2] / "resources" / "locale"
"""Beside the package, in the source tree and in the frozen program alike."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


def N_(message: str) -> str:  # noqa: N802 - the name that pybabel and translators know
    """Mark ``message`` for translation and return it unchanged."""
    return message


@lru_cache(maxsize=64)
def words(language: str, folder: Path = LOCALE_FOLDER) -> NullTranslations:
    """Return the translations of a language, whose ``gettext`` callers name ``_``.

    Args:
        language: A locale such as ``de_DE`` or ``de``; a region falls back to its language,
            and what is unknown or malformed falls back to English. ``PSEUDO`` is for trying
            the window's layout.
        folder: Where the compiled catalogues are.
    """
    if language == PSEUDO:
        return PseudoWords(folder / f"{DOMAIN}.pot")
    if not _LANGUAGE.fullmatch(language):
        return NullTranslations()
    code = language.replace("-", "_")
    files = (_file(folder, known) for known in (code, code.partition("_")[0]))
    found = next((file for file in files if file.exists()), None)
    if found is None:
        return NullTranslations()
    with found.open("rb") as file:
        return GNUTranslations(file)


def _file(folder: Path, code: str) -> Path:
    return folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo"


def spoken(locale: str, fallback: str = "en_GB", folder: Path = LOCALE_FOLDER) -> str:
    """Return the locale to write in for somebody: theirs, where the program speaks its language.

    Else it is the fallback if that is English, as the words will be: a message never has days and
    amounts of one language among words of another.
    """
    known = {code.partition("_")[0] for code in languages(folder)}
    if locale.replace("-", "_").partition("_")[0] in known:
        return locale
    return fallback if fallback.startswith("en") else "en_GB"


def languages(folder: Path = LOCALE_FOLDER) -> tuple[str, ...]:
    """Return the codes of the languages that the program speaks: English, and each catalogue's."""
    found = folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ("en", *sorted(path.parents[1].name for path in found))
