"""The parts of a customer's page."""
