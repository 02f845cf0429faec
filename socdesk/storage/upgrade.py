"""Brings the schema up to date: all steps or none, from inside the package, after a copy (store.md 4)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from socdesk.errors import UserFacingError
from socdesk.files import NotConfirmedError, copy_file, move_file
from socdesk.storage.engine import DriverError, connect
from socdesk.storage.faults import DeskTooNewError, UpgradeFailedError

SHIPPED = Path(__file__).parent / "migrations"
PART = ".part"
"""What the name of a copy ends in while it is written."""


def _steps(location: Path) -> list[str]:
    return sorted(path.stem for path in location.glob("m[0-9]*.py"))


def newest_steps(locations: tuple[Path, ...]) -> frozenset[str]:
    """Return the last step of each location: what an up-to-date desk has. A step's revision is its file's name."""
    return frozenset(_steps(location)[-1] for location in locations)


def standing_steps(connection: Any) -> frozenset[str]:
    """Return what a desk has, without loading Alembic."""
    try:
        return frozenset(row[0] for row in connection.execute("SELECT version_num FROM alembic_version"))
    except DriverError as error:
        if "no such table" in str(error):
            return frozenset()
        raise


def is_current(path: Path, key: bytes, locations: tuple[Path, ...]) -> bool:
    """Tell whether a desk needs no step.

    Raises:
        DeskTooNewError: it has a step that this program does not know.

    """
    connection = connect(path, key, writing=True)
    try:
        standing = standing_steps(connection)
    finally:
        connection.close()
    known = {step for location in locations for step in _steps(location)}
    if standing - known:
        raise DeskTooNewError
    return standing == newest_steps(locations)


def copy_before_upgrade(path: Path, key: bytes, now: datetime) -> Path:
    """Copy the closed file beside itself, as encrypted as it is, and return the copy's path.

    The copy has its name once it is whole and on the disk; one that a killed program began is begun anew.

    Raises:
        UserFacingError: there is no room for the copy, or it cannot be written; nothing was changed.

    """
    with contextlib.closing(connect(path, key, writing=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copy = path.with_name(f"before-upgrade-{now:%Y%m%dT%H%M%SZ}.db")
    part = copy.with_name(f"{copy.name}{PART}")
    part.unlink(missing_ok=True)
    copy_file(path, part)
    try:
        move_file(part, copy)
    except NotConfirmedError:
        copy.unlink(missing_ok=True)  # the next try makes another
        raise
    return copy


def upgrade(engine: Engine, locations: tuple[Path, ...]) -> None:
    """Run all steps that a desk lacks, in one transaction.

    Raises:
        UpgradeFailedError: a step failed; the file is as it was.
        UserFacingError: the disk is full, or the file damaged; the file is as it was.

    """
    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            # Rebuilding a parent table with foreign keys on would delete its children (store.md 4, 8).
            driver.execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _run_steps(connection, locations)
                if driver.execute("PRAGMA foreign_key_check").fetchall():
                    raise UpgradeFailedError  # noqa: TRY301  the transaction must see it
            driver.execute("PRAGMA foreign_keys = ON")
    except UserFacingError:
        raise
    except Exception as error:
        raise UpgradeFailedError from error


def _run_steps(connection: Any, locations: tuple[Path, ...]) -> None:
    from alembic.config import Config  # noqa: PLC0415  costs more than all else at opening; needed by old desks only
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(locations[0]).replace("%", "%%"))
    config.set_main_option("version_locations", "\n".join(str(place).replace("%", "%%") for place in locations))
    config.set_main_option("path_separator", "newline")
    script = ScriptDirectory.from_config(config)

    def steps(revision: Any, context: object) -> Any:
        del context
        upgrades: Callable[[str, Any], Any] = script._upgrade_revs  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  what Alembic's own upgrade command passes
        return upgrades("heads", revision)

    with EnvironmentContext(config, script, fn=steps, destination_rev="heads") as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
