import threading
import urllib.request

import pytest

from press.site.serve import NEWS, Newsroom, make_server
from press.source.project import Project


@pytest.fixture
def newsroom():
    return Newsroom()


@pytest.fixture
def address(tmp_path, newsroom):
    (tmp_path / "_build/html").mkdir(parents=True)
    (tmp_path / "_build/html/index.html").write_text("<h1>Book</h1>")
    server = make_server(Project(tmp_path), newsroom, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_served_page_asks_for_news_but_the_file_does_not(address, tmp_path):
    served = urllib.request.urlopen(f"{address}/").read().decode()
    assert served.startswith("<h1>Book</h1>")
    assert NEWS in served
    assert NEWS not in (tmp_path / "_build/html/index.html").read_text()


def test_an_open_page_hears_how_a_build_ended(address, newsroom):
    with urllib.request.urlopen(f"{address}{NEWS}") as news:
        threading.Timer(0.2, newsroom.publish, ["built"]).start()
        assert news.readline() == b"data: built\n"
