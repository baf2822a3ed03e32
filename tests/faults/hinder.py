"""Acts of an evening and chores about a whole notebook, each hindered at its calls of the system; a script that prints JSON.

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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from tests.faults import chores, evening
from tests.faults.evening import Act
from workbook.couple.ports import Notebook
from workbook.trouble import Trouble


class Scene(Protocol):
    """Acts, and what there is to be said of each: where it begins, who is there, how it goes on after a refusal, what is amiss."""

    @property
    def ACTS(self) -> Mapping[str, Act]: ...
    def begin(self, place: Path, name: str, /) -> Path: ...
    def come_in(self, folder: Path, name: str, /) -> Notebook: ...
    def go_on(self, notebook: Notebook, name: str, /) -> None: ...
    def faults(self, place: Path, folder: Path, name: str, done: bool, /) -> list[str]: ...


SCENES: dict[str, Scene] = {"evening": evening, "chores": chores}


def hinder(scene: Scene, place: Path, name: str, call: str, effect: str, points: Iterable[int]) -> dict[str, Any]:
    """Hinder one act at its n-th call of the system, for each n asked for, until there is no such call any more."""
    whole, faults, injected, codes = scene.begin(place, name), list[str](), 0, set()
    for nth in points:
        folder, log = place / "hindered", place / "hindered.log"
        shutil.copytree(whole, folder)
        said = _hindered(scene, folder, name, f"{call}:{effect}:when={nth}", log)
        struck = _struck(log, effect)
        injected += struck
        codes.add(said["told"])
        found = [] if said["other"] is None else [f"not a Trouble: {said['other']}"]
        if effect.startswith("error") and not said["done"]:
            found.append("it did not go on in the same window")
        found += scene.faults(place, folder, name, said["done"])
        if (folder / "keys.json").read_bytes() != (folder / "keys.json.bak").read_bytes():
            found.append("the copies of the keys differ")
        found += [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]
        faults += [f"{name}, {call}, {effect}, {nth}: {fault}" for fault in found]
        shutil.rmtree(folder)
        if not struck:
            break
    return {"injected": injected, "faults": faults, "told": sorted(code for code in codes if code)}


def _hindered(scene: Scene, folder: Path, name: str, injection: str, log: Path) -> dict[str, Any]:
    """One act in a process of its own that strace takes hold of just before; an act that was refused is done once more."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        _act(scene, folder, name, theirs)
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


def _act(scene: Scene, folder: Path, name: str, theirs: socket.socket) -> None:
    """Sent, not written, so that hindering a write does not hinder the telling."""
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # where only parents may trace: PR_SET_PTRACER, anybody
    notebook = scene.come_in(folder, name)
    os.kill(os.getpid(), signal.SIGSTOP)
    said: dict[str, Any] = {"done": False}
    try:
        try:
            scene.ACTS[name](notebook)
        except Trouble as trouble:
            said["told"] = trouble.code
            scene.go_on(notebook, name)
        said["done"] = True
    except BaseException as error:  # noqa: BLE001 - told to the test
        said["other"] = f"{type(error).__name__}: {error}"
    theirs.send(json.dumps(said).encode())


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


def main(scene: str, folder: str, *asked: str) -> None:
    """A scene, a folder for it, and what to hinder: act/call/effect/points, the points empty for all, or every n-th: "*n"."""
    found = []
    for one in asked:
        name, call, effect, points = one.split("/")
        numbers = map(int, points.split(",")) if points and points[0] != "*" else range(1, 10_000, int(points[1:] or 1))
        found.append(hinder(SCENES[scene], Path(folder), name, call, effect, numbers))
    print(json.dumps({"found": found}))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
