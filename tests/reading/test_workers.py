"""Many files read in several processes: the same documents, whatever happens to the processes."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Problem
from firsthand.reading import read, sharing, workers
from firsthand.reading.workers import Workers, cores
from tests.reading.conftest import BODY, LAST, LEAD, SECOND, THIRD, TITLE

LOADED = "from firsthand.reading import serving\nreal = serving.read_file\n"
SERVES = "\nserving.read_file = replaced\nserving.serve()"
MENU = "<p>Tides, winds and ferries along the coast of Veldmar</p>"


def page(number: int) -> str:
    head = f"<title>{TITLE} {number}</title><meta property='og:site_name' content='Veldmar Post'>"
    lines = "".join(f"<p>{line} That was report {number}.</p>" for line in (LEAD, SECOND, THIRD, LAST))
    return f"<html><head>{head}</head><body>{MENU}<h1>{TITLE} {number}</h1>{lines}</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"{number}.html").write_text(page(number))
    (tmp_path / "copy.html").write_text(page(3))
    (tmp_path / "dump.txt").write_text(BODY)
    (tmp_path / "list.jsonl").write_text('{"title": "Aground", "text": "Nine were saved."}\n{"no": 1}\n')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    return tmp_path


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started however little there is to do."""
    monkeypatch.setattr(sharing, "START", 0.0)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What the processes run; ``replaced(path)`` stands for the reading of a file, ``real`` for what it was."""

    def runs(code: str) -> None:
        monkeypatch.setattr(workers, "_PROGRAM", LOADED + code + SERVES)

    return runs


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "firsthand reading"]


@pytest.mark.usefixtures("shared")
def test_workers_same_documents_problems_and_progress(folder: Path) -> None:
    told: dict[int, list[str]] = {1: [], 2: []}
    alone = read([folder, "nowhere.txt"], processes=1, progress=told[1].append)
    together = read([folder, "nowhere.txt"], processes=2, progress=told[2].append)
    assert together == alone
    assert (len(alone[0]), len(alone[1])) == (9, 4)
    assert "stands in other articles of the outlet" in {removed.rule for removed in alone[0][0].removed}
    assert told[2] == told[1]
    assert not threads()


def test_workers_few_files_start_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "submit", lambda *given: pytest.fail("a process was started"))
    assert len(read([folder], processes=2)[0]) == 9


@pytest.mark.usefixtures("shared")
def test_workers_one_process_is_this_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "submit", lambda *given: pytest.fail("a process was started"))
    assert len(read([folder], processes=1)[0]) == 9


@pytest.mark.usefixtures("shared")
def test_workers_that_die_cost_the_file_they_held(folder: Path, program: Callable[[str], None]) -> None:
    program(
        "def replaced(path):\n"
        "    if path.name in ('2.html', 'dump.txt'):\n"
        "        import os\n"
        "        os._exit(9)\n"
        "    return real(path)"
    )
    documents, problems = read([folder], processes=2)
    assert [Path(document.path).name for document in documents] == [
        "0.html", "1.html", "3.html", "4.html", "5.html", "copy.html", "list.jsonl#1",
    ]  # fmt: skip
    died = [problem for problem in problems if "process" in problem.message]
    assert [Path(problem.path).name for problem in died] == ["2.html", "dump.txt"]


@pytest.mark.usefixtures("shared")
def test_workers_that_die_cleaning_cost_that_article(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "from firsthand.reading import serving\nreal = serving.cleaned\n"
        "def cleaned(given, learnt):\n"
        "    if given[0].path.endswith('#1'):\n"
        "        raise MemoryError\n"
        "    return real(given, learnt)\n"
        "serving.cleaned = cleaned\nserving.serve()"
    )
    monkeypatch.setattr(workers, "_PROGRAM", code)
    documents, problems = read([folder], processes=2)
    assert len(documents) == 8
    assert [Path(problem.path).name for problem in problems if "process" in problem.message] == ["list.jsonl#1"]


@pytest.mark.usefixtures("shared")
def test_workers_that_cannot_start_leave_the_work_to_this_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = read([folder], processes=1)
    monkeypatch.setattr(workers, "_PROGRAM", "raise SystemExit(1)")
    assert read([folder], processes=2) == alone


@pytest.mark.usefixtures("shared")
def test_workers_hand_on_what_is_raised(folder: Path, program: Callable[[str], None]) -> None:
    program("def replaced(path):\n    raise LookupError(path.name)")
    with pytest.raises(LookupError, match=r"0\.html"):
        read([folder], processes=2)
    assert not threads()


@pytest.mark.usefixtures("shared")
def test_workers_prints_do_not_disturb(folder: Path, program: Callable[[str], None]) -> None:
    program("def replaced(path):\n    print('noise', flush=True)\n    return real(path)")
    assert len(read([folder], processes=2)[0]) == 9


@pytest.mark.usefixtures("shared")
def test_workers_end_at_once_when_interrupted(folder: Path, program: Callable[[str], None], tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    pids.mkdir()
    program(
        "def replaced(path):\n"
        "    import os, time\n"
        f"    open({str(pids)!r} + '/' + str(os.getpid()), 'w').close()\n"
        "    time.sleep(60)\n"
        "    return real(path)"
    )
    main = threading.main_thread().ident
    assert main is not None

    def interrupt() -> None:
        while len(os.listdir(pids)) < 2:
            time.sleep(0.01)
        signal.pthread_kill(main, signal.SIGINT)

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        read([folder / "*.html"], processes=2)
    assert not threads()
    for pid in os.listdir(pids):
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)


def test_sharing_only_what_any_process_can_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST", 5)
    for name, text in (("small", "12345"), ("large", "123456")):
        (tmp_path / name).write_text(text)
    os.mkfifo(tmp_path / "pipe")
    given = [Path("-"), *(tmp_path / name for name in ("small", "large", "pipe", "none")), Problem("x", None, "wrong")]
    assert list(sharing.shareable(given)) == [(tmp_path / "small", 5)]


def test_workers_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
