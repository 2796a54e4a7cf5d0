"""The Python that runs a chapter, and what it sees of this machine."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir

from ..source.project import Project
from ..source.state import code_of_chapters
from .recording import END, LIST
from .stating import TOLD

SYSTEM = ("/bin", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sys", "/usr", "/var")


class Kernel(AsyncKernelManager):
    """This environment's own Python, whatever kernels the user has installed.

    It is spoken to through files, which nobody else on the machine can read.
    """

    def _transport_default(self) -> str:
        return "ipc"

    def _connection_file_default(self) -> str:
        return str(Path(jupyter_runtime_dir()) / f"{uuid.uuid4().hex}.json")

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        ours = Path(sys.prefix) / "share" / "jupyter" / "kernels"
        return KernelSpecManager(kernel_dirs=[str(ours)])


def kernel_environment(recorded: Path) -> dict[str, str]:
    """A kernel's variables: the outputs must not depend on when the book is built.

    recorded: the file to which the kernel writes what its cells read.
    """
    told = {LIST: str(recorded), TOLD: str(beside(recorded))}
    return os.environ | {"SOURCE_DATE_EPOCH": "0"} | told


def beside(recorded: Path) -> Path:
    """The file to which the kernel writes what the engine stated."""
    return recorded.with_name(f"{recorded.name}-stated")


def paths_in(recorded: Path, project: Project) -> list[Path]:
    """What cells read and may change: a compiled module stands for its source.

    Left out are what the press made itself, the code that all chapters have in common,
    the system's files and temporary ones.
    """
    raw = recorded.read_bytes().split(END)[:-1] if recorded.exists() else []
    paths = (Path(os.fsdecode(each)) for each in raw)
    ours = [project.build, *code_of_chapters(project)]
    others = [*map(Path, SYSTEM), Path(tempfile.gettempdir())]
    return [
        _source(path)
        for path in paths
        if not any(
            path.is_relative_to(folder)
            for folder in (ours if path.is_relative_to(project.root) else others)
        )
    ]


def _source(path: Path) -> Path:
    if path.suffix != ".pyc" or path.parent.name != "__pycache__":
        return path
    return Path(importlib.util.source_from_cache(path))


def find_fonts() -> None:
    """Let Matplotlib list the fonts once, before every kernel does and says so."""
    if not any(Path(os.environ["MPLCONFIGDIR"]).glob("fontlist*")):
        command = [sys.executable, "-c", "import matplotlib.font_manager"]
        subprocess.run(command, capture_output=True, check=True)
