"""A completion may say until when it counts, where its certificate says other than the course."""

import sqlalchemy as sa
from alembic import op

revision = "m0004_completion_expires"
down_revision = "m0002_drafts"


def upgrade() -> None:
    """Give completions a last day of their own; those that stand have none."""
    op.add_column("completions", sa.Column("f_expires", sa.Text))
