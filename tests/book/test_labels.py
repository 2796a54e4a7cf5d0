"""An address once published leads somewhere for good."""

from press.site.labels import labels_in, registered
from press.source.project import Project
from press.source.redirects import redirects


def test_no_label_disappears_without_a_redirect(root, site):
    moved = redirects(Project(root))
    gone = registered(Project(root)).keys() - labels_in(site).keys()
    lost = {label for label in gone if label.partition("#")[0] not in moved}
    assert lost == set(), "list each in _redirects.yml with the place it has moved to"


def test_every_label_is_written_down(root, site):
    new = labels_in(site).keys() - registered(Project(root)).keys()
    assert new == set(), "write them down: make labels"


def test_every_redirect_leads_to_a_page_and_a_label(root, site):
    labels = labels_in(site)
    for new in redirects(Project(root)).values():
        page, _, label = new.partition("#")
        assert (site / f"{page}.html").exists(), new
        assert not label or new in labels, new
