"""The house style: colors the page can swap, the same bytes twice, honest slopes."""

import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba
from matplotlib.text import Annotation
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from numpy.testing import assert_allclose

from mlmath import figures
from mlmath.figures.style import as_pdf, as_svg

NAMED = (getattr(figures, name) for name in figures.__all__ if name.isupper())
PALETTE = {value for value in NAMED if isinstance(value, str)}


@pytest.fixture(autouse=True)
def style():
    figures.use_style()
    yield
    plt.close("all")


def drawing():
    fig, ax = plt.subplots()
    figures.contours(ax, lambda x, y: x**2 + 3 * y**2, (-2, 2), (-1, 1))
    path = figures.trajectory(ax, [(1.5, 0.8), (0.5, 0.1), (0, 0)], figures.BLUE)
    figures.label_line(ax, path, "descent")
    figures.arrows(ax, [(1, 0.5)], [(2, 3)], scale=0.1)
    ax.grid()
    return fig


def test_a_figure_uses_only_the_colors_the_page_can_swap():
    colors = set(re.findall(r"#[0-9a-fA-F]{6}\b", as_svg(drawing())))
    assert colors <= PALETTE


@pytest.mark.parametrize("write", [as_svg, as_pdf])
def test_the_same_drawing_has_the_same_bytes(write):
    assert write(drawing()) == write(drawing())


def test_a_figure_keeps_the_size_it_was_given():
    assert 'width="316.8pt" height="230.4pt"' in as_svg(drawing())


def test_the_background_is_transparent():
    fig = drawing()
    for background in (fig.patch, fig.axes[0].patch):
        assert to_rgba(background.get_facecolor())[3] == 0


@pytest.mark.parametrize("order", [2.0, -1.0])
def test_the_slope_triangle_measures_the_order(order):
    h, ax = np.logspace(-4, -1, 9), plt.figure().add_subplot()
    assert_allclose(figures.slope_triangle(ax, h, 5 * h**order), order)


def test_convergence_shows_the_median_over_seeds(rng):
    errors, ax = rng.exponential(size=(7, 20)), plt.figure().add_subplot()
    errors[0, 5:] = np.nan
    lines = figures.convergence(ax, {"noisy": errors}, every=3)
    xs, ys = np.array(lines["noisy"].get_data())
    assert_allclose(xs, 3 * np.arange(20))
    assert_allclose(ys, np.median(np.nan_to_num(errors, nan=np.inf), axis=0))


def test_convergence_keeps_names_apart_each_where_its_line_ends_or_leaves():
    k, ax = np.arange(30), plt.figure().add_subplot()
    runs = {"slow": 0.9**k, "alike": 0.901**k, "diverging": 3.0**k}
    runs["diverging"][20:] = np.inf
    ax.set_ylim(1e-3, 3.1**5)
    figures.convergence(ax, runs)
    notes = [text for text in ax.texts if isinstance(text, Annotation)]
    places = {note.get_text(): note.xy for note in notes}
    assert abs(places["slow"][1] - places["alike"][1]) > 0.06
    assert places["diverging"][0] == 5
    assert all(0 <= height <= 1.1 for _, height in places.values())


def test_arrows_are_drawn_at_their_true_length(rng):
    points, vectors = rng.normal(size=(2, 5, 2))
    quiver = figures.arrows(plt.figure().add_subplot(), points, vectors, scale=0.5)
    assert quiver.scale == 1
    assert_allclose(np.column_stack([quiver.U, quiver.V]), vectors / 2)


def test_an_image_strip_shows_all_images_on_one_scale(rng):
    images = rng.uniform(size=(5, 8, 8))
    fig = figures.image_strip(images, titles="abcde", rows=2)
    shown = [ax.images[0] for ax in fig.axes if ax.images]
    assert len(shown) == 5
    assert len({image.get_clim() for image in shown}) == 1


def test_a_notebook_shows_figures_as_vectors_without_a_date():
    source = "from mlmath import figures; figures.use_style()\n"
    source += "import matplotlib.pyplot as plt; plt.plot([1, 2]);"
    notebook = new_notebook(cells=[new_code_cell(source)])
    NotebookClient(notebook, kernel_name="python3").execute()
    (shown,) = (o["data"] for o in notebook.cells[0].outputs if "data" in o)
    assert shown.keys() == {"image/svg+xml", "application/pdf", "text/plain"}
    assert "<dc:date>" not in shown["image/svg+xml"]


def test_a_figure_is_drawn_for_a_page_and_for_a_phone(monkeypatch):
    shown, papers = {}, []

    class Shell:
        class display_pub:
            publish = staticmethod(lambda **told: shown.update(told))

    def draw(paper):
        papers.append(paper)
        _, axes = paper.row(2, height=2.0, width=5.0)
        axes[0].plot([0, 1], [0, 1])

    monkeypatch.setattr("mlmath.figures.paper.get_ipython", Shell)
    figures.show(draw)
    assert papers == [figures.PAGE, figures.PHONE]
    assert 'width="360pt" height="144pt"' in shown["data"]["image/svg+xml"]
    narrow = shown["metadata"]["image/svg+xml"]["narrow"]
    assert 'width="264.96pt" height="288pt"' in narrow
    assert plt.get_fignums() == []


def test_text_of_the_style_is_large_enough_for_a_phone_and_fits_its_screen():
    assert figures.PHONE.width * 96 <= 358  # of 390 pixels, without the margins
    _, ax = figures.PHONE.one()
    ax.set(xlabel="x", title="title")
    texts = [ax.xaxis.label, ax.title, *ax.get_xticklabels(), ax.text(0, 0, "text")]
    assert min(float(text.get_fontsize()) for text in texts) * 96 / 72 >= 11


def test_no_two_methods_that_are_compared_share_a_color_or_a_dash():
    ways = [n for n in figures.METHODS if "difference" in n or "step" in n]
    for names in (ways, [n for n in figures.METHODS if n not in ways]):
        colors, dashes = zip(*(figures.METHODS[n] for n in names), strict=True)
        assert len({*colors}) == len({*map(str, dashes)}) == len(names)


def test_a_method_looks_the_same_wherever_it_is_drawn():
    ax = plt.figure().add_subplot()
    lines = figures.convergence(ax, {"other": [1, 0.5], "Heavy ball": [1, 0.1]})
    look = figures.method("heavy ball")
    assert lines["Heavy ball"].get_color() == look["color"]
    assert lines["Heavy ball"].get_linestyle() == look["linestyle"]


@pytest.mark.parametrize("text", ["$2 + 2 = 5$", r"$\mathbf A \le \mathbf B$", "a ≥ b"])
def test_a_formula_is_no_figure(text):
    with pytest.raises(ValueError, match="nothing but a relation"):
        figures.show(lambda paper: paper.one()[1].text(0, 0, text))


@pytest.mark.parametrize("text", ["the slope $a = b$", "$x^2$"])
def test_words_and_names_may_stand_in_a_figure_alone(text):
    figures.show(lambda paper: paper.one()[1].text(0, 0, text))


def test_a_relation_may_stand_beside_its_curve():
    def draw(paper):
        ax = paper.one()[1]
        ax.plot([0, 1], [0, 1])
        ax.text(0, 0, "$y = x$")

    figures.show(draw)
