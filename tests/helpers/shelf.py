"""A credential store that keeps things for as long as a test runs."""

from __future__ import annotations


class Shelf:
    """Keeps texts in a dictionary."""

    def __init__(self):
        self.kept = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def delete_password(self, service, username):
        del self.kept[service, username]
