# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Minimises classic landscapes with SciPy's BFGS and Nelder-Mead and prints where they end, as JSON.

The output is Tests/NumericalEnvironmentTests/Fixtures/scipy-minima.json, with which the same methods
of the catalogue are compared.
"""

import json

import numpy
import scipy
from scipy.optimize import minimize

LANDSCAPES = {
    "booth": (lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2, [(5, -5), (-8, 2), (0, 9)]),
    "matyas": (lambda x, y: 0.26 * (x**2 + y**2) - 0.48 * x * y, [(5, -5), (-8, 2), (0, 9)]),
    "mccormick": (
        lambda x, y: numpy.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
        [(0, 0), (-1, -1), (0.5, -1.5)],
    ),
    "rosenbrock": (
        lambda x, y: 100 * (y - x**2) ** 2 + (1 - x) ** 2,
        [(-1.2, 1), (2, 2), (0, -2)],
    ),
    "six-hump-camel": (
        lambda x, y: (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2,
        [(0.3, -0.5), (-0.2, 0.9), (0.1, 0.4)],
    ),
}
OPTIONS = {
    "BFGS": {"gtol": 1e-8, "maxiter": 2000},
    "Nelder-Mead": {"xatol": 1e-9, "fatol": 1e-14, "maxiter": 4000},
}

rows = []
for name, (function, starts) in LANDSCAPES.items():
    for start in starts:
        for method, options in OPTIONS.items():
            end = minimize(lambda p: function(*p), start, method=method, options=options)
            rows.append(
                {
                    "landscape": name,
                    "method": method,
                    "start": [float(number) for number in start],
                    "place": [float(number) for number in end.x],
                    "value": float(end.fun),
                    "evaluations": int(end.nfev),
                }
            )
print(json.dumps({"scipy": scipy.__version__, "rows": rows}, indent=1))
