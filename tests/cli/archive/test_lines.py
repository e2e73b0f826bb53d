"""JSON Lines by the bytes: parts that cover each line once, however long it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.cli.archive import lines
from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.rows import ArchiveRow
from attrib_lsp.cli.errors import RunError

_LINES = st.lists(
    st.sampled_from(['{"text": "a"}', '{"text": "a much longer story"}', "", "  ", "{", '["x"]']), max_size=12
)


@given(found=_LINES, ends=st.booleans(), rows_a_part=st.integers(1, 4), longest=st.sampled_from([8, 13, 14, 20, 100]))
def test_parts_hold_every_row_once(
    found: list[str], ends: bool, rows_a_part: int, longest: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("lines") / "rows.jsonl"
    path.write_text("\n".join(found) + ("\n" if ends else ""))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lines, "LONGEST_LINE", longest)
        parts = list(lines.scan("rows.jsonl", path, rows_a_part))
        read = [list(lines.read(part, Columns("text"))) for part in parts]
    numbers = [row.article.row if isinstance(row, ArchiveRow) else row.row for rows in read for row in rows]
    assert numbers == [number for number, line in enumerate(found, start=1) if line.strip()]
    assert [part.rows for part in parts] == [len(rows) for rows in read]


def test_a_file_that_has_changed_is_not_read_on(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a"}\n')
    (part,) = lines.scan("rows.jsonl", path, 10)
    path.write_text('{"text": "b"}\n')
    with pytest.raises(RunError, match="has changed"):
        list(lines.read(part, Columns("text")))
