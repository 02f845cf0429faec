"""The trial register's own step: a line of its own beside the shipped ones."""

import sqlalchemy as sa
from alembic import op

revision = "m9001_visits"
down_revision = None
branch_labels = ("trial",)

TEXT = ("reference", "state", "parent", "created_by", "created_at", "changed_by", "changed_at")


def _common():
    return [
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("reference", sa.Text, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("restricted", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXT[2:]),
        sa.Column("seq", sa.Integer, nullable=False),
    ]


def upgrade():
    """Make the tables of visits and findings."""
    whole = {"urgent", "people"}
    fields = (
        "title", "urgent", "day", "reported", "seen", "open_for", "ward", "tags", "people", "minute", "concern",
        "told_by",
    )  # fmt: skip
    op.create_table(
        "visits", *_common(), *(sa.Column(f"f_{name}", sa.Integer if name in whole else sa.Text) for name in fields)
    )
    op.create_index("visits_parent", "visits", ["parent"])
    op.create_index("visits_order", "visits", ["state", "f_day", "id"])
    op.create_index("visits_restricted", "visits", ["created_by"], sqlite_where=sa.text("restricted = 1"))
    op.create_table("findings", *_common())
    op.create_index("findings_parent", "findings", ["parent"])
    op.create_index("findings_order", "findings", ["state", "reference", "id"])
    op.create_index("findings_restricted", "findings", ["created_by"], sqlite_where=sa.text("restricted = 1"))
