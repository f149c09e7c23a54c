"""The parts of the page on which a customer is entered and edited."""
