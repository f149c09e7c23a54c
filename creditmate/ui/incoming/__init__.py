"""They called: a note before anybody knows whose call it is."""
