"""One request to one numeric address: connected, asked and answered within limits of time and size."""

import http.client
import io
import os
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError
from urllib3.response import BaseHTTPResponse

from firsthand.reading.fetching.addresses import FetchError, Target
from firsthand.reading.fetching.unpacking import cut_short, too_large, unpacked

_TRIED = 4
_SHORTEST = 3.0
_CHUNK = 65_536
_LATER = "try again later, or save the page from your browser and give the file"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a server is borne: seconds to connect, between two arrivals, for a whole page; bytes of a page."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    size: int = 20_000_000


class Deadline:
    """The end of the time that a page has."""

    def __init__(self, seconds: float, ticks: Callable[[], float]):
        self.seconds = seconds
        self._ticks = ticks
        self._end = ticks() + seconds

    def extend(self, seconds: float) -> None:
        """Adds time that was spent waiting out of politeness."""
        self._end += seconds

    def left(self, most: float) -> float:
        """The seconds left, at most ``most``. Raises ``FetchError`` when there are none."""
        left = self._end - self._ticks()
        if left <= 0:
            raise FetchError(f"the page was not there after {self.seconds:.0f} s: {_LATER}", True)
        return min(left, most)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. Header names are in lower case; ``machine`` is the numeric address that answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    machine: str


def trust() -> ssl.SSLContext:
    """The system's certificate authorities; the ones that certifi brings where the system has none."""
    context = ssl.create_default_context()
    folder = ssl.get_default_verify_paths().capath
    try:
        filled = bool(folder and os.listdir(folder))
    except OSError:
        filled = False
    if not filled and not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(certifi.where())
    return context


def ask(
    place: Target,
    machines: Sequence[str],
    headers: Mapping[str, str],
    limits: Limits,
    deadline: Deadline,
    tls: ssl.SSLContext,
) -> Answer:
    """The answer of the first machine that can be connected to; raises ``FetchError``.

    A body is read only of an answer with a status of 2xx; a larger one than the limit is a failure.
    """
    connection, machine = _connected(place, machines, limits, deadline, tls)
    try:
        connection.sock = cast(Any, _Timed(connection.sock, limits.read, deadline))
        connection.timeout = limits.read
        connection.request(
            "GET",
            place.path,
            headers={"Host": place.authority, "Connection": "close", **headers},
            preload_content=False,
            decode_content=False,
        )
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.headers.items()}
        body = b""
        if 200 <= response.status < 300:
            body = _body(response, found, limits.size)
        return Answer(response.status, found, body, machine)
    except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        raise _broken(error, limits, deadline) from None
    finally:
        connection.close()


def _connected(
    place: Target, machines: Sequence[str], limits: Limits, deadline: Deadline, tls: ssl.SSLContext
) -> tuple[HTTPConnection, str]:
    """A connection to one of the addresses that were checked; the certificate is checked for the host's name."""
    failure = FetchError(f"{place.host} has no address")
    seconds = max(min(_SHORTEST, limits.connect), limits.connect / max(1, len(machines[:_TRIED])))
    for machine in machines[:_TRIED]:
        timeout = deadline.left(seconds)
        if place.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                machine, place.port, timeout=timeout, server_hostname=place.host, ssl_context=tls
            )
        else:
            connection = HTTPConnection(machine, place.port, timeout=timeout)
        try:
            connection.connect()
            return connection, machine
        except (HTTPError, OSError, ValueError) as error:
            connection.close()
            failure = _unconnected(place, error)
            if failure.reached:
                break
    raise failure


class _Timed:
    """A socket that lets no read last longer than is left of a page's time, however slowly its bytes drip in."""

    def __init__(self, sock: Any, seconds: float, deadline: Deadline):
        self._sock = sock
        self._seconds = seconds
        self._deadline = deadline

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def makefile(self, mode: str, *_: Any, **__: Any) -> io.BufferedReader:
        """The file that the response is read from."""
        return io.BufferedReader(_TimedFile(self._sock, self._seconds, self._deadline), _CHUNK)


class _TimedFile(io.RawIOBase):
    def __init__(self, sock: socket.socket, seconds: float, deadline: Deadline):
        self._sock = sock
        self._file = sock.makefile("rb", buffering=0)  # keeps the socket open until the body is read
        self._seconds = seconds
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._deadline.left(self._seconds))
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()


def _body(response: BaseHTTPResponse, headers: Mapping[str, str], most: int) -> bytes:
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) < 20 and int(length) > most:
        raise too_large(most)
    body = bytearray()
    while len(body) <= most:
        chunk = response.read(_CHUNK, decode_content=False)
        if not chunk:
            break
        body += chunk
    if len(body) > most:
        raise too_large(most)
    return unpacked(bytes(body), headers.get("content-encoding", ""), most)


def _broken(error: Exception, limits: Limits, deadline: Deadline) -> FetchError:
    """What went wrong after the connection stood."""
    causes = [error, error.__cause__, error.__context__]
    if any(isinstance(cause, IncompleteRead | http.client.IncompleteRead) for cause in causes):
        return cut_short()
    if any(isinstance(cause, TimeoutError) for cause in causes):
        deadline.left(0)
        return FetchError(f"the server sent nothing for {limits.read:.0f} s: {_LATER}", True)
    if isinstance(error, ConnectionError | ProtocolError):
        return FetchError(f"the server broke off the connection: {_LATER}", True)
    return FetchError(f"the server's answer is no proper HTTP ({type(error).__name__}): {_LATER}", True)


def _unconnected(place: Target, error: Exception) -> FetchError:
    """What went wrong before the connection stood. ``reached``: another address of the host would not help."""
    cause = error.__cause__ or error.__context__
    for one in (error, cause):
        if isinstance(one, ssl.SSLCertVerificationError):
            return FetchError(_certificate(place, one), True)
        if isinstance(one, ssl.SSLError):
            return FetchError(
                f"no safe connection to {place.host} could be made ({one.reason or 'TLS'}): {_LATER}", True
            )
    if isinstance(error, TimeoutError) or isinstance(cause, TimeoutError):
        return FetchError(f"{place.authority} did not answer in time: check the address, or {_LATER}")
    if isinstance(cause, ConnectionRefusedError):
        return FetchError(f"{place.authority} refuses connections: check the address, or {_LATER}")
    if isinstance(error, ConnectionError) and not isinstance(error, ConnectionRefusedError):
        return FetchError(f"the server broke off the connection: {_LATER}", True)
    return FetchError(f"{place.authority} cannot be reached from here: check your connection, or {_LATER}")


def _certificate(place: Target, error: ssl.SSLCertVerificationError) -> str:
    """The numbers are OpenSSL's: 10 expired, 9 not yet valid, 62 and 64 for another host or address."""
    remedy = "check the address; if you trust the page, save it from your browser and give the file"
    if error.verify_code == 10:
        return f"the certificate of {place.host} has expired: {remedy}"
    if error.verify_code == 9:
        return f"the certificate of {place.host} is not valid yet: check this machine's clock, or {remedy}"
    if error.verify_code in (62, 64):
        return f"the certificate shown for {place.host} belongs to another host: {remedy}"
    return f"the certificate of {place.host} is from nobody this machine trusts: {remedy}"
