"""Acts of an evening, each hindered at each of its calls of the system; run as a script, which prints JSON.

It imports storage once and forks; strace takes hold of each child just before its act, so that only the act is hindered.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.faults.evening import EVENING, SECRET, Act, come_in, look, seen_aside
from workbook.couple.ports import Notebook
from workbook.trouble import Trouble


def hinder(place: Path, name: str, call: str, effect: str, points: Iterable[int]) -> dict[str, Any]:
    """Hinder one act at its n-th call of the system, for each n asked for, until there is no such call any more."""
    number = list(EVENING).index(name)
    before, after = (seen_aside(place / str(at)) for at in (number, number + 1))
    faults, injected, codes = [], 0, set()
    for nth in points:
        folder, log = place / "hindered", place / "hindered.log"
        shutil.copytree(place / str(number), folder)
        said = _hindered(folder, EVENING[name], f"{call}:{effect}:when={nth}", log)
        struck = _struck(log, effect)
        injected += struck
        codes.add(said["told"])
        faults += [f"{name}, {call}, {effect}, {nth}: {fault}" for fault in _faults(folder, said, before, after, effect)]
        shutil.rmtree(folder)
        if not struck:
            break
    return {"injected": injected, "faults": faults, "told": sorted(code for code in codes if code)}


def _faults(folder: Path, said: dict[str, Any], before: dict[str, Any], after: dict[str, Any], effect: str) -> list[str]:
    """What is not as promised: an act that returned must be seen, one that did not is seen whole or not at all."""
    faults = [] if said["other"] is None else [f"not a Trouble: {said['other']}"]
    if effect.startswith("error") and not said["done"]:
        faults.append("it did not go on in the same window")
    try:
        seen = look(folder)
        _still_usable(folder)
    except Trouble as trouble:
        return [*faults, f"does not open: {trouble.code}"]
    if seen not in ((after,) if said["done"] else (before, after)):
        faults.append("something is missing or half done")
    if (folder / "keys.json").read_bytes() != (folder / "keys.json.bak").read_bytes():
        faults.append("the copies of the keys differ")
    return faults + [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]


def _still_usable(folder: Path) -> None:
    notebook = come_in(folder)
    notebook.space("mira").set("still", "here")
    notebook.close()


def _hindered(folder: Path, act: Act, injection: str, log: Path) -> dict[str, Any]:
    """One act in a process of its own that strace takes hold of just before; an act that was refused is done once more."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        _act(folder, act, theirs)
        os._exit(0)
    theirs.close()
    os.waitpid(child, os.WUNTRACED)
    call = injection.split(":", 1)[0]
    strace = ("strace", "-qq", "-p", str(child), "-o", str(log), "-e", f"trace={call}", "-e", f"inject={injection}")
    with subprocess.Popen(strace, stderr=subprocess.DEVNULL) as tracer:
        _until_held(child, tracer)
        os.kill(child, signal.SIGCONT)
        os.waitpid(child, 0)
        tracer.wait(20)
    with ours:
        heard = ours.recv(4096)
    said: dict[str, Any] = {"done": False, "told": None, "other": None}
    return said | (json.loads(heard) if heard else {})


def _act(folder: Path, act: Act, theirs: socket.socket) -> None:
    """Sent, not written, so that hindering a write does not hinder the telling."""
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # where only parents may trace: PR_SET_PTRACER, anybody
    notebook = come_in(folder)
    os.kill(os.getpid(), signal.SIGSTOP)
    said: dict[str, Any] = {"done": False}
    try:
        try:
            act(notebook)
        except Trouble as trouble:
            said["told"] = trouble.code
            _again(notebook)
            act(notebook)
        said["done"] = True
    except BaseException as error:  # noqa: BLE001 - told to the test
        said["other"] = f"{type(error).__name__}: {error}"
    theirs.send(json.dumps(said).encode())


def _again(notebook: Notebook) -> None:
    """After a refused first turn nobody is in; those who have begun come in again."""
    for door in notebook.doors():
        if door.begun and door.id not in notebook.unlocked():
            notebook.unlock(door.id, SECRET[door.id])


def _until_held(child: int, tracer: subprocess.Popen[bytes]) -> None:
    for _ in range(5000):
        if f"TracerPid:\t{tracer.pid}\n" in Path(f"/proc/{child}/status").read_text():
            return
        if tracer.poll() is not None:
            break
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    raise RuntimeError("strace may not trace here")


def _struck(log: Path, effect: str) -> bool:
    wanted = "(INJECTED)" if effect.startswith("error") else "killed by SIGKILL"
    return wanted in log.read_text()


def main(folder: str, *asked: str) -> None:
    """A folder in which an evening was rehearsed, and what to hinder: act/call/effect/points, the points empty for all."""
    found = []
    for one in asked:
        name, call, effect, points = one.split("/")
        numbers = map(int, points.split(",")) if points else range(1, 10_000)
        found.append(hinder(Path(folder), name, call, effect, numbers))
    print(json.dumps({"found": found}))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
