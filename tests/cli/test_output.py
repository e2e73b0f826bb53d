"""Colours, and where they are shown."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from attrib_lsp.cli.errors import ClosedPipeError, RunError
from attrib_lsp.cli.output import Output, output, shows_color, terminal_of
from tests.cli.conftest import ONLY, RUMOUR, Command


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("stream", "color", "variables", "shown"),
    [
        (Screen(), "auto", {}, True),
        (io.StringIO(), "auto", {}, False),
        (None, "auto", {}, False),
        (Screen(), "never", {"FORCE_COLOR": "1"}, False),
        (io.StringIO(), "always", {"NO_COLOR": "1"}, True),
        (Screen(), "auto", {"NO_COLOR": "1"}, False),
        (Screen(), "auto", {"NO_COLOR": ""}, True),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (Screen(), "auto", {"TERM": "dumb"}, False),
    ],
)
def test_colours(
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO | None,
    color: str,
    variables: dict[str, str],
    shown: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert shows_color(stream, color) is shown


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert terminal_of(stream, "auto").color is False


def test_a_file_has_no_colours_unless_they_are_asked_for(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", *ONLY, "a.txt", "-o", "plain.log")
    command("check", *ONLY, "a.txt", "-o", "painted.log", "--color", "always")
    assert "\x1b[" not in Path("plain.log").read_text()
    assert "\x1b[1;33mUNS107" in Path("painted.log").read_text()


def test_errors_and_notes_are_painted_if_that_is_asked_for_and_cannot_steer_the_terminal(command: Command) -> None:
    run = command("check", "--color", "always", "\x1b[2Jgone.txt")
    assert run.stderr.startswith("\x1b[1;31merror:\x1b[0m ␛[2Jgone.txt: no such file")


class Broken(io.BytesIO):
    """A file that cannot be written."""

    def __init__(self, error: OSError) -> None:
        """Fail with ``error``."""
        super().__init__()
        self._error = error

    def write(self, data: object) -> int:
        """Fail."""
        raise self._error


def test_a_closed_pipe_and_a_full_disk_are_told_apart() -> None:
    with pytest.raises(ClosedPipeError):
        Output(Broken(BrokenPipeError(32, "Broken pipe")), "standard output").write("a")
    with pytest.raises(RunError) as caught:
        Output(Broken(OSError(28, "No space left on device")), "report.txt").write("a")
    assert str(caught.value) == "report.txt: cannot be written: no space left on device"


def test_what_an_encoding_lacks_becomes_a_question_mark() -> None:
    file = io.BytesIO()
    Output(file, "standard output", "ascii").write("“said”")
    assert file.getvalue() == b"?said?"


def test_files_are_utf_8_with_their_line_ends_as_they_are(folder: Path) -> None:
    with output(Path("a.txt")) as place:
        place.write("“said”\n")
    assert Path("a.txt").read_bytes() == "“said”\n".encode()
