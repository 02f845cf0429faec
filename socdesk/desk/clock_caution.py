"""What is said when this computer's clock lies before what was saved last."""

from __future__ import annotations

from datetime import datetime

from socdesk.clock import day_in_text, london_day, time_in_text


def clock_caution(newest_change: str, now: datetime) -> str:
    """Say that this computer's clock lies before what was saved last; nothing where it does not.

    ``newest_change`` is the moment of the newest change, as it is stored, or empty.
    """
    newest = datetime.fromisoformat(newest_change) if newest_change else now
    if newest <= now:
        return ""
    said, saved = (f"{day_in_text(london_day(each))} at {time_in_text(each)}" for each in (now, newest))
    return (
        f"This computer’s clock says {said}, but this desk was last changed on {saved}. Check the clock: what you do"
        " now is marked in the log."
    )
