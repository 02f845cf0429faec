"""Runs one command and turns what happens into an exit code.

0: done. 1: the world's fault, with one clear line on standard error. 2: wrong usage. 3: a fault of ours. 130: stopped.
"""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial

from socdesk.cli.terminal import speak_any_language
from socdesk.cli.window import window
from socdesk.errors import CancelledError, UserFacingError

DONE, WORLD, OURS, STOPPED = 0, 1, 3, 130


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name, or show the window, and return the exit code."""
    speak_any_language()
    return _guarded(_window(arguments) or _command(arguments))


def _window(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return what shows the window, if it is asked for: it comes at once, without all that reads commands."""
    match tuple(arguments):
        case () | ("window",):
            return partial(window, Namespace(desk=None))
        case ("window", folder) if not folder.startswith("-"):
            return partial(window, Namespace(desk=folder))
        case _:
            return None


def _command(arguments: Sequence[str]) -> Callable[[], int]:
    from socdesk.cli.parser import build_parser  # noqa: PLC0415  the window needs none of it
    from socdesk.cli.usage import misuse  # noqa: PLC0415

    parser = build_parser()
    chosen = parser.parse_args(arguments)
    if wrong := misuse(chosen):
        parser.error(wrong)
    return lambda: int(chosen.run(chosen))


def _guarded(do: Callable[[], int]) -> int:
    try:
        return do()
    except UserFacingError as error:
        return _say(" ".join(str(error).split()), WORLD)
    except (CancelledError, KeyboardInterrupt):
        return _say("Stopped. What was saved before is safe.", STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away; nobody to tell
        return DONE
    except OSError as error:
        return _say(f"The system would not read or write something: {error.strerror or 'no reason given'}.", WORLD)
    except Exception as error:  # noqa: BLE001  the last guard: whatever it is, no record text may be printed
        return _say(_crash(error), OURS)


def _say(words: str, code: int) -> int:
    print(words, file=sys.stderr)
    return code


def _crash(error: Exception) -> str:
    """Say where a fault of ours happened, without the error's own words, which may hold record text."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119  the name alone, no path of this machine
    return f"Socdesk failed through a fault of its own ({type(error).__name__} at {place}). What was saved is safe."
