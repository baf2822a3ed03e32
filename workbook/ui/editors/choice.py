"""One of a few."""

from gettext import gettext as _

from workbook.content.fields import Choice, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import OneOf, Option


class ChoiceEditor(Editor):
    """Rows, each an equal choice; the chosen one can be let go again."""

    def __init__(self, field: Choice) -> None:
        super().__init__(field.label)
        self._ids = [option.id for option in field.options]
        self.group = OneOf(self)
        self.group.changed.connect(self._on_changed)
        for option in field.options:
            row = Option(option.text, parent=self)
            row.setAccessibleDescription(field.label)
            self.group.add(row)
            self.body(row)
            if option.id == self._ids[0]:
                self.named_by_label(row)
        self.open = Button(_("Leave open"), "plain", self)
        self.open.clicked.connect(self.group.take_back)
        policy = self.open.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when something is chosen
        policy.setHorizontalPolicy(policy.Policy.Maximum)
        self.open.setSizePolicy(policy)
        self.body(self.open)
        self._tell()

    def value(self) -> Value:
        """The id of the option, or `None`."""
        return None if self.group.chosen is None else self._ids[self.group.chosen]

    def set_value(self, value: Value) -> None:
        """Show a choice, or none."""
        self.group.choose(None if value is None else self._ids.index(value))
        self._tell()

    def _on_changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.setFocusProxy(self.group.stop)
        self.open.setVisible(self.group.chosen is not None)
