"""The command line: the same deeds as the window, for scripts, support and tests."""
