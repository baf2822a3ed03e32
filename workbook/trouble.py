"""Trouble: what can go wrong that a person can mend."""

from __future__ import annotations

from collections.abc import Mapping


class Trouble(Exception):  # noqa: N818 - it is shown to people, who have trouble, not errors
    """Something the world did, with a code for the log and parameters for the sentence a person reads.

    The sentences stand in `screens/words.py`; the exception itself holds the code alone, so that no answer or path reaches a log.
    """

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params = dict(params or {})
