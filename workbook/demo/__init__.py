"""`couples-workbook demo`: an invented couple walks through the real app, and prints what they said."""

from workbook.demo.make import WALKED, make_demo
from workbook.demo.pages import Look

__all__ = ["WALKED", "Look", "make_demo"]
