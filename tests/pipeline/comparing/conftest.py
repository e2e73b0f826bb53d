"""Passages as the pipeline that ships reads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attrib_lsp.linter.linter import Linter
from pipeline.comparing.mutations.values import Passage
from pipeline.comparing.reading import passages_of

Read = Callable[..., list[Passage]]


@pytest.fixture(scope="session")
def read(linter: Linter) -> Read:
    return lambda *texts: passages_of(linter.pipeline, list(texts))
