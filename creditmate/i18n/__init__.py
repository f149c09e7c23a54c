"""Everything said to a person: words, formats and parsing; a language is passed, never global."""
