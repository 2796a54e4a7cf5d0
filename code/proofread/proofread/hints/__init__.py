"""Did you mean …? A small change of either side under which an equation holds.

A hint is looked for once the refutation stands, and is worth so much work and no more.
Changes are tried at a few points, the usual slips first; what holds there is measured
as any claim is, at sizes and points of its own, and never proved.
"""

from .meant import Meant, did_you_mean

__all__ = ["Meant", "did_you_mean"]
