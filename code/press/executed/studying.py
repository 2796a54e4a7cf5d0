"""A study's own process: what its script found, and the modules it imported.

`python -P -m press.executed.studying SCRIPT FILE` is started by the press alone.
"""

import json
import runpy
import sys
from pathlib import Path
from typing import Any


def plain(value: Any) -> Any:
    """Arrays and numbers of NumPy as JSON holds them."""
    return value.tolist()


def main() -> None:
    """Write what study() returns into the file that the command line names."""
    script, target = sys.argv[1:]
    found = runpy.run_path(script)["study"]()
    files = {getattr(module, "__file__", None) for module in [*sys.modules.values()]}
    told = {"found": found, "modules": sorted(filter(None, files))}
    Path(target).write_text(json.dumps(told, default=plain), "utf-8")


if __name__ == "__main__":
    main()
