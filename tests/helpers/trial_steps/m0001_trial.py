"""Make the tables of the trial register and its child."""

from alembic import op

revision = "m0001_trial"
down_revision = None

COMMON = (
    "id TEXT NOT NULL PRIMARY KEY, reference TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, state TEXT NOT NULL, "
    "restricted INTEGER NOT NULL, parent TEXT NOT NULL, created_by TEXT NOT NULL, created_at TEXT NOT NULL, "
    "changed_by TEXT NOT NULL, changed_at TEXT NOT NULL, seq INTEGER NOT NULL"
)


def upgrade():
    op.execute(
        f"CREATE TABLE trials ({COMMON}, f_text TEXT, f_flag INTEGER, f_day TEXT, f_moment TEXT, f_when TEXT, "
        "f_period TEXT, f_choice TEXT, f_choices TEXT, f_number INTEGER, f_their_reference TEXT, f_link TEXT, "
        "f_restricted_text TEXT, f_source_text TEXT)"
    )
    op.execute(f"CREATE TABLE trial_parts ({COMMON}, f_text TEXT)")
    for name in ("trials", "trial_parts"):
        op.execute(f"CREATE INDEX {name}_parent ON {name} (parent)")
        op.execute(f"CREATE INDEX {name}_order ON {name} (state, reference)")
