"""By what somebody is greeted on the telephone, as far as the name on file tells it."""

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "lord",
        "rev", "major", "captain", "colonel", "herr", "frau", "madame", "monsieur",
    }
)  # fmt: skip
"""What goes before a name: whoever is called so is greeted by title and surname."""
_OFFICES = frozenset(
    {
        "accounts", "accounting", "reception", "office", "purchasing", "finance", "payables",
        "payable", "administration", "helpdesk", "switchboard", "team", "department",
    }
)  # fmt: skip
"""Words of a whole office: nobody is called so."""


def spoken_name(contact: str) -> str:
    """Return by what a contact is greeted: ``Tessa``, ``Major Venn``; empty for an office."""
    words = contact.split()
    if not words or any(word.casefold() in _OFFICES for word in words):
        return ""
    if words[0].casefold().rstrip(".") in _TITLES and len(words) > 1:
        return f"{words[0]} {words[-1]}"
    return words[0]
