"""Two made-up languages: every word of ours longer, with accents and in brackets; once from the left, once from the right.

What is not in brackets on a page was never given to a translator; what is cut off would be cut off in German too.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1] / "workbook"
FROM_THE_LEFT, FROM_THE_RIGHT = "en_XA", "ar_XB"
LONGER = 0.35
"""How much longer words get: about what they do in German or Finnish."""

_RIGHT = "\u200f"
"""A mark that nobody sees: what begins with it is read from the right."""

_ACCENTS = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")
_KEPT = re.compile(r"(\{[^}]*\}|&.|\s+)")


def messages() -> Iterator[tuple[str, ...]]:
    """Every text of ours that goes through gettext: one form, or a singular and a plural."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="_" | "gettext" | "ngettext" as name), args=args):
                    texts = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                    if texts:
                        yield tuple(texts[: 2 if name == "ngettext" else 1])


def pseudo(text: str, language: str = FROM_THE_LEFT) -> str:
    """A text in the made-up language; names to be put in, keys of buttons and what stands around it stay as they are."""
    if "\n\n" in text:  # each paragraph may stand on its own
        return "\n\n".join(pseudo(paragraph, language) for paragraph in text.split("\n\n"))
    inner = text.strip()
    if not inner:
        return text
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(inner))
    longer = " ".join(["mööre"] * round(len(inner) * LONGER / 6)) or "~"
    mark = _RIGHT if language == FROM_THE_RIGHT else ""
    return text.replace(inner, f"{mark}[{accented} {longer}]")


def write_catalogue(folder: Path, language: str) -> None:
    """The compiled catalogue of a made-up language, as msgfmt would write it."""
    pairs = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}
    for texts in messages():
        pairs["\0".join(texts)] = "\0".join(pseudo(text, language) for text in texts)
    known = sorted((each.encode(), said.encode()) for each, said in pairs.items())
    at = 28 + 16 * len(known)
    tables: tuple[bytearray, bytearray] = (bytearray(), bytearray())
    words = bytearray()
    for side in (0, 1):
        for pair in known:
            tables[side].extend(struct.pack("<II", len(pair[side]), at + len(words)))
            words += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(known), 28, 28 + 8 * len(known), 0, 0)
    target = folder / language / "LC_MESSAGES" / "workbook.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(head + tables[0] + tables[1] + words)
