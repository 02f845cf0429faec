"""Reads what can be read of a damaged file, page by page, without trusting any of them."""
