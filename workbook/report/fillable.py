"""Inputs over blank paper, for whoever fills it in on a screen: each has a name and a question; nothing runs or is sent.

ReportLab's own form fields know the fourteen standard faces only, which have neither Greek nor Cyrillic and are in no file; and
no tags. So these are written here, with a face of their own and their place in the tree of tags.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from workbook.report import lettering, style
from workbook.report.tags import Tag, decorating, tagged

Box = tuple[float, float, float, float]
"""From the pen's place: x, y, width, height."""

LETTERS: Final = "Answer"
SEVERAL, RADIO, PRINTED = 1 << 12, 1 << 15, 4
OFF: Final = PDFName("Off")


class Asked(Struct, frozen=True):
    """What an input is called, from the exercise down to the part, and the question that is read aloud with it."""

    path: tuple[str, ...]
    told: str

    def part(self, name: str, told: str = "") -> Asked:
        """One of several inputs to the same question; `told` instead of the question, where that was just read."""
        return Asked((*self.path, name), told or self.told)

    def also(self, name: str, told: str) -> Asked:
        """One of several, told after the question."""
        return Asked((*self.path, name), f"{self.told} {told}")


class Pen(Struct, frozen=True):
    """What is drawn in an input as long as it is empty, or once it is marked: lines and circles, in the operators of a page."""

    code: str

    @staticmethod
    def line(x: float, y: float, to: float, high: float, wide: float = 0.5) -> Pen:
        """A straight one."""
        return Pen(f"{_rgb(style.QUIET)} RG {wide} w {x:.2f} {y:.2f} m {to:.2f} {high:.2f} l S\n")

    def __add__(self, other: Pen) -> Pen:
        return Pen(self.code + other.code)


NOTHING: Final = Pen("")


def cross(size: float) -> Pen:
    """A box that is ticked."""
    low, high = size * 0.2, size * 0.8
    return _dark(Pen.line(low, low, high, high, 1.8) + Pen.line(low, high, high, low, 1.8))


def dot(size: float) -> Pen:
    """A circle that is picked."""
    return Pen(f"{_rgb(style.INK)} rg {_round(size / 2, size * 0.28)} f\n")


def ring(size: float) -> Pen:
    """A number that is ringed; it stays readable."""
    return Pen(f"{_rgb(style.INK)} RG 2.2 w {_round(size / 2, size / 2 - 1.2)} S\n")


def _dark(pen: Pen) -> Pen:
    return Pen("1 J " + pen.code.replace(_rgb(style.QUIET), _rgb(style.INK)))


def _rgb(colour: Any) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"


def _round(middle: float, radius: float) -> str:
    """A circle of four curves."""
    m, r, k = middle, radius, radius * 0.5523
    return (
        f"{m + r:.2f} {m:.2f} m {m + r:.2f} {m + k:.2f} {m + k:.2f} {m + r:.2f} {m:.2f} {m + r:.2f} c "
        f"{m - k:.2f} {m + r:.2f} {m - r:.2f} {m + k:.2f} {m - r:.2f} {m:.2f} c "
        f"{m - r:.2f} {m - k:.2f} {m - k:.2f} {m - r:.2f} {m:.2f} {m - r:.2f} c "
        f"{m + k:.2f} {m - r:.2f} {m + r:.2f} {m - k:.2f} {m + r:.2f} {m:.2f} c h"
    )


class _Named(PDFDictionary):
    """One name of the tree of inputs, and the names below it."""

    def __init__(self, name: str) -> None:
        super().__init__({"T": PDFString(name)})
        self.below: dict[str, _Named] = {}


class Form:
    """The inputs of one document, while its pages are drawn."""

    def __init__(self) -> None:
        self._names = _Named("")
        self._looks: dict[tuple[float, float, str], Any] = {}

    def write(self, canvas: Any, asked: Asked, box: Box, empty: Pen, *, several: bool) -> None:
        """Room for words; what is drawn in it goes as soon as something is typed, down to a line below."""
        named = self._name(asked, fresh=True)
        named["FT"], named["TU"] = PDFName("Tx"), PDFString(asked.told)
        named["DA"] = PDFString(f"/{LETTERS} 0 Tf {_rgb(style.INK)} rg")
        named["BS"] = PDFDictionary({"W": 0.5, "S": PDFName("U")})
        if empty.code:
            named["MK"] = PDFDictionary({"BC": PDFArray([round(part, 3) for part in style.QUIET.rgb()])})
        if several:
            named["Ff"] = SEVERAL
        self._place(canvas, named, box, asked.told, {"N": _look(canvas, box, empty)})

    def tick(self, canvas: Any, asked: Asked, box: Box, marked: Pen) -> None:
        """A box of its own."""
        named = self._name(asked, fresh=True)
        named["FT"], named["TU"], named["V"] = PDFName("Btn"), PDFString(asked.told), OFF
        self._mark(canvas, named, box, asked.told, "yes", marked)

    def pick(self, canvas: Any, asked: Asked, box: Box, marked: Pen, this: str, told: str) -> None:
        """One of several, of which one can be picked; picked once more, none is."""
        named = self._name(asked)
        if "Kids" not in named.dict:
            named["FT"], named["TU"], named["V"] = PDFName("Btn"), PDFString(asked.told), OFF
            named["Ff"], named["Kids"] = RADIO, PDFArray([])
        widget = PDFDictionary({"Parent": canvas._doc.Reference(named), "TU": PDFString(told)})
        named.dict["Kids"].sequence.append(canvas._doc.Reference(widget))
        self._mark(canvas, widget, box, told, this, marked)

    def _mark(self, canvas: Any, widget: PDFDictionary, box: Box, told: str, state: str, marked: Pen) -> None:
        widget["AS"] = OFF
        looks = PDFDictionary({state: self._shared(canvas, box, marked), "Off": self._shared(canvas, box, NOTHING)})
        self._place(canvas, widget, box, told, {"N": looks})

    def _name(self, asked: Asked, *, fresh: bool = False) -> _Named:
        """The place of a name; where it is taken and should not be, the next one: a part that goes on over the page's end."""
        at = self._names
        for name in asked.path[:-1]:
            at = at.below.setdefault(name, _Named(name))
        last, count = asked.path[-1], 1
        while fresh and last in at.below:
            count += 1
            last = f"{asked.path[-1]}-{count}"
        return at.below.setdefault(last, _Named(last))

    def _shared(self, canvas: Any, box: Box, pen: Pen) -> Any:
        """How a mark looks, once for all of its size; an input for words has its own, since a program may write into that."""
        wide, tall = _edges(canvas, box)[1]
        key = (round(wide, 2), round(tall, 2), pen.code)
        if key not in self._looks:
            self._looks[key] = _look(canvas, box, pen)
        return self._looks[key]

    def _place(self, canvas: Any, widget: PDFDictionary, box: Box, told: str, looks: dict[str, Any]) -> None:
        (x, y), (wide, tall) = _edges(canvas, box)
        number = canvas._doc.number_of(widget)
        widget.dict |= {"Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "F": PRINTED}
        widget["Rect"] = PDFArray([round(edge, 2) for edge in (x, y, x + wide, y + tall)])
        widget["AP"], widget["P"] = PDFDictionary(looks), b"%d 0 R" % canvas._doc.sheet
        widget["StructParent"] = canvas.tree.holds(Tag("Form", told), number)
        canvas._annotationrefs.append(b"%d 0 R" % number)

    def write_into(self, document: Any) -> None:
        """Put the tree of names into a finished document."""
        letters = PDFDictionary({LETTERS: document.Reference(lettering.face(document))})
        about = {"Fields": self._kids(document, self._names), "DR": PDFDictionary({"Font": letters})}
        document.Catalog.AcroForm = PDFDictionary({**about, "DA": PDFString(f"/{LETTERS} 0 Tf 0 g")})

    def _kids(self, document: Any, above: _Named) -> PDFArray:
        for named in above.below.values():
            if above is not self._names:
                named["Parent"] = document.Reference(above)
            if named.below:
                named["Kids"] = self._kids(document, named)
        return PDFArray([document.Reference(named) for named in above.below.values()])


def _look(canvas: Any, box: Box, pen: Pen) -> Any:
    wide, tall = (round(edge, 2) for edge in _edges(canvas, box)[1])
    about = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": PDFArray([0, 0, wide, tall])}
    code = f"q {wide / box[2]:.4f} 0 0 {tall / box[3]:.4f} 0 0 cm {pen.code}Q" if pen.code else ""
    made = PDFStream(PDFDictionary({**about, "Resources": PDFDictionary({})}), code.encode("ascii"))
    return canvas._doc.Reference(made)


def _edges(canvas: Any, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a box lies on the page, and how large it is there."""
    left, low = canvas.absolutePosition(box[0], box[1])
    right, high = canvas.absolutePosition(box[0] + box[2], box[1] + box[3])
    return (left, low), (right - left, high - low)


def ruled(canvas: Any, asked: Asked | None, box: Box, lines: Pen, *, several: bool = False) -> None:
    """Lines to write on; in a form they are what an empty input shows, so that they are never behind what is typed."""
    if canvas.form is not None and asked is not None:
        with tagged(canvas, Tag("P")):
            canvas.form.write(canvas, asked, box, lines, several=several)
        return
    with decorating(canvas):
        canvas.translate(box[0], box[1])
        canvas._code.append(lines.code)


def filled(canvas: Any, asked: Asked | None, put: Callable[[Form, Asked], None], *, role: str | None = "Lbl") -> None:
    """What stands over a mark on the page, where it is a form."""
    if canvas.form is not None and asked is not None:
        with tagged(canvas, Tag(role) if role else None):
            put(canvas.form, asked)
