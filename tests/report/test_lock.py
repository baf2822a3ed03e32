"""A PDF behind a passphrase: AES-256 as PDF 2.0 has it, the same pages behind it, nothing told in front of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PasswordType, PdfReader
from pypdf.generic import Destination

from tests.report.outline import told
from tests.report.test_document import described
from workbook.content.blocks import Heading, Said
from workbook.couple.paper import Paging
from workbook.report.document import PdfPrinter

PASSPHRASE = "a quiet harbour, żółw ﬁ"
BLOCKS = (Heading("The door", 1), Said("I feel <hurt & alone>"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    printer, path = PdfPrinter(), tmp_path / "notes.pdf"
    printer.keep(printer.make("", BLOCKS, Paging()), path, PASSPHRASE)
    return path


def test_it_is_aes_256_of_revision_6(target: Path) -> None:
    about: Any = PdfReader(target).trailer["/Encrypt"].get_object()
    assert (about["/V"], about["/R"], about["/CF"]["/StdCF"]["/CFM"]) == (5, 6, "/AESV3")


def test_only_the_passphrase_opens_it_however_its_letters_are_put_together(target: Path) -> None:
    for wrong in ("", "a quiet harbour", PASSPHRASE.upper()):
        assert PdfReader(target).decrypt(wrong) == PasswordType.NOT_DECRYPTED
    reader = PdfReader(target, password="a quiet harbour, żółw fi")
    assert "<hurt & alone>" in reader.pages[0].extract_text()


def test_behind_it_are_the_same_tags_bookmarks_and_title_and_nothing_more(target: Path) -> None:
    reader = PdfReader(target, password="a quiet harbour, żółw fi")
    assert {str(key): str(value) for key, value in (reader.metadata or {}).items()} == {"/Title": "Notes"}
    assert described(reader) == "Notes 1"
    made = PdfPrinter().make("", BLOCKS, Paging())
    assert told(target.read_bytes(), "a quiet harbour, żółw fi") == told(made.data)
    assert [one.title for one in reader.outline if isinstance(one, Destination)] == ["The door"]


def test_nothing_of_it_can_be_read_in_front(target: Path) -> None:
    raw = target.read_bytes()
    assert not [word for word in (b"hurt", b"door", b"Notes", b"pypdf", b"Producer", b"Date") if word in raw]


def test_it_is_written_once_for_its_owner_alone(target: Path) -> None:
    assert os.listdir(target.parent) == ["notes.pdf"]
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_long_one_can_be_locked_too(tmp_path: Path) -> None:
    printer = PdfPrinter()
    blocks = tuple(block for at in range(1_500) for block in (Heading(f"Question {at}"), Said("said")))
    printer.keep(printer.make("Long", blocks, Paging()), tmp_path / "long.pdf", PASSPHRASE)
    assert len(PdfReader(tmp_path / "long.pdf", password=PASSPHRASE.replace("ﬁ", "fi")).pages) > 100


def test_without_a_passphrase_anyone_can_open_it(tmp_path: Path) -> None:
    printer, path = PdfPrinter(), tmp_path / "notes.pdf"
    made = printer.make("", BLOCKS, Paging())
    printer.keep(made, path)
    assert path.read_bytes() == made.data
    assert not PdfReader(BytesIO(made.data)).is_encrypted


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf, another reader, is not on this machine")
def test_qpdf_says_the_same(target: Path) -> None:
    command = ["qpdf", "--show-encryption", "--password=a quiet harbour, żółw fi", str(target)]
    about = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "R = 6" in about
    assert about.count("AESv3") == 3
