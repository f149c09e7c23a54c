"""What the whole book teaches about lateness, learnt as at a day."""

from datetime import date

from creditmate.db.habits import book_lateness
from creditmate.domain.lateness import Book, learn_book


def learnt_book(as_at: date) -> Book:
    """Return the book's figures from its latest settled items."""
    return learn_book(book_lateness(as_at))
