"""What the screens need from outside, said in the couple's own terms. `storage`, `report`, `ui` and the tests' fakes answer it.

Every call may take long and may raise `Trouble`; none of them is made on the screen's thread (see `Jobs`). What they speak of is
imported for the type checker alone: the first page does not wait for it.
"""

from workbook.couple.ports.around import Clock, Jobs, LocalLines, Looks, Printer, Speller
from workbook.couple.ports.notebook import Backups, Notebook, Notebooks
from workbook.couple.ports.spaces import Shared, Space

__all__ = ["Backups", "Clock", "Jobs", "LocalLines", "Looks", "Notebook", "Notebooks", "Printer", "Shared", "Space", "Speller"]
