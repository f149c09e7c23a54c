"""The people at a customer's: shown, and typed in a dialog."""
