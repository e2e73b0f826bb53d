"""Names for the arrays that go from the encoder through decoding."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: The encoder's states of words: (words, width), at half precision.
Vectors = NDArray[np.float16]
