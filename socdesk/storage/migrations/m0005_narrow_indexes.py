"""A list's ids, the sizes of its views and what is restricted are read from indexes alone, however long a log grows."""

from alembic import op

revision = "m0005_narrow_indexes"
down_revision = "m0004_completion_expires"

ORDERS = {
    "strategies": ("state", "f_adopted", "id"),
    "posts": ("state", "f_title", "id"),
    "post_holders": ("state", "f_held", "id"),
    "actions": ("state", "reference", "id"),
    "milestones": ("state", "f_due", "id"),
    "progress_notes": ("state", "f_day", "id"),
    "evidence": ("state", "f_day", "id"),
    "kpi_readings": ("state", "f_census", "id"),
    "concerns": ("state", "f_received", "id", "f_status"),
    "statements": ("state", "f_made", "id"),
    "routes": ("state", "f_sent", "id"),
    "concern_sources": ("state", "reference", "id"),
    "learners": ("state", "f_surname", "f_forename", "id"),
    "licences": ("state", "f_held", "id"),
    "employments": ("state", "f_held", "id"),
    "terms": ("state", "f_held", "id"),
    "courses": ("state", "f_title", "id"),
    "requirements": ("state", "reference", "id"),
    "completions": ("state", "f_completed", "id"),
    "exemptions": ("state", "f_held", "id"),
    "papers": ("state", "f_meeting", "id"),
    "paper_sections": ("state", "reference", "id"),
    "relations": ("state", "reference", "id"),
    "imports": ("state", "f_imported", "id"),
    "contacts": ("state", "f_name", "id"),
    "list_entries": ("state", "f_vocabulary", "f_sort", "id"),
    "officers": ("state", "f_name", "id"),
    "grants": ("state", "reference", "id"),
    "settings": ("state", "f_name", "id"),
}


def upgrade() -> None:
    """Make each index of order anew, with all that is read with it, and add one of what is restricted."""
    for table, columns in ORDERS.items():
        op.execute(f"DROP INDEX {table}_order")
        op.execute(f"CREATE INDEX {table}_order ON {table} ({', '.join(columns)})")
        op.execute(f"CREATE INDEX {table}_restricted ON {table} (created_by) WHERE restricted = 1")
