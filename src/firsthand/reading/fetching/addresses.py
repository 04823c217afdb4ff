"""Which web addresses are fetched, and which machines they may lead to."""

import ipaddress
import queue
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

import idna

MAX_URL = 4096
"""Characters that an address may have."""

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int, float], Sequence[str]]
"""From a host name, a port and seconds to wait to the numeric addresses of the host; raises ``OSError``."""

_PORTS = {"http": 80, "https": 443}
_MAX_HOST = 253
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_BRACKETS = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f]")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_LOGIN = re.compile(r"(?<=//)[^/?#]*@")

# Special-purpose registries of IANA. They are written down because what Python calls global differs by its version.
_SPECIAL = tuple(
    (ipaddress.ip_network(network), kind)
    for kind, networks in {
        "this machine itself": ("127.0.0.0/8", "0.0.0.0/8", "::1/128", "::/128"),
        "a private network": (
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10",
        ),
        "the network link (link-local)": ("169.254.0.0/16", "fe80::/10"),
        "many machines at once (multicast)": ("224.0.0.0/4", "ff00::/8"),
        "no public machine (a reserved range)": (
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20",
        ),
    }.items()
    for network in networks
)  # fmt: skip
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
# networks whose addresses carry an IPv4 address, and the bits to its right
_CARRIERS = tuple(
    (ipaddress.IPv6Network(network), shift)
    for network, shift in (("::ffff:0:0/96", 0), ("64:ff9b::/96", 0), ("2002::/16", 80))
)


class FetchError(Exception):
    """Why a page was not fetched, with the remedy; ``reached`` says whether its server answered at all."""

    def __init__(self, message: str, reached: bool = False):
        super().__init__(message)
        self.message = message
        self.reached = reached


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart: what to connect to and what to ask for.

    ``host`` is in lower case and ASCII, an IPv6 address without brackets; ``path`` has the query, ASCII throughout.
    """

    scheme: str
    host: str
    port: int
    path: str
    numeric: bool

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The address of the server, without a slash at its end."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address in its one spelling."""
        return self.origin + self.path


def target(url: str) -> Target:
    """An address taken apart. The fragment is dropped. Raises ``FetchError`` for anything but a plain web address.

    An address with a user name or a password in it is refused: it would be kept with the page and shown in the account.
    """
    url = url.strip()
    if len(url) > MAX_URL:
        raise FetchError(f"an address of {len(url)} characters; at most {MAX_URL} are taken: save the page and give it")
    if _UNSEEN.search(url):
        raise FetchError("there are control characters in this address: copy it anew")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"this is no web address ({error}): copy it anew from your browser") from None
    if parts.scheme not in _PORTS:
        raise FetchError(f"only http:// and https:// addresses are fetched, not {parts.scheme[:20] or 'this one'}")
    if "@" in parts.netloc:
        raise FetchError("there is a user name or password in this address: give it without, or save the page")
    if port == 0 or not parts.hostname:
        raise FetchError("there is no host name or no port in this address: copy it anew from your browser")
    host, numeric = _host(parts.netloc, parts.hostname)
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], _path(parts), numeric)


def without_login(url: str) -> str:
    """An address as it may be shown: a user name and a password are left out."""
    return _LOGIN.sub("…@", url[:MAX_URL], count=1)


def _path(parts: SplitResult) -> str:
    """Path and query, percent-encoded once. Dot segments are followed, so that robots.txt is asked of the real path."""
    path = _STRAY_PERCENT.sub("%25", parts.path).replace("%2e", ".").replace("%2E", ".")
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    quoted = "/" + quote("/".join(kept), safe="/%:@!$&'()*+,;=~", errors="replace")
    if parts.query:
        query = _STRAY_PERCENT.sub("%25", parts.query)
        quoted += "?" + quote(query, safe="/?%:@!$&'()*+,;=~[]|", errors="replace")
    return quoted


def _host(netloc: str, host: str) -> tuple[str, bool]:
    """The host in its one spelling, and whether it is a numeric address, in any spelling that browsers take."""
    if "[" in netloc or "]" in netloc:
        try:
            if not _BRACKETS.fullmatch(netloc):  # a zone ("%eth0") names a card of this machine
                raise ValueError
            return str(ipaddress.IPv6Address(host)), True
        except ValueError:
            raise FetchError("the number in brackets is no IPv6 address: copy the address anew") from None
    name = host[: _MAX_HOST + 1]
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except (UnicodeError, ValueError, IndexError):
            raise FetchError(f"no host can have the name {name!r}: check the spelling") from None
    name = name.lower().removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(labels), True
    if len(name) > _MAX_HOST or not all(map(_LABEL.fullmatch, labels)):
        raise FetchError(f"no host can have the name {name!r}: check the spelling")
    return name, False


def _ipv4(labels: list[str]) -> str:
    """An IPv4 address of one to four numbers, decimal, octal (``017``) or hexadecimal (``0x7f``)."""
    try:
        numbers = [_number(label) for label in labels]
        if len(numbers) > 4 or any(number > 255 for number in numbers[:-1]):
            raise ValueError
        value = numbers[-1]
        if value >= 256 ** (5 - len(numbers)):
            raise ValueError
        for place, number in enumerate(numbers[:-1]):
            value += number << (24 - 8 * place)
        return str(ipaddress.IPv4Address(value))
    except ValueError:
        raise FetchError(f"{'.'.join(labels)!r} is no numeric address: check the spelling") from None


def _number(label: str) -> int:
    if not _NUMBER.fullmatch(label):
        raise ValueError
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if len(label) > 1 and label.startswith("0") else 10)


def special(address: IP) -> str | None:
    """What a numeric address leads to if not to a public machine; ``None`` for a public one.

    An IPv6 address that carries an IPv4 address (mapped, NAT64, 6to4) is judged by that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        for carrier, shift in _CARRIERS:
            if address in carrier:
                return special(ipaddress.IPv4Address(int(address) >> shift & 0xFFFFFFFF))
    for network, kind in _SPECIAL:
        if address.version == network.version and address in network:
            return kind
    if address.version == 6 and address not in _GLOBAL_V6:
        return "no public machine (a reserved range)"
    return None


def machines(place: Target, resolve: Resolver, allow_private: bool, seconds: float) -> list[str]:
    """The numeric addresses of a host, each checked, in the order to try them; connect to these and to no others.

    One address among them that is not public is enough to refuse the host. Raises ``FetchError``.
    """
    found = [place.host] if place.numeric else _looked_up(place, resolve, seconds)
    addresses: list[str] = []
    for text in found:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            raise FetchError(f"the name {place.host} leads to {text!r}, which is no address: try again later") from None
        kind = None if allow_private else special(address)
        if kind:
            raise FetchError(
                f"this address leads to {kind}: {address}. Only public pages are fetched unless --allow-private is "
                "given; or save the page from your browser and give the file"
            )
        if text not in addresses:
            addresses.append(text)
    return addresses


def _looked_up(place: Target, resolve: Resolver, seconds: float) -> Sequence[str]:
    remedy = "check the spelling and your connection"
    try:
        found = resolve(place.host, place.port, seconds)
    except TimeoutError:
        raise FetchError(f"looking up the name {place.host} took over {seconds:.0f} s: {remedy}") from None
    except (OSError, UnicodeError):
        raise FetchError(f"there is no host of the name {place.host}: {remedy}") from None
    if not found:
        raise FetchError(f"there is no host of the name {place.host}: {remedy}")
    return found


def resolved(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a host as the system knows them. It sets no limit to its search, so a thread waits for it."""
    answer: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def search() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answer.put(error)

    threading.Thread(target=search, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found
