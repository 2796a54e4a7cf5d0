"""The plots several chapters share: each draws and returns what it drew."""

from collections.abc import Mapping

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.pyplot import figure
from matplotlib.quiver import Quiver
from matplotlib.text import Annotation
from numpy.typing import ArrayLike

from .methods import METHODS, method
from .style import INK, MUTED, PAPER

HALO = [patheffects.withStroke(linewidth=3, foreground=PAPER)]


def label_line(
    ax: Axes, line: Line2D, text: str, x: float | None = None, offset=(4, 0)
) -> Annotation:
    """Write `text` beside `line` in its color, at its end or where it passes x.

    offset: points to the right and up. It replaces a legend.
    """
    xs, ys = (np.asarray(data, dtype=float) for data in line.get_data())
    at = -1 if x is None else int(np.argmin(np.abs(xs - x)))
    return ax.annotate(
        text,
        (xs[at], ys[at]),
        xytext=offset,
        textcoords="offset points",
        color=line.get_color(),
        verticalalignment="center",
        path_effects=HALO,
        annotation_clip=False,
    )


def contours(
    ax: Axes, f, x_limits, y_limits, levels: int | ArrayLike = 12
) -> QuadContourSet:
    """Draw level curves of f(x, y) on equal axes; f takes two arrays of one shape."""
    (left, right), (low, high) = x_limits, y_limits
    x, y = np.meshgrid(np.linspace(left, right, 61), np.linspace(low, high, 61))
    ax.set_aspect("equal")
    return ax.contour(
        x, y, f(x, y), levels=levels, colors=MUTED, linewidths=0.9, alpha=0.75
    )


def trajectory(ax: Axes, points: ArrayLike, color: str) -> Line2D:
    """Draw the iterates, points: (steps, 2), joined by a line; the first is hollow."""
    points = np.asarray(points)
    (line,) = ax.plot(*points.T, ".-", color=color, markersize=6, linewidth=1.4)
    start: PathCollection = ax.scatter(
        *points[0], s=36, facecolor=PAPER, edgecolor=color
    )
    start.set_zorder(line.get_zorder() + 1)
    return line


def arrows(
    ax: Axes, points: ArrayLike, vectors: ArrayLike, color: str = INK, scale=1.0
) -> Quiver:
    """Draw vectors: (n, 2) at points: (n, 2), each `scale` times its length."""
    points, vectors = np.atleast_2d(points), scale * np.atleast_2d(vectors)
    reach = np.vstack([points, points + vectors])
    ax.update_datalim(reach)
    ax.autoscale_view()
    return ax.quiver(
        *points.T,
        *vectors.T,
        angles="xy",
        scale_units="xy",
        scale=1,
        color=color,
        width=0.008,
    )


def convergence(
    ax: Axes, errors: Mapping[str, ArrayLike], every: int = 1, band=(0.1, 0.9)
) -> dict[str, Line2D]:
    """Draw errors against gradient evaluations, log scale, each line beside its name.

    errors: name -> positive, (evaluations,) or (seeds, evaluations) for the median
    over seeds and a band between two quantiles; `every`: evaluations between entries.
    Methods of the book have their own color and dash. An iterate that overflowed counts
    as infinite. Set the limits of y beforehand.
    """
    ax.set_yscale("log")
    ax.set_xlabel("gradient evaluations")
    lines = {}
    for name, values in errors.items():
        runs = np.nan_to_num(np.atleast_2d(values), nan=np.inf, posinf=np.inf)
        shown = np.quantile(runs, [band[0], 0.5, band[1]], axis=0, method="higher")
        low, middle, high = np.where(np.isfinite(shown) & (shown > 0), shown, np.nan)
        evaluations = every * np.arange(len(middle))
        look = method(name) if name.lower() in METHODS else {}
        (lines[name],) = ax.plot(evaluations, middle, lw=1.4, **look)
        color = lines[name].get_color()
        if len(runs) > 1:
            ax.fill_between(evaluations, low, high, color=color, alpha=0.2, lw=0)
    _label_apart(ax, lines)
    return lines


def _label_apart(ax: Axes, lines: Mapping[str, Line2D], gap: float = 0.065) -> None:
    """Name the lines where they end or leave, `gap` of the height apart or more."""
    bottom, top = np.log(ax.get_ylim())
    ax.set_ylim(*np.exp([bottom, top]))
    ends = {}
    for name, line in lines.items():
        xs, ys = (np.asarray(data, dtype=float) for data in line.get_data())
        heights = (np.log(ys) - bottom) / (top - bottom)
        last = np.flatnonzero((heights >= 0) & (heights <= 1))[-1]
        ends[name] = xs[last], float(heights[last])
    below = -gap
    for name, (x, height) in sorted(ends.items(), key=lambda end: end[1][1]):
        below = max(height, below + gap)
        ax.annotate(
            name,
            (x, below),
            xycoords=ax.get_xaxis_transform(),
            xytext=(4, 0),
            textcoords="offset points",
            color=lines[name].get_color(),
            verticalalignment="center",
            path_effects=HALO,
            annotation_clip=False,
        )


def slope_triangle(
    ax: Axes, h: ArrayLike, error: ArrayLike, color: str = MUTED
) -> float:
    """Return the slope of log error against log h by least squares, and draw it.

    A triangle hangs under the middle of the fitted line, labeled with the slope.
    h, error: positive, (n,), only where the order holds. Sets both scales to log.
    """
    log_h, log_error = np.log10(np.asarray(h)), np.log10(np.asarray(error))
    slope, intercept = np.polyfit(log_h, log_error, 1)
    left, right = np.quantile(log_h, [0.4, 0.7])
    drop = 0.06 * np.ptp(log_error)
    start, end = slope * np.array([left, right]) + intercept - drop
    corner = right if slope > 0 else left
    x = 10 ** np.array([left, corner, right, left])
    y = 10 ** np.array([start, min(start, end), end, start])
    ax.loglog(x, y, color=color, linewidth=1)
    ax.annotate(
        f"slope {slope:.2f}".replace("-", "−"),
        (10**corner, 10 ** ((start + end) / 2)),
        xytext=(np.copysign(5, slope), 0),
        textcoords="offset points",
        color=color,
        horizontalalignment="left" if slope > 0 else "right",
        verticalalignment="center",
        path_effects=HALO,
    )
    return float(slope)


def image_strip(
    images: ArrayLike, titles=(), rows: int = 1, width: float = 6.3, **limits
) -> Figure:
    """Draw images: (n, height, width) in a grid, all on one gray scale (vmin, vmax).

    Values grow from paper to ink by default, as pen strokes do.
    """
    images = np.asarray(images)
    columns = -(-len(images) // rows)
    cell = width / columns
    height = rows * (
        cell * images.shape[1] / images.shape[2] + (0.28 if titles else 0.05)
    )
    limits = {"vmin": images.min(), "vmax": images.max(), "cmap": "gray_r"} | limits
    fig = figure(figsize=(width, height))
    axes = fig.subplots(rows, columns, squeeze=False).ravel()
    for ax in axes:
        ax.set_axis_off()
    for ax, image in zip(axes, images, strict=False):
        shown: AxesImage = ax.imshow(image, **limits)
        shown.set_interpolation("none")
    for ax, title in zip(axes, titles, strict=False):
        ax.set_title(title, loc="center", fontsize="small")
    return fig
