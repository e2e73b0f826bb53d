"""The command as a process: exit status, pipes, interrupts, and what it does not load."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import attrib_lsp
from tests.cli.conftest import RUMOUR

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(attrib_lsp.__file__).parents[1])}
COMMAND = (sys.executable, "-m", "attrib_lsp")

posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals as POSIX has them")


def run(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``attrib-lsp`` with ``arguments``."""
    return subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, env={**ENVIRONMENT, **variables}, timeout=120
    )


def empty_rows(number: int) -> bytes:
    """Return rows without any prose: they are read without the pipeline."""
    return b"".join(b'{"id": %d, "text": ""}\n' % one for one in range(number))


def test_a_story_from_a_pipe() -> None:
    done = run("check", "--select", "UNS107", "--output-format", "concise", "-", stdin=RUMOUR.encode())
    assert done.stderr == b""
    assert done.stdout.startswith(b"-:3:11: warning UNS107 bare-reportedly: ")
    assert done.returncode == 1


def test_exit_status() -> None:
    assert run("check", "-").returncode == 0
    assert run("--version").returncode == 0
    gone = run("gone.txt")
    assert gone.returncode == 2
    assert gone.stderr == b"error: gone.txt: no such file or folder; check the spelling and the folder\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["init", "--help"],
        ["completions", "bash"],
        ["config", "--schema"],
        ["rules"],
        ["rule", "UNS107"],
        ["rule", "UNS107", "--color", "always"],
    ],
    ids=" ".join,
)
def test_what_needs_no_pipeline_does_not_load_spacy(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from attrib_lsp.cli.main import cli\n"
        "try:\n"
        f"    cli.main({arguments!r}, prog_name='attrib-lsp')\n"
        "except SystemExit as error:\n"
        "    loaded = [name for name in ('spacy', 'thinc', 'numpy') if name in sys.modules]\n"
        "    print(error.code, loaded, 'attrib_lsp.rules.registry' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=ENVIRONMENT, timeout=120)
    needs_rules = "--help" not in arguments and "completions" not in arguments
    assert done.stderr.decode().strip() == f"0 [] {needs_rules}"


@posix
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_bytes(empty_rows(20_000))
    arguments = [*COMMAND, "check", "--output-format", "jsonl", str(tmp_path / "wire.jsonl")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline()) == {"id": 0, "diagnostics": []}
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@posix
def test_a_pipe_that_was_never_read_is_no_accident() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    for arguments in (["rules"], ["--help"], ["check", "--help"]):
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=writer, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")
    os.close(writer)


@posix
def test_rows_are_told_as_they_come_and_an_interrupt_ends_the_run_quietly() -> None:
    arguments = [*COMMAND, "check", "--output-format", "jsonl", "--stdin-filename", "wire.jsonl", "-"]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        for number in range(3):
            process.stdin.write(b'{"id": %d, "text": ""}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == -signal.SIGINT
        assert process.stderr.read() == b""


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "rules"], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=60)
    assert done.stderr == b"error: standard output: cannot be written: no space left on device\n"
    assert done.returncode == 2


@posix
def test_a_terminal_without_unicode_is_no_accident(tmp_path: Path) -> None:
    (tmp_path / "caf\udce9.txt").touch()
    done = run("check", str(tmp_path), "gone“.txt", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stdout == b"Found nothing to mend in 1 story.\n"


@posix
def test_a_fifo_is_read(tmp_path: Path) -> None:
    fifo = tmp_path / "story"
    os.mkfifo(fifo)
    arguments = [*COMMAND, "check", "--output-format", "jsonl", str(fifo)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        fifo.write_bytes(b"\n")
        assert process.stdout is not None
        assert json.loads(process.stdout.read())["diagnostics"] == []
        assert process.wait(timeout=60) == 0


@posix
def test_a_terminal_gets_colours() -> None:
    import pty

    leader, follower = pty.openpty()
    environment = {name: value for name, value in ENVIRONMENT.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    arguments = [*COMMAND, "rule", "UNS107"]
    with subprocess.Popen(arguments, stdout=follower, env={**environment, "TERM": "xterm"}) as process:
        shown = b""
        while b"Flagged" not in shown:
            shown += os.read(leader, 4096)
        os.close(follower)
        with os.fdopen(leader, "rb", buffering=0) as screen:
            try:
                while screen.read(4096):
                    pass
            except OSError:
                pass  # the other end is closed
        assert process.wait(timeout=60) == 0
    assert b"\x1b[1;4mUNS107 bare-reportedly\x1b[0m" in shown


def test_the_server_takes_stdio_for_granted_and_ends_with_its_client() -> None:
    done = run("server", "--stdio")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
