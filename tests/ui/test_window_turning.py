"""However long somebody leafs, no page that was turned stays behind."""

from __future__ import annotations

from tests.robots.turning import a_walk, alive, turn
from tests.robots.window import Hands


def test_after_sixty_pages_no_more_is_alive_than_after_ten(hands: Hands) -> None:
    turn(a_walk(hands), 10)
    before = alive(hands)
    turn(hands, 50)
    assert alive(hands) == before
