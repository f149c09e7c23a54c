"""Words that begin a sentence, or stand by themselves."""


def capital(text: str) -> str:
    """Return words with their first letter large, and no other changed: by post → By post."""
    return text[:1].upper() + text[1:]
