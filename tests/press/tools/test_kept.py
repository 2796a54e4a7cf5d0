"""What is kept for the next run can be damaged, and is then made anew."""

import pytest

from press.tools.kept import keep, read_kept


def test_what_was_kept_is_read(tmp_path):
    keep(tmp_path / "below/kept.json", {"seconds": 1.5})
    assert read_kept(tmp_path / "below/kept.json") == {"seconds": 1.5}
    assert [file.name for file in (tmp_path / "below").iterdir()] == ["kept.json"]


@pytest.mark.parametrize("damaged", [b"", b"{", b"[1]", b"\xff"])
def test_what_is_damaged_is_nothing(tmp_path, damaged):
    (tmp_path / "kept.json").write_bytes(damaged)
    assert read_kept(tmp_path / "kept.json") == {}
