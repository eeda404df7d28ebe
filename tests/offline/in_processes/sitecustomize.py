"""Imported by every Python process that a test starts: forbids it the network."""

import os

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "__init__.py")  # noqa: PTH118, PTH120
_names: dict = {"__name__": "offline", "__file__": _FILE}
with open(_FILE, encoding="utf-8") as _file:  # noqa: PTH123
    exec(compile(_file.read(), _FILE, "exec"), _names)
_names["forbid_network"](lambda: bool(os.environ.get(_names["VARIABLE"])))
