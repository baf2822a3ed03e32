"""The PIN for a sitting, as far as screens and storage must agree on it."""

from __future__ import annotations

from typing import Final

TRIES: Final = 3
"""How often a PIN may be typed wrongly before it is gone."""

LEAST: Final = 4
"""The least number of digits."""


def fit(digits: str) -> bool:
    """Whether this may be a PIN: digits alone, enough of them, not all the same."""
    return digits.isascii() and digits.isdigit() and len(digits) >= LEAST and len(set(digits)) > 1
