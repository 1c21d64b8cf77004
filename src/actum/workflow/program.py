"""What the program is: a hash of its own files, and of the libraries that read with it.

Takes       how the paths of its parts begin, or nothing for all of the program.
Gives       a hash that is another whenever those parts are.
Method      the files of the package in order, data included; the installed versions of optional libraries.
Leaves out  the sample, which is read and reads nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

LIBRARIES = ("lxml", "onnxruntime", "opencv-python-headless", "pillow", "pypdfium2", "rapidocr")
"""Libraries whose version tells what is read from a page."""


@cache
def program(*parts: str) -> str:
    """A hash of the program's own files, data included: of those whose paths begin so, or of all."""
    digest = hashlib.sha256()
    for name, data in _files(resources.files("actum"), ""):
        if not parts or name.startswith(parts):
            digest.update(f"{name}\\0{len(data)}\\0".encode() + data)
    return digest.hexdigest()


@cache
def libraries() -> tuple[str, ...]:
    """The optional libraries that are installed, each with its version, in order of name."""
    return tuple(f"{name} {version}" for name in LIBRARIES if (version := _version(name)))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            if entry.name not in {"__pycache__", "sample"}:
                yield from _files(entry, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry.read_bytes()
