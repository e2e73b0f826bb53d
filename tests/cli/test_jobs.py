"""Several processes: the same report in the same order, and none of them left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_processes import ENVIRONMENT, posix

STORIES = 12
#: The command, with workers that are sent for soon.
COMMAND = (
    sys.executable,
    "-c",
    "from attrib_lsp.cli import looking, main; looking.ENOUGH = 5_000; main.main()",
)


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``attrib-lsp`` with ``arguments``."""
    return subprocess.run([*COMMAND, *arguments], capture_output=True, env=ENVIRONMENT, timeout=120)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of stories long enough for workers, with some that cannot be read."""
    folder = tmp_path_factory.mktemp("stories")
    for number in range(STORIES):
        said = f"The mayor reportedly resigned on day {number}. “It is over,” officials said.\n\n"
        body = "".join(said.replace("day", f"day {number}, hour {hour},") for hour in range(8))
        (folder / f"{number:02}.txt").write_text(f"Mayor quits again {number}\n\n{body}")
    (folder / "05.txt").write_bytes(b"\xff\xfe\x00\xd8 broken")
    (folder / "09.md").write_text("---\ntitle: [\n---\n\nA story.\n")
    (folder / "99.jsonl").write_text(
        "".join(
            json.dumps({"id": one, "text": f"Mayor {one} quits\n\nHe reportedly left.\n" * 30}) + "\n"
            for one in range(9)
        )
        + "{broken\n"
    )
    return folder


def drafts(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Check ``folder``, wherever results are kept."""
    return run("check", "--isolated", "--output-format", "jsonl", *options, str(folder))


def test_any_number_of_jobs_says_the_same(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = drafts(stories, "--no-cache", "--jobs", "1")
    together = drafts(stories, "--cache-dir", str(tmp_path / "kept"), "--jobs", "2")
    again = drafts(stories, "--cache-dir", str(tmp_path / "kept"), "--jobs", "3")
    assert alone.stdout.count(b"UNS107") > STORIES
    assert alone.stderr.count(b"error: ") == 3
    assert (alone.returncode, alone.stdout, alone.stderr) == (together.returncode, together.stdout, together.stderr)
    assert (alone.returncode, alone.stdout, alone.stderr) == (again.returncode, again.stdout, again.stderr)


def test_differences_are_the_same(stories: Path) -> None:
    alone, together = (
        run("check", "--isolated", "--no-cache", "--diff", "--unsafe-fixes", "-j", jobs, str(stories)) for jobs in "12"
    )
    assert (alone.stdout, alone.stderr, alone.returncode) == (together.stdout, together.stderr, together.returncode)


def children(parent: int) -> set[int]:
    """Return the processes that ``parent`` has started."""
    return {int(one) for one in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()}


@posix
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_stays_behind(ending: signal.Signals, stories: Path) -> None:
    arguments = [*COMMAND, "check", "--isolated", "--no-cache", "--jobs", "2", "--output-format", "jsonl", str(stories)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        started = children(process.pid)
        assert len(started) >= 2
        if ending == signal.SIGINT:
            os.killpg(process.pid, ending)  # as Ctrl-C on a terminal does
        else:
            process.send_signal(ending)
        assert process.wait(timeout=30) == -ending
        if ending == signal.SIGINT:
            told = process.stderr.read().splitlines()
            assert all(line.startswith(b"error: ") for line in told), told  # on files met before; and no traceback
        end = time.monotonic() + 20
        while any(Path(f"/proc/{one}").exists() for one in started) and time.monotonic() < end:
            time.sleep(0.05)
        assert not [one for one in started if Path(f"/proc/{one}").exists()]


@posix
def test_whoever_has_read_enough_ends_the_workers_too(stories: Path) -> None:
    arguments = [*COMMAND, "check", "--isolated", "--no-cache", "--jobs", "2", "--output-format", "jsonl", str(stories)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        process.stderr.read()
        assert process.wait(timeout=60) in (0, 2)


def test_a_baseline_is_the_same_with_any_number_of_jobs(stories: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{jobs}.json" for jobs in (1, 2)]
    for jobs, file in enumerate(files, start=1):
        options = ("--isolated", "--no-cache", "--jobs", str(jobs), "--output-file", str(file))
        assert run("baseline", *options, str(stories)).returncode == 2  # three of the stories cannot be read
    one, two = (file.read_bytes() for file in files)
    assert one == two
    assert one.count(b"UNS107") == STORIES - 1
