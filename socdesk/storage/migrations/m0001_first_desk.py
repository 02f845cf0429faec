"""The first desk."""

from pathlib import Path

from alembic import op

revision = "m0001_first_desk"
down_revision = None


def upgrade() -> None:
    """Make every table of version 0.1."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
