"""The commands about what is remembered, under one roof."""

from __future__ import annotations

import click

from tui.command.library.feeds import feeds
from tui.command.library.history import history
from tui.command.library.opened import Group
from tui.command.library.saved import saved


@click.group(cls=Group)
def library() -> None:
    """What summarise remembers: what was read, what is saved, and feeds."""


for _command in (history, saved, feeds):
    library.add_command(_command)
