"""Contacts of a customer besides the call: logged, confirmed in writing, put right, moved."""
