"""How long to wait before a host is asked again."""

import threading
from collections.abc import Callable


class Pace:
    """Keeps the requests to each host apart. Safe to use from several threads."""

    def __init__(self, ticks: Callable[[], float], sleep: Callable[[float], None]):
        self._ticks = ticks
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, gap: float) -> float:
        """Sleeps until ``gap`` seconds have passed since the last request to this host; returns the seconds slept."""
        with self._lock:
            now = self._ticks()
            turn = max(now, self._last.get(host, now - gap) + gap)
            self._last[host] = turn
        if turn > now:
            self._sleep(turn - now)
        return turn - now
