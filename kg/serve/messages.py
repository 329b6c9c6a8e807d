"""How the front and its workers talk: pickled objects over a socket, each after its length."""

from __future__ import annotations

import asyncio
import pickle
import socket
from typing import Any

_LENGTH = 8
_AT_ONCE = 1_000_000


def send(to: socket.socket, message: object) -> None:
    """Send an object."""
    to.sendall(_packed(message))


def receive(source: socket.socket) -> Any:
    """Receive an object; EOFError where the other side is gone."""
    length = int.from_bytes(_exactly(source, _LENGTH), "big")
    return pickle.loads(_exactly(source, length))


async def exchange(with_: socket.socket, message: object) -> Any:
    """Send an object over a socket that does not block, and receive the answer; EOFError where the other is gone."""
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(with_, _packed(message))
    data = await loop.sock_recv(with_, _AT_ONCE)
    held = bytearray(data)
    length = None
    while data:
        if length is None and len(held) >= _LENGTH:
            length = _LENGTH + int.from_bytes(held[:_LENGTH], "big")
        if length is not None and len(held) >= length:
            return pickle.loads(memoryview(held)[_LENGTH:])
        data = await loop.sock_recv(with_, _AT_ONCE)
        held += data
    raise EOFError


def _packed(message: object) -> bytes:
    data = pickle.dumps(message, protocol=5)
    return len(data).to_bytes(_LENGTH, "big") + data


def _exactly(source: socket.socket, count: int) -> bytes:
    held = bytearray()
    while len(held) < count:
        piece = source.recv(min(count - len(held), _AT_ONCE))
        if not piece:
            raise EOFError
        held += piece
    return bytes(held)
