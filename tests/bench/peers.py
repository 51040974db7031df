"""The peers that live in Python, each drawing COUNT of OF without return; prints the median of three."""

import random
import sys
import time

import numpy
from consistent_sampler import sampler

# One hash for every candidate, whatever is drawn: a million take most of a minute.
CONSISTENT_LIMIT = 1_000_000


def median(work):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[1]


def row(name, seconds):
    print(f"  {name:<38} {seconds * 1000:>9.2f} ms")


count, of = int(sys.argv[1]), int(sys.argv[2])
generator = numpy.random.Generator(numpy.random.Philox(1))
row("numpy Generator.choice, Philox", median(lambda: generator.choice(of, count, replace=False)))
row("random.sample, Mersenne Twister", median(lambda: random.sample(range(of), count)))
if of <= CONSISTENT_LIMIT:
    start = time.perf_counter()
    taken = sum(1 for _ in sampler(range(of), seed=1, take=count))
    assert taken == count
    row("consistent_sampler (once)", time.perf_counter() - start)
