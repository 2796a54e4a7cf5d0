"""The Python that runs a chapter, and what it sees of this machine."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir


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


def kernel_environment() -> dict[str, str]:
    """A kernel's variables: the outputs must not depend on when the book is built."""
    return os.environ | {"SOURCE_DATE_EPOCH": "0"}


def find_fonts() -> None:
    """Let Matplotlib list the fonts once, before every kernel does and says so."""
    if not any(Path(os.environ["MPLCONFIGDIR"]).glob("fontlist*")):
        command = [sys.executable, "-c", "import matplotlib.font_manager"]
        subprocess.run(command, capture_output=True, check=True)
