"""E-mail addresses: whether a mail program could send to one at all.

A small rule on purpose: one ``@`` with something sensible on both sides. Whether anybody reads
the mail shows only when it is sent. Source: ecosystem.md; RFC 5321, 4.5.3.1 (lengths).
"""

import re

LONGEST = 254
_LOCAL = r"[^\s@<>()\[\]\\,;:\"]{1,64}"
_LABEL = r"[^\W_]([\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(rf"{_LOCAL}@({_LABEL}\.)+[^\W\d_][\w-]{{0,61}}[^\W_]")


def is_email(text: str) -> bool:
    """Whether a text can be an e-mail address."""
    local, _, _ = text.partition("@")
    dotted = not (local.startswith(".") or local.endswith(".") or ".." in local)
    return len(text) <= LONGEST and dotted and _ADDRESS.fullmatch(text) is not None


def email_key(text: str) -> str:
    """Return the form in which addresses are compared: nobody tells capitals apart."""
    return text.strip().casefold()
