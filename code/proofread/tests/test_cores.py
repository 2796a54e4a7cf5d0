"""As many claims are scored at once as there are cores, whosever they are."""

import os
import time
from multiprocessing import get_context

from proofread.audit.cores import Cores


def _hold(cores: Cores, told: int) -> None:
    with cores.one():
        os.write(told, b"<")
        time.sleep(0.05)
        os.write(told, b">")


def test_no_more_processes_work_at_once_than_there_are_cores():
    cores, (hearing, telling) = Cores.of_this_machine(2), os.pipe()
    fork = get_context("fork")
    processes = [fork.Process(target=_hold, args=(cores, telling)) for _ in range(6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    at_work = most = 0
    for mark in os.read(hearing, 100).decode():
        at_work += 1 if mark == "<" else -1
        most = max(most, at_work)
    assert (at_work, most) == (0, 2)


def test_a_core_is_given_back_where_its_work_fails():
    cores = Cores.of_this_machine(1)
    for _ in range(3):
        try:
            with cores.one():
                raise ValueError
        except ValueError:
            pass
    os.set_blocking(cores.free, False)
    assert os.read(cores.free, 9) == bytes(1)
