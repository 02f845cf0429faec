"""Registers as lists that a person searches, filters, sorts and reads."""
