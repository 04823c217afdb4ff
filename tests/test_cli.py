"""The program as its users meet it: help, formats, bad input, bad places, pipes, interrupts."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from firsthand import __version__, cli, pipeline, reading
from firsthand.model import decode, schema
from firsthand.report import FORMATS
from tests.conftest import TRAM, article

Folder = Callable[..., Path]
PLAIN = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100"}
PROGRAM = [sys.executable, "-m", "firsthand"]


def run(*arguments: object, input: bytes | None = None) -> Result:
    return CliRunner(env=PLAIN).invoke(cli.app, [str(argument) for argument in arguments], input=input)


def problems(result: Result) -> dict[str, str]:
    """Messages by file name."""
    return {Path(problem["path"]).name: problem["message"] for problem in json.loads(result.stdout)["errors"]}


# help


@pytest.mark.parametrize("arguments", [[], ["--help"], ["brief"], ["brief", "--help"]])
def test_cli_help_teaches(arguments: list[str]):
    result = run(*arguments)
    assert "Usage: firsthand" in result.output
    assert "brief" in result.output
    assert result.exit_code == (0 if "--help" in arguments else 2)


def test_cli_help_of_brief_has_examples_and_exit_status():
    told = run("brief", "--help").output
    assert "Examples:" in told
    assert "firsthand brief articles/ -o brief.html" in told
    assert "Exit status:" in told
    for name in FORMATS:
        assert name in told


def test_cli_version():
    assert run("--version").output.strip() == f"firsthand {__version__}"


def test_cli_formats_are_those_of_the_report():
    assert tuple(cli.OutputFormat) == FORMATS


def test_cli_formats_lists_what_is_read():
    result = run("formats")
    assert result.exit_code == 0
    assert all(name.split(",")[0] in result.stdout for name in reading.FORMATS)


def test_cli_private_address_names_the_flag():
    result = run("brief", "http://127.0.0.1:9/story")
    assert result.exit_code == cli.EXIT_NOTHING
    assert "--allow-private" in result.stderr


def test_cli_schema_prints_the_schema():
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(schema()))


def test_cli_does_not_load_the_models_for_help():
    code = "import sys, firsthand.cli; sys.exit(any(name in sys.modules for name in ('spacy', 'numpy', 'msgspec')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# output


def test_cli_brief_in_the_terminal(folder: Folder):
    result = run("brief", folder())
    assert result.exit_code == 0
    assert "Tram derails in Belmere" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""  # no bar where nobody watches


def test_cli_brief_as_json_is_a_brief(folder: Folder):
    result = run("brief", folder(), "--format", "json")
    assert decode(result.stdout_bytes).documents[0].title == "Tram derails in Belmere"
    assert result.stderr == ""


@pytest.mark.parametrize(
    "name, begins",
    [("b.html", "<!doctype html"), ("b.md", "# Tram"), ("b.json", "{"), ("b.txt", "Tram"), ("b", "Tram")],
)
def test_cli_output_format_follows_the_ending(folder: Folder, tmp_path: Path, name: str, begins: str):
    result = run("brief", folder(), "-o", tmp_path / name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_text("utf-8").lower().startswith(begins.lower())


def test_cli_format_wins_over_the_ending(folder: Folder, tmp_path: Path):
    run("brief", folder(), "-f", "json", "-o", tmp_path / "brief.txt")
    assert decode((tmp_path / "brief.txt").read_bytes())


@pytest.mark.parametrize(
    "place, why", [("none/b.html", "there is no folder"), (".", "is a folder"), ("b.pdf", "tells no format")]
)
def test_cli_output_that_cannot_be_is_told_before_the_work(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, place: str, why: str
):
    monkeypatch.setattr(pipeline, "brief_of", lambda *arguments: pytest.fail("the work was begun"))
    result = run("brief", folder(), "-o", place)
    assert result.exit_code == 2
    assert why in " ".join(result.stderr.replace("│", " ").split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["json", "html"])
def test_cli_full_disk_is_one_line(folder: Folder, form: str):
    result = run("brief", folder(), "-f", form, "-o", "/dev/full")
    assert result.exit_code == 2
    assert result.stderr.strip() == "cannot write /dev/full: No space left on device"


def test_cli_unknown_format_names_the_known(folder: Folder):
    result = run("brief", folder(), "--format", "yaml")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in FORMATS)


def test_cli_all_shows_every_finding(monkeypatch: pytest.MonkeyPatch, example):  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pipeline, "brief_of", lambda *arguments: example)
    monkeypatch.setattr(cli, "SHOWN", 1)
    assert len(run("brief", "x", "--all").stdout) > len(run("brief", "x").stdout)


# input


def test_cli_reads_standard_input():
    result = run("brief", "-", "--format", "json", input=("Tram derails in Belmere\n\n" + "\n\n".join(TRAM)).encode())
    assert result.exit_code == 0
    assert "St. Anna hospital" in json.loads(result.stdout)["documents"][0]["text"]


def test_cli_reads_a_glob(folder: Folder):
    place = folder(**{"wire-1__txt": "\n".join(TRAM).encode(), "wire-2__txt": ("\n".join(TRAM) + "\nMore.").encode()})
    result = run("brief", f"{place}/wire-*.txt", "--format", "json")
    assert [Path(d["path"]).name for d in json.loads(result.stdout)["documents"]] == ["wire-1.txt", "wire-2.txt"]


@pytest.mark.parametrize("path, why", [("none.txt", "no such file"), ("none/*.txt", "no file matches this pattern")])
def test_cli_nothing_found_is_status_2(tmp_path: Path, path: str, why: str):
    result = run("brief", tmp_path / path, "--format", "json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert why in result.stderr
    assert "Nothing could be read" in result.stderr


def test_cli_one_missing_path_does_not_cost_the_others(folder: Folder):
    result = run("brief", folder(), "none.txt", "--format", "json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["documents"]) == 1
    assert "none.txt: no such file" in result.stderr


def test_cli_quiet_keeps_standard_error_empty(folder: Folder):
    result = run("brief", folder(), "none.txt", "-q", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")


BAD = {
    "empty__txt": (b"", "empty"),
    "blank__txt": (b" \n\n\t\n", "empty"),
    "paper__txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "noise__txt": (bytes(range(256)) * 40, "binary"),
    "shape__json": (b'{"weather": {"wind": [1, 2, 3]}}', ""),
    "broken__json": (b'{"title": "Tram", "text": ', ""),
    "long__txt": (b"The tram stood still. " * 2_400_000, ""),
}


@pytest.mark.parametrize("name", BAD)
def test_cli_bad_file_is_a_located_error_beside_the_others(folder: Folder, name: str):
    content, why = BAD[name]
    result = run("brief", folder(**{name: content}), "--format", "json")
    told = problems(result)
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["documents"]) == 1
    assert list(told) == [name.replace("__", ".")]
    assert why in told[name.replace("__", ".")]
    assert name.replace("__", ".") in result.stderr


def test_cli_all_bad_at_once(folder: Folder):
    result = run("brief", folder(**{name: content for name, (content, _) in BAD.items()}), "--format", "json")
    assert result.exit_code == 1
    assert set(problems(result)) == {name.replace("__", ".") for name in BAD}


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_cli_reads_other_encodings(folder: Folder, encoding: str):
    text = "The mayor of Brénoz, Zoë Lägler, said the café was safe.\n" + "\n".join(TRAM)
    result = run("brief", folder(other__txt=text.encode(encoding)), "--format", "json")
    assert result.exit_code == 0
    assert any("Zoë Lägler" in document["text"] for document in json.loads(result.stdout)["documents"])


def test_cli_dangling_link_is_an_error(folder: Folder):
    place = folder()
    (place / "gone.txt").symlink_to(place / "nowhere.txt")
    result = run("brief", place, "--format", "json")
    assert result.exit_code == 1
    assert problems(result) == {"gone.txt": "no such file or folder"}


def test_cli_unreadable_file_is_an_error(folder: Folder, monkeypatch: pytest.MonkeyPatch):
    place = folder(locked__txt="\n".join(TRAM).encode())
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    result = run("brief", place, "--format", "json")
    assert result.exit_code == 1
    assert "permission denied" in problems(result)["locked.txt"]


def test_cli_file_names_cannot_steer_the_terminal(tmp_path: Path):
    name = "[red]a\x1b[2J.txt"
    (tmp_path / name).write_bytes(b"")
    result = run("brief", tmp_path)
    assert "\x1b" not in result.output
    assert "[red]a[2J.txt: the file is empty" in result.stderr


# pipes and interrupts


def test_cli_closed_pipe_ends_quietly(tmp_path: Path):
    (tmp_path / "a.json").write_bytes(article())
    command = f"{' '.join(PROGRAM)} brief {tmp_path} --format json | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_cli_interrupt_while_working(folder: Folder, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "brief_of", interrupted)
    result = run("brief", folder())
    assert result.exit_code == 130
    assert result.stderr == "Interrupted: no brief was written.\n"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_cli_interrupt_from_outside_leaves_no_traceback():
    process = subprocess.Popen(
        [*PROGRAM, "brief", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell starts what runs in its background with SIGINT ignored, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    process.stdin.write(b"The tram stood still. " * 20_000)  # more than a pipe holds: returns once it is being read
    time.sleep(0.5)  # it reads what the pipe still held, and waits for more
    process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    assert process.returncode == 130
    assert process.stderr is not None
    assert process.stderr.read().decode() == "Interrupted: no brief was written.\n"
