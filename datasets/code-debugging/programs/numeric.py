# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Whole and real numbers."""
from engine.catalogue import numbers, program

program(
    "greatest_common_divisor",
    "Return the greatest common divisor of two whole numbers, which are not both 0; it is positive.",
    r'''
def greatest_common_divisor(a, b):
    a = abs(a)
    b = abs(b)
    while b != 0:
        a, b = b, a % b
    return a
''',
    known=[((12, 18), 6), ((7, 0), 7), ((0, 5), 5), ((-4, 6), 2), ((13, 17), 1)],
    more=[(100, 75), (81, 27), (27, 81), (-9, -12), (1, 1), (270, 192), (17, 34), (8, -20), (6, 4),
          (1000, 35)],
)

program(
    "prime_factors",
    "Return the prime factors of a whole number of at least 2 in ascending order, each as often as "
    "it divides the number.",
    r'''
def prime_factors(number):
    factors = []
    divisor = 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            factors.append(divisor)
            number //= divisor
        divisor += 1
    if number > 1:
        factors.append(number)
    return factors
''',
    known=[((12,), [2, 2, 3]), ((7,), [7]), ((9,), [3, 3]), ((30,), [2, 3, 5])],
    more=[(value,) for value in (2, 4, 25, 49, 64, 97, 100, 121, 360, 1001, 77)],
)

program(
    "primes_below",
    "Return all prime numbers below limit in ascending order.",
    r'''
def primes_below(limit):
    is_prime = [True] * limit
    primes = []
    for number in range(2, limit):
        if is_prime[number]:
            primes.append(number)
            for multiple in range(number * number, limit, number):
                is_prime[multiple] = False
    return primes
''',
    known=[((10,), [2, 3, 5, 7]), ((2,), []), ((3,), [2]), ((0,), [])],
    more=[(value,) for value in (1, 4, 5, 9, 12, 25, 26, 30, 50, 74)],
)

program(
    "integer_power",
    "Return base raised to a whole exponent of at least 0, modulo modulus, by squaring.",
    r'''
def integer_power(base, exponent, modulus):
    result = 1
    base = base % modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result % modulus
''',
    known=[((2, 10, 1000), 24), ((3, 0, 7), 1), ((5, 3, 13), 8), ((7, 1, 5), 2), ((4, 0, 1), 0)],
    more=[(3, 5, 11), (2, 31, 97), (10, 4, 7), (6, 6, 36), (12, 13, 17), (9, 2, 10), (1, 50, 3),
          (0, 4, 9), (8, 7, 15), (11, 9, 100)],
)

program(
    "to_base",
    "Write a whole number of at least 0 in a base from 2 to 16, with the digits 0 to 9 and a to f.",
    r'''
def to_base(number, base):
    digits = "0123456789abcdef"
    if number == 0:
        return "0"
    text = ""
    while number > 0:
        text = digits[number % base] + text
        number //= base
    return text
''',
    known=[((5, 2), "101"), ((0, 8), "0"), ((255, 16), "ff"), ((8, 8), "10"), ((1, 2), "1")],
    more=[(10, 3), (31, 16), (100, 10), (7, 7), (2024, 16), (64, 4), (35, 12), (15, 2), (4095, 16),
          (26, 5)],
)

program(
    "median",
    "Return the middle one of some numbers, or the mean of the two in the middle when their number "
    "is even. There is at least one.",
    r'''
def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
''',
    known=[(([3, 1, 2],), 2), (([4, 1, 3, 2],), 2.5), (([7],), 7), (([5, 1],), 3)],
    more=[(numbers(seed, 2 + seed % 6, -20, 20),) for seed in range(1, 12)],
)

program(
    "variance",
    "Return the sample variance of at least two numbers: the sum of the squared distances to their "
    "mean, divided by one less than their number.",
    r'''
def variance(values):
    mean = sum(values) / len(values)
    total = 0.0
    for value in values:
        total += (value - mean) ** 2
    return total / (len(values) - 1)
''',
    known=[(([1, 3],), 2.0), (([2, 2, 2],), 0.0), (([1, 2, 3, 4],), 5 / 3)],
    more=[(numbers(seed, 2 + seed % 6, -20, 20),) for seed in range(1, 12)],
)

program(
    "moving_average",
    "Return the means of all runs of width values that stand next to each other, in order; none "
    "when there are fewer values than width.",
    r'''
def moving_average(values, width):
    averages = []
    for end in range(width, len(values) + 1):
        window = values[end - width:end]
        averages.append(sum(window) / width)
    return averages
''',
    known=[(([1, 2, 3, 4], 2), [1.5, 2.5, 3.5]), (([1], 2), []), (([5, 7], 1), [5, 7]),
           (([3, 3, 6], 3), [4.0])],
    more=[(numbers(seed, 2 + seed % 6, 0, 9), 1 + seed % 4) for seed in range(1, 12)],
)

program(
    "polynomial_value",
    "Return the value of a polynomial at x. The coefficients begin with that of the highest power.",
    r'''
def polynomial_value(coefficients, x):
    value = 0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value
''',
    known=[(([2, 0, 1], 3), 19), (([], 5), 0), (([4], 9), 4), (([1, -1], 0), -1)],
    more=[(numbers(seed, 1 + seed % 5, -5, 5), seed % 7 - 3) for seed in range(1, 13)],
)

program(
    "matrix_product",
    "Return the product of two matrices, which are lists of rows; the rows of the first are as "
    "long as the second has rows.",
    r'''
def matrix_product(first, second):
    columns = len(second[0])
    product = [[0 for _ in range(columns)] for _ in range(len(first))]
    for i in range(len(first)):
        for j in range(columns):
            for k in range(len(second)):
                product[i][j] += first[i][k] * second[k][j]
    return product
''',
    known=[(([[1, 2], [3, 4]], [[0, 1], [1, 0]]), [[2, 1], [4, 3]]), (([[2]], [[5]]), [[10]]),
           (([[1, 2, 3]], [[1], [2], [3]]), [[14]])],
    more=[([numbers(seed, 2, -4, 4), numbers(seed + 20, 2, -4, 4)],
           [numbers(seed + 40, 3, -4, 4), numbers(seed + 60, 3, -4, 4)]) for seed in range(1, 9)]
    + [([[1], [2], [3]], [[4, 5]]), ([[0, 1]], [[7, 8], [9, 10]]), ([[5, 6]], [[1], [1]])],
)

program(
    "bisection_root",
    "Return the number whose cube is value, found by halving an interval that holds it until the "
    "interval is shorter than 1e-12; value is from -1000 to 1000.",
    r'''
def bisection_root(value):
    low = -11.0
    high = 11.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        if middle ** 3 < value:
            low = middle
        else:
            high = middle
    return round((low + high) / 2, 6)
''',
    known=[((27,), 3.0), ((-8,), -2.0), ((0,), 0.0), ((1000,), 10.0)],
    more=[(value,) for value in (1, 2, 10, -1, -50, 100, 343, -999, 0.5, 64, -0.125)],
)

program(
    "digit_sum_until_single",
    "Add up the decimal digits of a whole number of at least 0, then those of the sum, and so on, "
    "until one digit is left. Return it and the number of additions as a list of two.",
    r'''
def digit_sum_until_single(number):
    rounds = 0
    while number >= 10:
        total = 0
        while number > 0:
            total += number % 10
            number //= 10
        number = total
        rounds += 1
    return [number, rounds]
''',
    known=[((38,), [2, 2]), ((0,), [0, 0]), ((9,), [9, 0]), ((10,), [1, 1]), ((99,), [9, 2])],
    more=[(value,) for value in (11, 19, 100, 199, 987, 1999, 12345, 99999, 7, 55, 48)],
)

program(
    "collatz_length",
    "Return how many steps it takes from a whole number of at least 1 to 1, where an even number "
    "is halved and an odd one is tripled and increased by 1.",
    r'''
def collatz_length(number):
    steps = 0
    while number != 1:
        if number % 2 == 0:
            number //= 2
        else:
            number = 3 * number + 1
        steps += 1
    return steps
''',
    known=[((1,), 0), ((2,), 1), ((3,), 7), ((6,), 8)],
    more=[(value,) for value in (4, 5, 7, 8, 9, 12, 16, 17, 19, 25, 33)],
)

program(
    "triangle_kind",
    "Name the triangle whose sides have three whole lengths: 'equilateral', 'isosceles' or "
    "'scalene', or 'none' when two sides together are not longer than the third.",
    r'''
def triangle_kind(a, b, c):
    x, y, z = sorted([a, b, c])
    if x + y <= z:
        return "none"
    if x == z:
        return "equilateral"
    if x == y or y == z:
        return "isosceles"
    return "scalene"
''',
    known=[((3, 3, 3), "equilateral"), ((3, 4, 3), "isosceles"), ((3, 4, 5), "scalene"),
           ((1, 2, 3), "none"), ((0, 0, 0), "none")],
    more=[(5, 5, 9), (5, 5, 10), (5, 9, 9), (2, 3, 4), (4, 3, 2), (1, 1, 3), (10, 6, 6), (7, 7, 7),
          (8, 1, 8), (6, 11, 6), (9, 4, 3)],
)
