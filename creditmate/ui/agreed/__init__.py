"""Terms and conditions: what a customer agreed to, and the library they come from."""
