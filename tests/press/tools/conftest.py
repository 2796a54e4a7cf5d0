"""Installing the lock on every Python takes minutes each: only where all is tested."""

from press.tools.selection import takes_everything

collect_ignore = [] if takes_everything() else ["test_pythons.py"]
