"""The desk of the desk's own tests, laid out once."""

from tests.desk.conftest import clock, folder, house, laid_out

__all__ = ["clock", "folder", "house", "laid_out"]
