"""Watches over an open desk: idle time, sleep, the system's lock, the clipboard."""
