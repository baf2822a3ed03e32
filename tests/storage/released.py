"""One small notebook of each schema, kept so that every later program is shown to open it.

`python -m tests.storage.released` writes the one of today's schema anew. Do that when its tables changed before they were released;
afterwards a change is a new version, and the notebooks of the versions before stay as they are.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

from tests.storage import given
from tests.storage.given import SECRET
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Place
from workbook.storage import rows

PLACE: Final = Path(__file__).with_name("released")
CODE: Final = "a code as it is stored"


def lived_in(folder: Path) -> None:
    """A notebook in which something of everything was done."""
    notebook = given.begun(folder)
    mira, sam, shared = notebook.space("mira"), notebook.space("sam"), notebook.shared()
    given.sealed(notebook)
    notebook.open_step("first", "cue")
    shared.save("first", "name", BOTH, given.text("the wave"))
    shared.go("first", Place(2, 0))
    given.started(notebook, "second")
    notebook.seal(given.half("mira", "second"))
    sam.save("second", "cue", given.text("the silence \ud800"))
    sam.hold("second", frozenset({"wish"}))
    mira.start(given.alone())
    mira.save("own", "cue", given.text("rain on the roof " * 500))
    mira.set("lamp", "low")
    mira.exported("mine", "nobody", "00")
    shared.set_pause({"until": "20:30", "sentence": "I am coming back"})
    notebook.set_recovery("mira", SECRET["mira"], CODE)
    notebook.close()


def seen(notebook: Notebook) -> dict[str, Any]:
    """All that was done there, as both find it."""
    mira, sam, shared = notebook.space("mira"), notebook.space("sam"), notebook.shared()
    return {
        "people": [person.name for person in shared.people()],
        "own": mira.answers("own"),
        "lamp": mira.setting("lamp"),
        "exports": [line["what"] for line in mira.exports()],
        "sealed": {one: sorted(notebook.space(one).sealed("second")) for one in SECRET},
        "draft": sam.answers("second"),
        "held": sorted(sam.held("second")),
        "opened": [(one.step, one.author, one.answer, one.broken) for one in shared.opened("first")],
        "joint": [(one.step, one.author, one.answer) for one in shared.joint("first")],
        "sittings": [(entry.sitting.id, entry.sitting.exercise.source, entry.place) for entry in shared.sittings()],
        "pause": shared.pause(),
        "ready": [notebook.ready(one, given.LISTED) for one in ("first", "second")],
        "code": notebook.has_recovery("mira"),
    }


def main() -> None:
    """Write the notebook of today's schema."""
    folder = PLACE / str(rows.SCHEMA)
    shutil.rmtree(folder, ignore_errors=True)
    PLACE.mkdir(exist_ok=True)
    lived_in(folder)
    for left in (folder / "notebook.lock", *folder.glob("*-journal")):
        left.unlink()


if __name__ == "__main__":
    main()
