"""Socdesk: an offline, encrypted desk for a council's Single Point of Contact for serious and organised crime."""

__version__ = "0.1.0"
