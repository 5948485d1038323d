# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Writes statistics.json beside this file: what SciPy, statsmodels and NumPy say of four data sets.

    python3 Tests/ReportingTests/Golden/make_statistics.py     (needs scipy and statsmodels)
"""

import itertools
import json
import math
import pathlib

import numpy
import scipy.special
import scipy.stats
import statsmodels.stats.power

DATA = {
    "small": ([3.1, 2.0, 5.5, 4.0, 1.2], [2.0, 1.5, 5.0, 4.4, 0.3]),
    "ties": ([1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 4, 3, 7, 5, 10, 9]),
    "skewed": (
        [0.001, 250.0, 3.5, 12.0, 0.4, 77.0, 1.9, 5.0, 1e4, 42.0],
        [0.002, 199.0, 1.1, 12.5, 0.1, 60.0, 2.9, 4.0, 3e3, 41.0],
    ),
    "negative": (
        [-1.5, -0.2, 0.0, 0.7, 2.2, -3.1, 0.9],
        [-1.0, 0.3, 0.8, 0.7, 2.9, -2.0, 0.1],
    ),
}
RUNS = {
    "some": [(3, True), (10, False), (7, True), (10, False)],
    "none": [(5, False), (8, False)],
    "all": [(1, True), (2, True), (9, True)],
}


def signed_rank(first, second):
    """Wilcoxon's test with mean ranks by all flips of signs."""
    differences = numpy.array(second) - numpy.array(first)
    differences = differences[differences != 0]
    ranks = scipy.stats.rankdata(numpy.abs(differences))
    positive = float(ranks[differences > 0].sum())
    negative = float(ranks[differences < 0].sum())
    result = scipy.stats.permutation_test(
        (numpy.sign(differences) * ranks,), numpy.sum, permutation_type="samples",
        n_resamples=numpy.inf)
    return positive, negative, float(result.pvalue)


def hedges(first, second):
    differences = numpy.array(second) - numpy.array(first)
    freedom = len(differences) - 1
    correction = math.exp(
        scipy.special.gammaln(freedom / 2) - scipy.special.gammaln((freedom - 1) / 2)
    ) / math.sqrt(freedom / 2)
    return float(differences.mean() / differences.std(ddof=1) * correction)


def running_time(runs):
    hits = sum(hit for _, hit in runs)
    return sum(queries for queries, _ in runs) / hits if hits else None


def describe(first, second):
    positive, negative, p_value = signed_rank(first, second)
    pairs = len(first) * len(second)
    # SciPy counts pairs in which its first argument is the larger one, ties half.
    wins = scipy.stats.mannwhitneyu(second, first).statistic
    effect = statsmodels.stats.power.NormalIndPower().solve_power(
        effect_size=None, nobs1=len(first), alpha=0.05, power=0.8, ratio=0)
    deviation = numpy.std(numpy.array(second) - numpy.array(first), ddof=1)
    return {
        "first": [float(value) for value in first],
        "second": [float(value) for value in second],
        "mean": float(numpy.mean(first)),
        "median": float(numpy.median(first)),
        "standard_error": float(scipy.stats.sem(first)),
        "positive_ranks": positive,
        "negative_ranks": negative,
        "signed_rank_p": p_value,
        "probability": float(wins / pairs),
        "interquartile_mean": float(scipy.stats.trim_mean(list(first) + list(second), 0.25)),
        "hedges_g": hedges(first, second),
        "detectable": float(effect * deviation),
    }


def bootstrap(tasks):
    """All equally likely resamples of trials within tasks, as rliable draws some of them."""
    choices = [list(itertools.product(task, repeat=len(task))) for task in tasks]
    means = [
        scipy.stats.trim_mean(numpy.concatenate(parts), 0.25)
        for parts in itertools.product(*choices)
    ]
    return [float(value) for value in numpy.quantile(means, [0.025, 0.975])]


def main():
    tasks = {
        "two": [[0.1, 0.5, 0.9], [0.3, 0.4, 1.0]],
        "three": [[0.0, 1.0], [0.2, 0.6, 0.7], [0.5, 0.55]],
        "one": [[1.0, 2.0, 4.0, 8.0, 16.0]],
    }
    content = {
        "data": {name: describe(*pair) for name, pair in DATA.items()},
        "running_times": {
            name: {"runs": [[queries, int(hit)] for queries, hit in runs],
                   "value": running_time(runs)}
            for name, runs in RUNS.items()
        },
        "stratified": {
            name: {"tasks": scores, "interval": bootstrap(scores)}
            for name, scores in tasks.items()
        },
    }
    path = pathlib.Path(__file__).with_name("statistics.json")
    path.write_text(json.dumps(content, indent=1) + "\n")


main()
