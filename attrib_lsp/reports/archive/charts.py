"""Charts as SVG that goes into a page: in the page's colours, light and dark, with its fonts, and without any style.

The library draws them; what it writes is then taken apart, for a page's policy allows no ``style`` attribute, and a
colour that is fixed would be wrong in the dark.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from markupsafe import Markup

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The colours that are drawn with, and the class of the page that each stands for.
_INK, _SOFT, _RULE, _MARK, _ACCENT = "#010101", "#020202", "#030303", "#040404", "#050505"
_CLASSES = {_INK: "ink", _SOFT: "soft", _RULE: "rule", _MARK: "mark", _ACCENT: "accent"}
#: The width of a chart in inches, of 72 units each, and the height of a bar.
_WIDTH, _BAR = 9.5, 0.3
_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
#: What of the library's styles is kept; fonts are the page's.
_KEPT = {
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-dasharray",
    "text-anchor",
    "opacity",
}
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "attrib-lsp",
    "text.color": _INK,
    "axes.edgecolor": _SOFT,
    "axes.labelcolor": _SOFT,
    "xtick.color": _SOFT,
    "ytick.color": _INK,
    "text.parse_math": False,
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def bars(name: str, labels: Sequence[str], values: Sequence[float], unit: str) -> Markup:
    """Return horizontal bars, the first on top, each with its value; ``unit`` says what the values are.

    ``name`` tells the chart from others on its page.
    """

    def draw(axes: Axes) -> None:
        places = range(len(values))
        axes.barh(places, values, color=_MARK, height=0.7)
        axes.set_yticks(places, labels)
        axes.margins(y=0.01)
        axes.invert_yaxis()
        axes.set_xlabel(unit)
        axes.set_xlim(0, max(values, default=1) * 1.12 or 1)
        axes.tick_params(axis="both", length=0)
        axes.spines["bottom"].set_visible(False)
        axes.set_xticks([])
        for place, value in zip(places, values, strict=True):
            axes.annotate(_number(value), (value, place), (4, 0), textcoords="offset points", va="center")

    return _drawn(name, draw, 0.6 + _BAR * len(values))


def line(name: str, labels: Sequence[str], values: Sequence[float], unit: str) -> Markup:
    """Return a line over ``labels``, from zero; ``unit`` says what the values are, ``name`` as in `bars`."""

    def draw(axes: Axes) -> None:
        places = range(len(values))
        axes.plot(places, values, color=_ACCENT, linewidth=2, marker="o", markersize=4 if len(values) <= 60 else 0)
        step = -(-len(labels) // 12) or 1
        axes.set_xticks(list(places)[::step], [labels[place] for place in places][::step])
        axes.set_ylabel(unit)
        axes.set_ylim(0, max(values, default=0) * 1.1 or 1)
        axes.grid(axis="y", color=_RULE, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.tick_params(axis="both", length=0)
        axes.spines["left"].set_visible(False)

    return _drawn(name, draw, 3.2)


def _number(value: float) -> str:
    """Return a value as people read it."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def _drawn(name: str, draw: Callable[[Axes], None], height: float) -> Markup:
    """Return what ``draw`` draws."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    file = io.StringIO()
    with mpl.rc_context(_STYLE):
        figure = Figure((_WIDTH, height), layout="constrained")
        FigureCanvasSVG(figure)
        draw(figure.add_subplot())
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _for_a_page(file.getvalue(), name)


def _for_a_page(svg: str, name: str) -> Markup:
    """Return a drawing without its own styles and names, hidden from screen readers: they get the table below it."""
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _LINK[1 : _LINK.index("}")])
    root = ElementTree.fromstring(svg[svg.index("<svg") :])
    for parent in root.iter():
        for child in [one for one in parent if one.tag in (f"{{{_SVG}}}metadata", f"{{{_SVG}}}style")]:
            parent.remove(child)
    for element in root.iter():
        _restyle(element)
        _rename(element, name)
    root.attrib = {"viewBox": root.get("viewBox", ""), "class": "chart", "aria-hidden": "true", "focusable": "false"}
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _restyle(element: ElementTree.Element) -> None:
    """Turn an element's style into attributes, its colours into classes."""
    classes = []
    for rule in element.attrib.pop("style", "").split(";"):
        key, _, value = (part.strip() for part in rule.partition(":"))
        if key in ("fill", "stroke") and value in _CLASSES:
            classes.append(f"{key}-{_CLASSES[value]}")
        elif key in _KEPT:
            element.set(key, value)
    if classes:
        element.set("class", " ".join(classes))


def _rename(element: ElementTree.Element, name: str) -> None:
    """Let an element's name, and what it refers to, be of this chart alone."""
    if "id" in element.attrib:
        element.set("id", f"{name}-{element.attrib['id']}")
    if _LINK in element.attrib:
        element.set(_LINK, f"#{name}-{element.attrib[_LINK].lstrip('#')}")
    if "clip-path" in element.attrib:
        element.set("clip-path", re.sub(r"url\(#", f"url(#{name}-", element.attrib["clip-path"]))
