"""Looking up what a code stands for in a small table, with a gradient that is fast on processors."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


class _Look(torch.autograd.Function):
    """PyTorch's own gradient of a look-up adds row by row; to count by code takes a tenth of the time."""

    @staticmethod
    def forward(ctx: Any, table: Tensor, codes: Tensor) -> Tensor:  # noqa: ANN401  # the context has no public type
        """Return the columns of ``table`` at ``codes``."""
        ctx.save_for_backward(codes)
        ctx.rows = len(table)
        return torch.stack([column.contiguous()[codes] for column in table.unbind(1)], 1)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, None]:  # noqa: ANN401
        """Return the gradient by ``table``."""
        codes = ctx.saved_tensors[0].reshape(-1)
        sums = [torch.bincount(codes, column.reshape(-1), ctx.rows) for column in slope.unbind(1)]
        return torch.stack(sums, 1).to(slope.dtype), None


def look(table: Tensor, codes: Tensor) -> Tensor:
    """Return what the rows of ``table`` (rows, columns) say of ``codes`` (first, ...): (first, columns, ...)."""
    found: Tensor = _Look.apply(table, codes)  # type: ignore[no-untyped-call]
    return found
