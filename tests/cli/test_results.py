"""Results that are kept: found again, never of another draft or other settings, and never in anybody's way."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.results import sealing, store
from attrib_lsp.cli.results.folder import NAME, clean
from attrib_lsp.cli.results.keys import edition, key_of
from attrib_lsp.cli.results.sealing import name_of, opened, sealed
from attrib_lsp.cli.results.store import Results
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports.origin import Origin
from attrib_lsp.rules.registry import all_rules
from tests.cli.conftest import ONLY, RUMOUR, Command, rows
from tests.cli.test_processes import ENVIRONMENT, posix

KEY, OTHER = b"k" * 32, b"o" * 32


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the headlines of the drafts that were analysed."""
    seen: list[str] = []
    analyse = Linter.analyse

    def spy(self: Linter, story: object, *rest: object, **named: object) -> object:
        seen.append(story.sources["text"].text.partition("\n")[0])  # type: ignore[attr-defined]
        return analyse(self, story, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "analyse", spy)
    return seen


def same(*results: Result) -> bool:
    """Say whether runs ended alike."""
    return len({(one.stdout, one.stderr, one.exit_code) for one in results}) == 1


def test_the_second_check_reads_nothing_and_says_the_same(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("b.md").write_text("# Hall “opens”\n\nIt is *reportedly* done, he said .\n")
    Path("c.jsonl").write_text(json.dumps({"id": 1, "headline": "Mayor quits", "text": "He reportedly resigned."}))
    for given in ([], ["--output-format", "jsonl"], ["--output-format", "sarif"]):
        fresh = command("check", "--no-cache", *given, ".")
        command("check", ".")
        reads.clear()
        assert same(fresh, command("check", *given, "."))
        assert reads == []


def test_a_changed_draft_and_changed_settings_are_read_anew(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", "a.txt")
    for given in (
        ONLY,
        ("--ignore", "UNS107"),
        ("--preset", "bbc-like"),
    ):
        reads.clear()
        kept, fresh = command("check", *given, "a.txt"), command("check", "--no-cache", *given, "a.txt")
        assert same(kept, fresh)
        assert len(reads) == 2
    Path("attrib-lsp.toml").write_text("[rules.vague-anonymous-source]\nmin-specificity = 4\n")
    reads.clear()
    command("check", "a.txt")
    Path("a.txt").write_text(RUMOUR.replace("Tuesday", "Monday"))
    command("check", "a.txt")
    assert reads == ["Mayor quits"] * 2


def test_the_same_words_in_another_markup_or_in_a_row_are_another_draft(
    folder: Path, command: Command, reads: list[str]
) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("a.md").write_text(RUMOUR)
    Path("a.jsonl").write_text(json.dumps({"id": 1, "text": RUMOUR}))
    command("check", ".")
    assert len(reads) == 3
    Path("moved").mkdir()
    Path("a.txt").rename("moved/b.txt")
    assert rows(command("check", *ONLY, "--output-format", "jsonl", "moved"))[0]["path"] == str(Path("moved/b.txt"))


def test_every_option_of_every_rule_counts() -> None:
    draft = Draft(Origin("a.txt"), RUMOUR)
    plain = Settings.default()
    keys = {key_of(draft, plain)}
    optional = [rule for rule in all_rules() if rule.options is not None]
    for rule in optional:
        options = rule.options()
        keys.add(key_of(draft, replace(plain, options={rule.code: options})))
        assert key_of(draft, replace(plain, options={rule.code: rule.options()})) in keys
    assert len(keys) == 1 + len(optional) > 10


def test_a_key_is_the_same_in_every_process() -> None:
    script = (
        "from attrib_lsp.cli.drafts import Draft\n"
        "from attrib_lsp.cli.results.keys import key_of\n"
        "from attrib_lsp.linter.settings import Settings\n"
        "from attrib_lsp.reports.origin import Origin\n"
        "print(key_of(Draft(Origin('a.txt'), 'Words'), Settings.default()).hex())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, env={**ENVIRONMENT, "PYTHONHASHSEED": seed}, check=True
        ).stdout
        for seed in "12"
    }
    assert told == {f"{key_of(Draft(Origin('elsewhere.txt'), 'Words'), Settings.default()).hex()}\n".encode()}


def test_another_installation_shares_nothing(
    folder: Path, command: Command, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", "a.txt")
    monkeypatch.setattr("attrib_lsp.cli.results.keys.edition", lambda: edition() + "+")
    command("check", "a.txt")
    assert len(reads) == 2


def test_a_fix_is_never_made_from_a_stale_result(folder: Path, command: Command) -> None:
    Path("a.txt").write_text('Mayor quits\n\nShe said: "It is over".\n')
    command("check", ".")
    fixed = command("check", "--fix", "--unsafe-fixes", ".")
    again = command("check", ".")
    assert same(again, command("check", "--no-cache", "."))
    assert fixed.exit_code in (0, 1)


def test_the_second_check_loads_no_pipeline(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(RUMOUR)
    script = (
        "import sys\n"
        "from attrib_lsp.cli.main import cli\n"
        "try:\n"
        f"    cli.main(['check', '-q', '--cache-dir', {str(tmp_path / 'kept')!r}, {str(story)!r}])\n"
        "except SystemExit as error:\n"
        "    heavy = ('spacy', 'thinc', 'numpy', 'onnxruntime')\n"
        "    print(error.code, [name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    told = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, env=ENVIRONMENT, timeout=120).stderr
        for _ in range(2)
    ]
    assert told[0].strip() == b"1 ['spacy', 'thinc', 'numpy', 'onnxruntime']"
    assert told[1].strip() == b"1 []"


def test_nothing_of_a_draft_can_be_read_without_it(folder: Path, command: Command) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert b"reportedly" in command("check", "--cache-dir", "kept", "a.txt").stdout_bytes
    raw = Path("kept", NAME).read_bytes()
    for word in (b"reportedly", b"UNS107", b"Mayor", b"a.txt"):
        assert word not in raw
    results = Results(Path("own"))
    results.put(KEY, b"secret words")
    assert (results.get(KEY), results.get(OTHER)) == (b"secret words", None)
    results.close()
    assert results.get(KEY) == b"secret words"


def test_what_was_sealed_is_opened_by_its_key_alone_and_only_as_it_was() -> None:
    one, two = sealed(KEY, b"secret words"), sealed(KEY, b"secret words")
    assert one != two  # the same words are not masked in the same way twice
    assert opened(KEY, one) == opened(KEY, two) == b"secret words"
    assert KEY not in one and name_of(KEY) not in one
    for wrong in (one[:-1], one[1:], one + b"x", b"", bytes([one[0] ^ 1]) + one[1:], one[:-1] + bytes([one[-1] ^ 1])):
        with pytest.raises(ValueError, match="not a result"):
            opened(KEY, wrong)
    with pytest.raises(ValueError, match="not a result"):
        opened(OTHER, one)


def test_a_result_that_would_unpack_without_end_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = sealed(KEY, bytes(100_000))
    assert len(kept) < 1_000
    monkeypatch.setattr(sealing, "LARGEST", 10_000)
    with pytest.raises(ValueError, match="not a result"):
        opened(KEY, kept)


def test_a_file_of_an_older_version_is_taken_away(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("kept").mkdir()
    with sqlite3.connect(Path("kept", "results-1.sqlite3")) as connection:
        connection.execute("CREATE TABLE results (name BLOB PRIMARY KEY, used INTEGER, value BLOB) WITHOUT ROWID")
    connection.close()
    for _ in range(2):
        assert command("check", "--cache-dir", "kept", "a.txt").exit_code == 1
    assert reads == ["Mayor quits"]
    assert sorted(one.name for one in Path("kept").iterdir()) == [NAME]


@posix
def test_only_the_user_may_look_into_it(folder: Path, command: Command) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", "--cache-dir", "kept", "a.txt")
    assert stat.S_IMODE(Path("kept").stat().st_mode) == 0o700
    assert stat.S_IMODE(Path("kept", NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("broken", [b"", b"no database at all" * 100, None], ids=["empty", "other", "torn"])
def test_a_broken_file_is_thrown_away(broken: bytes | None, folder: Path, command: Command) -> None:
    Path("a.txt").write_text(RUMOUR)
    fresh = command("check", "--cache-dir", "kept", "a.txt")
    file = Path("kept", NAME)
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096) if broken is None else broken)
    assert same(fresh, *(command("check", "--cache-dir", "kept", "a.txt") for _ in range(2)))
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM results").fetchone() == (1,)


def test_an_entry_that_was_meddled_with_counts_for_nothing(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.txt").write_text(RUMOUR)
    fresh = command("check", "--cache-dir", "kept", "a.txt")
    for value in (b"", b"x", b"x" * 500, 7, "words", None):
        with sqlite3.connect(Path("kept", NAME)) as connection:
            connection.execute("UPDATE results SET value = ?", (value,))
        connection.close()
        reads.clear()
        assert same(fresh, command("check", "--cache-dir", "kept", "a.txt"))
        assert len(reads) == 1


@pytest.mark.parametrize("place", ["file", "file/below", "locked"])
def test_where_nothing_can_be_kept_nothing_is(
    place: str, folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(RUMOUR)
    fresh = command("check", "--no-cache", "a.txt")
    if place == "locked":
        monkeypatch.setattr(store, "PATIENCE", 0.05)
        command("check", "--cache-dir", "locked", "a.txt")
        holder = sqlite3.connect(Path("locked", NAME), isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
    else:
        Path("file").write_text("")
        monkeypatch.setenv("ATTRIB_LSP_CACHE_DIR", place)
        assert same(fresh, command("check", "a.txt"))
        return
    assert same(fresh, command("check", "--cache-dir", "locked", "a.txt"))
    holder.close()


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(folder: Path, command: Command) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("kept").mkdir(mode=0o500)
    assert same(command("check", "--no-cache", "a.txt"), command("check", "--cache-dir", "kept", "a.txt"))


def test_the_file_stays_within_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results = Results(tmp_path, limit=200_000)
    day = 20_000
    monkeypatch.setattr(store, "_today", lambda: day)
    for number in range(300):
        day = 20_000 + number
        results.put(number.to_bytes(32, "big"), os.urandom(5_000))
        assert results.get(bytes(32)) is not None  # used every day
        results.flush()
    assert (tmp_path / NAME).stat().st_size < 300_000
    held = [number for number in range(300) if results.get(number.to_bytes(32, "big")) is not None]
    assert held[0] == 0
    assert held[1:] == list(range(held[1], 300))
    assert len(held) > 10
    results.close()


def test_several_at_once(tmp_path: Path) -> None:
    def work(number: int) -> int:
        results = Results(tmp_path / "kept")
        for one in range(40):
            results.put((number * 1_000 + one).to_bytes(32, "big"), b"mine")
            results.put(one.to_bytes(32, "big"), b"everybody's")
            results.flush()
        results.close()
        return sum(results.get((number * 1_000 + one).to_bytes(32, "big")) == b"mine" for one in range(40))

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(work, range(1, 7))) == [40] * 6


def test_clean_takes_away_results_and_nothing_else(folder: Path, command: Command) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", "--cache-dir", "kept", "a.txt")
    Path("kept", "notes.txt").write_text("mine")
    done = command("clean", "--cache-dir", "kept")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith(" MB of results: kept\n")
    assert [path.name for path in Path("kept").iterdir()] == ["notes.txt"]
    assert command("clean", "--cache-dir", "kept").stdout == "No results are kept: kept\n"
    Path("kept", "notes.txt").unlink()
    command("check", "--cache-dir", "own", "a.txt")
    assert clean(Path("own")) > 0
    assert not Path("own").exists()


def test_a_baseline_and_a_check_share_what_they_find(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("baseline", ".").exit_code == 0
    assert reads == ["Mayor quits"]
    reads.clear()
    assert command("check", "--baseline", ".attrib-lsp-baseline.json", *ONLY, ".").exit_code == 0
    assert reads == ["Mayor quits"]  # other rules
    reads.clear()
    before = Path(".attrib-lsp-baseline.json").read_text()
    assert command("check", ".").exit_code == 1
    assert command("baseline", ".").exit_code == 0
    assert reads == []
    assert Path(".attrib-lsp-baseline.json").read_text() == before


def test_changed_word_lists_are_other_settings(folder: Path, command: Command, reads: list[str]) -> None:
    Path("a.md").write_text("# Late\n\nIda Voss, the mayor, opined that it was late.\n")
    only = ("--select", "loaded-attribution-verb", "--fail-on", "hint", ".")
    assert command("check", *only).exit_code == 0
    for words, status in (('["opine"]', 1), ('["mumble"]', 0)):
        Path("attrib-lsp.toml").write_text(f"[lexicons]\nextend-loaded-verbs = {words}\n")
        reads.clear()
        assert command("check", *only).exit_code == status
        assert reads == ["# Late"]
        assert command("check", *only).exit_code == status
        assert reads == ["# Late"]


def test_the_sources_are_those_of_changed_word_lists(folder: Path, command: Command) -> None:
    Path("a.md").write_text("# Late\n\nThe bridge will close in May, the Cragside Packet reported.\n")
    Path("attrib-lsp.toml").write_text('[lexicons]\nextend-outlets = ["Cragside Packet"]\n')
    (row,) = rows(command("sources", "--output-format", "jsonl", "a.md"))
    assert [one["kind"] for one in row["sources"]] == ["media-outlet"]
    (row,) = rows(command("sources", "--isolated", "--output-format", "jsonl", "a.md"))
    assert [one["kind"] for one in row["sources"]] == ["named-organisation"]
