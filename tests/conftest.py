"""What many tests share: one loaded pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.linter import Linter


@pytest.fixture(scope="session")
def linter() -> Linter:
    """Return a linter over the pipeline that ships; it is loaded once."""
    return Linter()
