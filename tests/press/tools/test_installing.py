"""What installing takes is measured as the Makefile installs."""

from press.tools.bench.installing import INSTALL, PINNED, installed


def test_packages_are_installed_as_the_makefile_installs_them(root):
    makefile = (root / "Makefile").read_text("utf-8")
    assert f"$(RUN) {' '.join(INSTALL)}" in makefile
    assert f"$(INSTALL) {' '.join(PINNED)}" in makefile


def test_an_environment_without_packages_has_its_seconds_and_size(tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text("# nothing")
    found = installed(lock)
    assert 0 < found.seconds < 300
    assert 1 < found.bytes / 1024**2 < 100
