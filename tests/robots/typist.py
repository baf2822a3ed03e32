"""People at the window of a process of their own: `python -m tests.robots.typist FOLDER` types on until it is killed.

It says on its output how many characters were typed, and how many stood there when the page said "Saved". With `evening WORDS`
after the folder, two people spend a whole evening there, and every answer holds these words.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.robots.window import Hands, evening
from workbook.screens.walk import WalkScreen

ALPHABET = "the quick brown dog sleeps, "


def type_on(folder: Path) -> None:
    """Set up, walk to the third step, type for ever."""
    hands = Hands(folder).open().set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself")
    hands.onward()
    walk = hands.on(WalkScreen)
    print("typing", walk.state.page.step.id, flush=True)  # noqa: T201 - this is how it talks
    typed = 0
    while True:
        hands.write(ALPHABET[typed % len(ALPHABET)])
        typed += 1
        saved = walk.state.status == "Saved"
        print("saved" if saved else "typed", typed, flush=True)  # noqa: T201 - as above
        time.sleep(0.02)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        spend = Hands(Path(sys.argv[1])).open()
        evening(spend, "Draw our loop", (f"A{sys.argv[3]}", f"B{sys.argv[3]}"), words=sys.argv[3])
        spend.close()
    else:
        type_on(Path(sys.argv[1]))
