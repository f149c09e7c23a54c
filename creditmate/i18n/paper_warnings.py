"""What to look at before a paper is issued, in words."""

from creditmate.i18n.catalogue import N_, words

_CONCERNS = {
    "undrawable": N_("No font of ours has these characters: {text}"),
    "right_to_left": N_("This is written from right to left and may not read well: {text}"),
    "shortened": N_("This was shortened to fit: {text}"),
    "word_broken": N_("This word is wider than its column and was broken: {text}"),
    "address_too_long": N_("The address does not fit the window: {text}"),
    "no_code": N_("No payment code could be made: {text}"),
}


def paper_warning_words(concern: str, text: str, language: str) -> str:
    """Return a concern (``documents.papers.Concern``) about a paper in words."""
    return words(language).gettext(_CONCERNS[concern]).format(text=text)
