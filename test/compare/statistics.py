"""Values that tests of src/compare are checked against.

    apt-get install python3-scipy   # or pip install scipy
    python3 test/compare/statistics.py > test/fixtures/statistics.json && npx biome check --write test/fixtures
"""

import json
import math
from decimal import Decimal, getcontext
from fractions import Fraction

import scipy
from scipy import integrate, special, stats

getcontext().prec = 40


def fisher_none_elsewhere(k, n, m):
    return float(Fraction(math.comb(n, k), math.comb(n + m, k)))


def harrell_davis(sample, p):
    n = len(sample)
    a, b = (n + 1) * p, (n + 1) * (1 - p)
    weights = [special.betainc(a, b, (i + 1) / n) - special.betainc(a, b, i / n) for i in range(n)]
    value = math.exp(sum(w * math.log(x) for w, x in zip(weights, sorted(sample))))
    return {"sample": sample, "p": p, "value": value}


def wilson(count, of, z):
    """The roots of (share - pi)^2 = z^2 pi (1 - pi) / n, to 40 digits."""
    n, share, z2 = Decimal(of), Decimal(count) / Decimal(of), Decimal(str(z)) ** 2
    a, b, c = 1 + z2 / n, -(2 * share + z2 / n), share**2
    root = (b * b - 4 * a * c).sqrt()
    return {"count": count, "of": of, "z": z, "interval": [float((-b - root) / (2 * a)), float((-b + root) / (2 * a))]}


def largest_t(t, size, degrees, correlation):
    """P(the largest of equally correlated t exceeds t), by adaptive quadrature over the common part and the scale."""
    root, own = math.sqrt(correlation), math.sqrt(1 - correlation)

    def given(scale):
        inner = lambda z: special.ndtr((t * scale - root * z) / own) ** size * stats.norm.pdf(z)
        return integrate.quad(inner, -9, 9, epsabs=1e-11, limit=200)[0] * stats.chi.pdf(scale * math.sqrt(degrees), degrees)

    return float(1 - integrate.quad(lambda s: given(s) * math.sqrt(degrees), 0, 8, epsabs=1e-9, limit=200)[0])


SKEWED = [12, 15, 15, 18, 21, 22, 30, 41, 57, 120]
LONG = [round(100 * 1.01 ** (i * 37 % 211), 3) for i in range(211)]

print(
    json.dumps(
        {
            "source": f"test/compare/statistics.py with scipy {scipy.__version__}, Decimal and Fraction",
            "incompleteBeta": [
                {"x": x, "a": a, "b": b, "value": float(special.betainc(a, b, x))}
                for x, a, b in [
                    (0.5, 0.5, 0.5),
                    (0.1, 2, 3),
                    (0.9, 2, 3),
                    (0.95, 285.95, 15.05),
                    (0.97, 285.95, 15.05),
                    (0.001, 0.1, 20),
                    (0.49, 5000.5, 5000.5),
                    (0.951, 95000.95, 5000.05),
                ]
            ],
            "harrellDavis": [harrell_davis(s, p) for s in (SKEWED, LONG, [5, 7, 9], [42]) for p in (0.5, 0.95)],
            "wilson": [wilson(*case) for case in [(81, 263, 1.96), (0, 20, 1.96), (29, 29, 1.6448536), (3, 300, 1.6448536)]],
            "digamma": [{"x": x, "value": float(special.digamma(x))} for x in (0.1, 1, 2, 11.9, 12, 5000)],
            "trigamma": [{"x": x, "value": float(special.polygamma(1, x))} for x in (0.1, 1, 2, 11.9, 12, 5000)],
            "student": [
                {"tail": tail, "degrees": degrees, "quantile": float(stats.t.isf(tail, degrees))}
                for tail in (0.05, 0.005, 1e-6)
                for degrees in (1, 3, 4.5, 30, 10_000)
            ],
            "largestT": [
                {"t": t, "size": size, "degrees": degrees, "correlation": rho, "value": largest_t(t, size, degrees, rho)}
                for t, size, degrees, rho in [(2.5, 1, 4, 0), (3, 10, 4, 0.5), (3.5, 52, 22, 0.3), (4, 100, 400, 0), (2, 26, 12, 0.9)]
            ],
            "noneElsewhere": [
                {"k": k, "n": n, "m": m, "value": fisher_none_elsewhere(k, n, m)}
                for k, n, m in [(1, 1, 1), (4, 4, 4), (5, 50, 50), (10, 300, 300), (300, 300, 300), (7, 1000, 50), (4, 10, 0)]
            ],
        },
        indent=2,
    )
)
