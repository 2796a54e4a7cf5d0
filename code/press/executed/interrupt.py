"""Work that an interrupt ends, with all that it started."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

Result = TypeVar("Result")


def in_a_thread(work: Coroutine[None, None, Result]) -> Result:
    """The work's result; an interrupt ends its kernels too.

    On the main thread every notebook client would take the interrupt for itself.
    """
    with ThreadPoolExecutor(1) as pool, asyncio.Runner() as runner:
        loop = runner.get_loop()
        task = loop.create_task(work)
        result = pool.submit(loop.run_until_complete, task)
        try:
            return result.result()
        except KeyboardInterrupt:
            loop.call_soon_threadsafe(task.cancel)
            wait([result])
            raise
