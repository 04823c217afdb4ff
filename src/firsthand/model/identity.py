"""Stable ids: same content, same id, on any machine and in any order of arrival."""

import hashlib


def identity(prefix: str, *parts: object) -> str:
    """A short id from content: the prefix and 12 hex digits of a BLAKE2 digest of the parts."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6)
    return prefix + digest.hexdigest()
