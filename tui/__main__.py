"""Entry point of the command ``summarise``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from tui.process.ends import INTERRUPTED, end_at_once_on_signals, end_on_signals

#: So many new objects until the garbage collector looks for circles: importing and ranking make
#: none to speak of. There are 76,000 at the first frame and 165,000 at the first summary that is
#: shown; to look through 50,000 took 9 ms of either, and of a printed summary.
_COLLECTED_AT = 200_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and report any mistake of the user's as one line on standard error.

    Args:
        arguments: The command line without the program's name; otherwise that of the process.

    Returns:
        The exit code.
    """
    gc.set_threshold(_COLLECTED_AT)
    is_process = arguments is None
    try:
        if is_process:
            end_on_signals()
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if is_process:
            end_at_once_on_signals()


def _run(arguments: Sequence[str] | None) -> int:
    # Imported here, so that an interrupt in the meantime is as quiet as one later.
    import click

    from summarise import SummariseError
    from tui.command.choosing import command_of
    from tui.command.terminal import say

    if sys.stderr is not None and hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = command_of(arguments).main(arguments, prog_name="summarise", standalone_mode=False)
    except click.ClickException as error:
        say(error.format_message())
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except SummariseError as error:
        say(str(error))
        return 1
    except Exception as error:
        from tui.process.faults import fault_of  # only then

        say(str(fault_of(error)))
        return 1
    return int(code or 0)


if __name__ == "__main__":
    sys.exit(main())
