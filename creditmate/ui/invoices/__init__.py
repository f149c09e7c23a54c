"""Parts of the Invoices place: its list, its form, its dialogs."""
