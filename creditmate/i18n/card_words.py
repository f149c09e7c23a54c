"""That a card's number was masked, in words."""

from creditmate.i18n.catalogue import words


def masked_words(count: int, language: str) -> str:
    """Say that so many card numbers were masked in what was just saved."""
    ngettext = words(language).ngettext
    said = ngettext(
        "A card number was masked: it is not kept, only its last four figures are.",
        "{count} card numbers were masked: they are not kept, only their last four figures are.",
        count,
    )
    return said.format(count=count)
