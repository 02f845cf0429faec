"""An accessibility client as a screen reader is one. Runs under the system's own Python, which has the bindings.

    at_spi_client.py COMMAND...

Starts the program, reads its whole tree again and again until it ends, and says how much it met; returns its code.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version is required first

PATIENCE_MS = 2000
MOST_CHILDREN = 60
"""A table has more cells than a screen reader asks for at once."""


class Reader:
    """Reads names, roles, states and texts of all that is there. What goes while it is looked at is passed over."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.rounds = self.nodes = 0
        self.gone: Counter[str] = Counter()
        self.roles: set[str] = set()
        self.names: set[str] = set()

    def try_to_read(self) -> None:
        """Read, unless the program just goes."""
        self._try(self.read)

    def read(self) -> None:
        """Read the program's tree once."""
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(number)
            if program is not None and program.get_process_id() == self.pid:
                program.set_cache_mask(Atspi.Cache.NONE)
                program.clear_cache()
                before = self.nodes
                self._read_below(program)
                self.rounds += self.nodes > before + 1  # one that starts or ends has no windows

    def _read_below(self, node: Atspi.Accessible) -> None:
        self._try(self._note, node)
        for number in range(min(self._try(node.get_child_count) or 0, MOST_CHILDREN)):
            child = self._try(node.get_child_at_index, number)
            if child is not None:
                self._read_below(child)

    def _try(self, ask: Callable[..., Any], *given: object) -> Any:
        try:
            return ask(*given)
        except GLib.Error as error:
            self.gone[error.message] += 1
            return None

    def _note(self, node: Atspi.Accessible) -> None:
        self.nodes += 1
        self.roles.add(node.get_role_name())
        self.names.add(node.get_name() or "")
        node.get_state_set()
        node.get_relation_set()
        component = node.get_component_iface()
        if component is not None:
            component.get_extents(Atspi.CoordType.SCREEN)


def main(command: list[str]) -> int:
    """Read while the program lives."""
    Atspi.init()
    Atspi.set_timeout(PATIENCE_MS, PATIENCE_MS)
    heard: list[str] = []
    listener = Atspi.EventListener.new(lambda event: heard.append(event.type))
    for kind in ("object:state-changed", "object:children-changed", "window"):
        listener.register(kind)
    with subprocess.Popen(command) as program:
        reader = Reader(program.pid)
        while program.poll() is None:
            reader.try_to_read()
            while GLib.MainContext.default().iteration(False):  # noqa: FBT003  GLib's own argument
                pass
    found = {"rounds": reader.rounds, "nodes": reader.nodes, "gone": reader.gone.total(), "events": len(heard)}
    print(json.dumps({"client": found | {"roles": sorted(reader.roles), "names": len(reader.names)}}), flush=True)  # noqa: T201  its answer
    return program.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
