import errno
import os
import threading
from pathlib import Path

import pytest

from firsthand.reading.fetching.kept import Copy, Kept, digest

URL = "https://veldmar.example/port"


def copy_of(body: bytes, day: int = 1, url: str = URL) -> Copy:
    when = f"2031-03-{day:02}T08:00:00+00:00"
    return Copy(
        url=url, final_url=url, status=200, fetched=when, checked=when, sha256=digest(body), size=len(body),
        headers={"etag": '"1"'},
    )  # fmt: skip


def test_kept_gives_back_what_was_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "store")
    assert kept.latest(URL) is None
    copy = copy_of(b"nine sailors")
    assert kept.keep(copy, b"nine sailors") is None
    assert kept.latest(URL) == copy
    assert kept.body(copy) == b"nine sailors"
    assert kept.latest("https://veldmar.example/other") is None


def test_kept_changed_page_keeps_the_older_body(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for day, body in enumerate((b"nine sailors", b"ten sailors", b"ten sailors"), start=1):
        kept.keep(copy_of(body, day), body)
    assert [(copy.fetched[:10], kept.body(copy)) for copy in kept.history(URL)] == [
        ("2031-03-01", b"nine sailors"),
        ("2031-03-02", b"ten sailors"),
        ("2031-03-03", b"ten sailors"),
    ]
    assert len(list((tmp_path / "bodies").iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"nine sailorz", b"nine sailors and more"])
def test_kept_damaged_body_is_none_and_is_replaced(tmp_path: Path, damage: bytes) -> None:
    kept = Kept(tmp_path)
    copy = copy_of(b"nine sailors")
    kept.keep(copy, b"nine sailors")
    (tmp_path / "bodies" / copy.sha256).write_bytes(damage)
    assert kept.body(copy) is None
    assert kept.keep(copy, b"nine sailors") is None
    assert kept.body(copy) == b"nine sailors"


def test_kept_damaged_log_costs_its_lines_only(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep(copy_of(b"one", 1), b"one")
    with kept.log(URL).open("ab") as stream:
        stream.write(b'{"url": 1}\n\xff\x00\n{"url":"' + b"x" * 90_000 + b'"}\n{"url":"https://veldmar.ex')
    assert kept.latest(URL) == copy_of(b"one", 1)
    kept.keep(copy_of(b"two", 2), b"two")
    assert kept.latest(URL) == copy_of(b"two", 2)
    assert [copy.size for copy in kept.history(URL)] == [3, 3]


def test_kept_log_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep(copy_of(b"one"), b"one")
    log = kept.log(URL)
    log.write_bytes(log.read_bytes().replace(digest(b"one").encode(), b"../pages/" + log.name.encode()))
    assert kept.latest(URL) is None


def test_kept_unusable_folder_is_told_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    kept = Kept(tmp_path / "file" / "store")
    told = kept.keep(copy_of(b"one"), b"one")
    assert told is not None
    assert "choose another folder" in told
    assert kept.latest(URL) is None
    assert list(kept.history(URL)) == []


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_kept_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    kept = Kept(tmp_path)
    kept.keep(copy_of(b"one", 1), b"one")
    monkeypatch.setattr(os, "fsync", fail)
    if isinstance(error, OSError):
        assert "No space left" in (kept.keep(copy_of(b"two", 2), b"two") or "")
    else:
        with pytest.raises(KeyboardInterrupt):
            kept.keep(copy_of(b"two", 2), b"two")
    assert [path.name for path in (tmp_path / "bodies").iterdir()] == [digest(b"one")]
    assert kept.latest(URL) == copy_of(b"one", 1)


def test_kept_two_writers_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        kept = Kept(tmp_path)
        for step in range(20):
            body = f"{number} {step % 3}".encode()
            assert kept.keep(copy_of(body, 1 + step), body) is None

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = Kept(tmp_path)
    copies = list(kept.history(URL))
    assert len(copies) == 80
    assert all(kept.body(copy) is not None for copy in copies)
