"""`couples-workbook demo`: an invented couple walks through the real app, and prints what they said."""

from workbook.demo.make import make_demo
from workbook.demo.pages import Look

__all__ = ["Look", "make_demo"]
