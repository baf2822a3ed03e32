"""How the workbook looks: a style, a palette, a face, one scale of sizes. The application itself carries all four."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from workbook.ui.colours import SCHEMES, Ink, Scheme, colours_of

if TYPE_CHECKING:
    from workbook.ui.fusion import WorkbookStyle

Wish = Literal["light", "dark", "contrast", "system"]
"""What a person may choose; "system" follows the desktop."""

Kind = Literal["text", "small", "label", "heading", "ask", "title"]
"""What a run of words is on the page; each has its size on one scale."""

FAMILY = "Atkinson Hyperlegible"
FACES = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold", "AtkinsonHyperlegible-Italic", "DejaVuSans")
BASE = 12.5
"""The size of text at 100 %, in points."""

SIZES: dict[Kind, float] = {"text": 1, "small": 0.9, "label": 1, "heading": 1.24, "ask": 1.6, "title": 2.0}
"""How large each is beside text at 100 %; see `font` for what becomes of that when text is made larger."""

BOLD: frozenset[Kind] = frozenset({"label", "heading", "title"})
LEAST, MOST = 0.8, 2.5

W = TypeVar("W", bound=QWidget)


class Theme(QObject):
    """Dresses an application; changing it re-dresses what is open. `fonts` is the folder of the bundled faces."""

    def __init__(self, app: QApplication, fonts: Path, scheme: Wish = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._fonts = fonts
        self._wish: Wish = scheme
        self._scale = scale
        self._begun = False
        self._style: WorkbookStyle | None = None
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @classmethod
    def here(cls, fonts: Path) -> Theme:
        """The looks of the application that runs already. Raises `RuntimeError` where there is none."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("there is no application to dress")
        return cls(app, fonts)

    @property
    def scheme(self) -> Scheme:
        """The palette in use."""
        return _system_scheme() if self._wish == "system" else self._wish

    @property
    def scale(self) -> float:
        """How large text is beside its usual size, 0.8 to 2.5."""
        return self._scale

    def apply(self, *, first: bool = False) -> None:
        """Dress the application, for the first time or again; the `first` page makes do without our style until `finish`."""
        if not self._begun:
            self._begun = True
            self._load_faces()
            self.set_motion(True)
        if not first:
            self.finish()
        self._app.setPalette(SCHEMES[self.scheme].palette())
        self._app.setFont(self._base_font())
        for widget in self._app.allWidgets():
            if kind := widget.property("kind_of_words"):
                typed(widget, kind)

    def finish(self) -> None:
        """Bring in our style: Qt's has hundreds of names, and no first page should wait until Python has made them all."""
        if self._style is None:
            from workbook.ui.fusion import WorkbookStyle

            self._style = WorkbookStyle()
            self._app.setStyle(self._style)

    def set_scheme(self, scheme: Wish) -> None:
        """Change the palette of everything that is open."""
        self._wish = scheme
        self.apply(first=self._style is None)

    def set_scale(self, scale: float) -> None:
        """Change the size of all words, kept between 80 and 250 %."""
        self._scale = min(MOST, max(LEAST, scale))
        self.apply(first=self._style is None)

    def set_motion(self, moving: bool) -> None:
        """Whether anything may move by itself; without it, words stand in for movement."""
        self._app.setEffectEnabled(Qt.UIEffect.UI_General, moving)

    def font(self, kind: Kind) -> QFont:
        """The font of a kind of words at the present scale."""
        return font(kind)

    def space(self, steps: float) -> int:
        """A distance in pixels; one step is a quarter of the text's size, about 4 pixels at 100 %."""
        return space(steps)

    def colour(self, name: Ink) -> QColor:
        """A colour of the palette in use, by its name."""
        return colours_of(self._app.palette())[name]

    def _base_font(self) -> QFont:
        base = QFont(FAMILY)
        base.setPointSizeF(_usual() * self._scale)
        return base

    def _load_faces(self) -> None:
        for face in FACES:
            QFontDatabase.addApplicationFont(str(self._fonts / f"{face}.ttf"))

    def _on_system_changed(self) -> None:
        if self._wish == "system":
            self.apply(first=self._style is None)


def font(kind: Kind) -> QFont:
    """The font of a kind of words, from the application's own.

    What is larger than text stays larger by as much when text grows: else a question at 200 % would leave no room to answer it.
    """
    base = QApplication.font()
    return QFont(_font(kind, base.family(), base.pointSizeF()))


@cache
def _font(kind: Kind, family: str, points: float) -> QFont:
    """A page has a hundred runs of words in a few kinds."""
    made, beside = QFont(family), SIZES[kind]
    made.setPointSizeF(points * beside if beside < 1 else points + min(points, _usual()) * (beside - 1))
    made.setBold(kind in BOLD)
    return made


def _usual() -> float:
    """The size of text at 100 %, in points of this screen."""
    # A Mac counts 72 points to the inch and not 96; the size on the screen should be the same.
    dpi = QGuiApplication.primaryScreen().logicalDotsPerInch()
    return BASE * (96 / dpi if dpi < 80 else 1)


def typed(widget: W, kind: Kind) -> W:
    """Set a widget's words as a kind; it keeps its place on the scale when the scale changes."""
    if kind != "text":  # which every widget has by itself
        widget.setProperty("kind_of_words", kind)
        widget.setFont(font(kind))
    return widget


def space(steps: float) -> int:
    """A distance in pixels; one step is a quarter of the text's size, about 4 pixels at 100 %."""
    return round(_pixels(QApplication.font().pointSizeF()) * steps / 4)


@cache
def _pixels(points: float) -> int:
    """How high letters of this size are; asking Qt each time would cost more than the rest of a distance."""
    return QFontInfo(QApplication.font()).pixelSize()


def _system_scheme() -> Scheme:
    """What the desktop asks for, where it tells; otherwise light."""
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "accessibility") and hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
