"""Texts that were typed and not saved yet."""

from alembic import op

revision = "m0002_drafts"
down_revision = "m0001_first_desk"


def upgrade() -> None:
    """Make the table of drafts."""
    op.execute(
        "CREATE TABLE drafts ( officer TEXT NOT NULL, record TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL, "
        "PRIMARY KEY (officer, record) )"
    )
