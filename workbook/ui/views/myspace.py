"""My space."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.myspace import MySpaceScreen, MySpaceState
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button, pressed


class MySpaceView(PageView[MySpaceScreen]):
    """One line an errand."""

    def build(self, page: Page, state: MySpaceState) -> None:
        """The list."""
        page.title(state.title or _("My space"))
        for errand in state.errands:
            page.add(pressed(Leading(errand.title, errand.line), errand.go))
        page.lead_on(button(_("&Back"), self.presenter.back))
        self.always_there()
