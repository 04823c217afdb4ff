"""Which files are read, in which order, and what happens to those that cannot be."""

import io
import os
from pathlib import Path
from typing import IO

import pytest

import firsthand.reading
from firsthand.model import Problem
from firsthand.reading import read, sources
from tests.reading.conftest import BODY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", ".hidden.txt", "deep/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BODY}\nFile {name} ends here, said the harbour office.")
    return tmp_path


def names(folder: Path, *paths: str | Path) -> list[str]:
    return [str(Path(document.path).relative_to(folder)) for document in read(paths)[0]]


def test_reading_exports() -> None:
    assert firsthand.reading.__all__ == ["FORMATS", "Web", "read", "sources"]


def test_sources_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert names(folder, folder) == ["a.txt", "b.txt", "deep/c.txt"]


def test_sources_patterns(folder: Path) -> None:
    assert names(folder, f"{folder}/*.txt") == ["a.txt", "b.txt"]
    assert names(folder, f"{folder}/**/*.txt") == ["a.txt", "b.txt", "deep/c.txt"]


def test_sources_each_file_once_in_the_order_of_paths(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder, folder / "a.txt") == ["a.txt", "b.txt", "deep/c.txt"]


def test_sources_yields_paths_and_problems(folder: Path) -> None:
    found = list(sources([folder / "a.txt", folder / "none.txt"]))
    assert found == [folder / "a.txt", Problem(str(folder / "none.txt"), None, "no such file or folder")]


def test_sources_pattern_without_match(folder: Path) -> None:
    assert read([f"{folder}/*.html"])[1][0].message == "no file matches this pattern"


def test_sources_empty_folder(tmp_path: Path) -> None:
    assert read([tmp_path])[1][0].message == "the folder holds no files"


def test_sources_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    documents, problems = read(["-"])
    assert (documents[0].path, documents[0].text, problems) == ("-", BODY, [])


def test_sources_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refusing(path: Path, *args: str) -> IO[bytes]:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refusing)
    documents, problems = read([folder])
    assert len(documents) == 2
    assert "permission denied" in problems[0].message


def test_sources_broken_link_and_pipe_in_a_folder(folder: Path) -> None:
    (folder / "lost.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    documents, problems = read([folder])
    assert len(documents) == 3
    assert sorted(problem.message for problem in problems) == [
        "no such file or folder",
        "not a regular file; it was skipped",
    ]


def test_reading_tells_progress(folder: Path) -> None:
    told: list[str] = []
    read([folder / "b.txt", folder / "a.txt"], progress=told.append)
    assert told == [str(folder / "a.txt"), str(folder / "b.txt")]


def test_reading_ids_come_from_content(tmp_path: Path) -> None:
    for name in ("x.txt", "y.txt", "z.txt"):
        (tmp_path / name).write_text(BODY if name != "z.txt" else BODY + " More.")
    documents, _ = read([tmp_path])
    ids = [document.id for document in documents]
    assert len(set(ids)) == 3
    assert read([tmp_path / "y.txt"])[0][0].id == ids[0]
    assert read([tmp_path])[0] == documents
