"""Let thinc multiply matrices by NumPy's BLAS. Given to ``spacy train`` as ``--code``.

thinc's own BLIS has no kernels for some processors and falls back to generic ones, a third as fast as the OpenBLAS
that NumPy ships (measured: 11 against 33 GFLOPS on one core of an AMD EPYC).
"""

from __future__ import annotations

from functools import partialmethod

from thinc.api import NumpyOps

NumpyOps.__init__ = partialmethod(NumpyOps.__init__, use_blis=False)
