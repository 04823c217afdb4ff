"""The tables of news agencies and outlets: names, forms, hosts."""

import json
import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec


class Agency(msgspec.Struct, frozen=True):
    """A news agency: the forms of its name, its hosts, the parts of a URL's path that mark its copy on other sites,

    and ``relays``: the agencies whose copy it hands on under its own name in its country.
    """

    name: str
    forms: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()


@cache
def agencies() -> tuple[Agency, ...]:
    """Every agency of the table ``data/agencies.json``."""
    return msgspec.json.decode(_read("agencies.json"), type=tuple[Agency, ...])


@cache
def outlets() -> dict[str, str]:
    """Host (without "www.") to the outlet's name, from ``data/outlets.json``."""
    table: dict[str, str] = json.loads(_read("outlets.json"))
    return table


@cache
def by_form() -> dict[str, Agency]:
    """Case-folded form of a name to its agency."""
    return {form.casefold(): agency for agency in agencies() for form in (agency.name, *agency.forms)}


@cache
def pattern() -> str:
    """A regular expression of all forms, longest first, that matches whole words."""
    written = {form for agency in agencies() for form in agency.forms}
    forms = sorted(written | {form.upper() for form in written if len(form) > 3}, key=lambda f: (-len(f), f))
    return r"(?<![\w/])(?:" + "|".join(re.escape(form) for form in forms) + r")(?![\w/]| Photo)"


def agency(form: str) -> Agency | None:
    """The agency of that form of name, in any case; a leading "the" is ignored."""
    folded = form.strip().casefold().removeprefix("the ")
    table = by_form()
    return (
        table.get(folded)
        or table.get(f"the {folded}")
        or table.get(folded.removesuffix(" agency").removesuffix(" news"))
    )


def host_of(url: str | None) -> str:
    """The host of a URL without "www.", or an empty string."""
    host = (urlsplit(url).hostname or "") if url else ""
    return host.removeprefix("www.")


def outlet_of(url: str | None) -> str | None:
    """The outlet or agency that publishes at a URL: from the tables, else the host itself."""
    host = host_of(url)
    labels = host.split(".")
    for k in range(len(labels) - 1):
        domain = ".".join(labels[k:])
        if domain in outlets():
            return outlets()[domain]
        if domain in _hosts():
            return _hosts()[domain]
    return host or None


@cache
def _hosts() -> dict[str, str]:
    return {host: agency.name for agency in agencies() for host in agency.hosts}


@cache
def paths() -> dict[str, str]:
    """Parts of a URL's path ("/aponline/") to the agency's name."""
    return {f"/{part}/": agency.name for agency in agencies() for part in agency.paths}


def _read(name: str) -> bytes:
    return files("firsthand.lineage").joinpath(f"data/{name}").read_bytes()
