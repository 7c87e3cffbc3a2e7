"""Tails and quantiles of the distributions by 60-digit arithmetic, at the exact binary64 arguments.

python3 tails.py > tails.json
"""
import json
from mpmath import mp, mpf, gammainc, erfc, sqrt, findroot, quad, log, exp, gamma, inf, beta

mp.dps = 60
rows = []


def add(name, at, parameters, value):
    rows.append({"name": name, "at": at, "parameters": parameters, "value": float(value)})


def lower(a, b, x, y):
    """I_x(a, b) by its series of positive terms"""
    term = x**a * y**b / (a * beta(a, b))
    total = term
    n = 0
    while term > total * mpf("1e-58"):
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return total


def ibeta(a, b, x, y=None):
    a, b, x = mpf(a), mpf(b), mpf(x)
    y = 1 - x if y is None else y
    return lower(a, b, x, y) if x <= a / (a + b) else 1 - lower(b, a, y, x)


for z in [0, 1e-10, 0.1, 0.6, 1.19, 1.21, 2.5, 6.3, 12.7, 25.1, 37.5]:
    add("normalUpper", z, [], erfc(mpf(z) / sqrt(mpf(2))) / 2)
    add("normalCdf", z, [], 1 - erfc(mpf(z) / sqrt(mpf(2))) / 2)
for p in [1e-300, 1e-100, 1e-20, 1e-12, 1e-4, 0.14, 0.16, 0.3, 0.49999]:
    target = mpf(p)
    start = sqrt(-2 * log(target)) if p < 0.1 else mpf(1) / 2
    f = lambda z: log(erfc(z / sqrt(mpf(2))) / 2) - log(target)
    add("normalQuantile", p, [], -findroot(f, (start * mpf("0.8"), start * mpf("1.05"))))

for df in [0.5, 1, 2.7, 8, 33.3, 1000, 123456.7]:
    for t in [1e-8, 0.3, 0.999, 2.2, 7, 40, 1e6]:
        n, x = mpf(df), mpf(t)
        value = ibeta(n / 2, mpf(1) / 2, n / (n + x * x), x * x / (n + x * x)) / 2
        if value > mpf("1e-300"):
            add("studentTUpper", t, [df], value)
for df1, df2 in [(1, 7), (2.5, 3.5), (8, 180), (0.3, 40), (30, 1e5), (500, 0.7)]:
    for x in [1e-6, 0.4, 1.0, 3.3, 60]:
        d1, d2, f = mpf(df1), mpf(df2), mpf(x)
        y = d2 / (d1 * f + d2)
        value = ibeta(d2 / 2, d1 / 2, y, d1 * f / (d1 * f + d2))
        if value > mpf("1e-300"):
            add("fisherFUpper", x, [df1, df2], value)
for df in [0.01, 0.7, 1, 5, 60, 3000.5]:
    for ratio in [1e-8, 0.02, 0.6, 1.0, 1.4, 9]:
        x = df * ratio
        value = gammainc(mpf(df) / 2, mpf(x) / 2, inf, regularized=True)
        if value > mpf("1e-300"):
            add("chiSquaredUpper", x, [df], value)
        value = gammainc(mpf(df) / 2, 0, mpf(x) / 2, regularized=True)
        if value > mpf("1e-300"):
            add("chiSquaredCdf", x, [df], value)
for a, b in [(2, 5), (0.5, 0.5), (1e-3, 2), (1e-3, 1e-3), (1e5, 30), (400, 400), (0.2, 5000), (5000, 5000)]:
    for x in [1e-12, 0.03, 0.3, 0.5, 0.501, 0.97]:
        if max(a, b) > 1e4 and x not in (0.5, 0.501, 0.97):
            continue
        value = ibeta(a, b, mpf(x))
        if value > mpf("1e-300"):
            add("betaCdf", x, [a, b], value)
for t, df, ncp in [(2.0, 18, 1.0), (1.7, 3, 0), (-1.5, 9, 2), (4, 1, 3), (2.1, 250.5, 6), (6, 7.5, -1), (50, 3, 2), (-3, 5, 4), (12, 40, -9), (4, 18, -30)]:
    n = mpf(df)
    f = lambda w: erfc((mpf(t) * w - ncp) / sqrt(mpf(2))) / 2 * 2 * (n / 2) ** (n / 2) / gamma(n / 2) * w ** (n - 1) * exp(-n * w * w / 2)
    mp.dps = 30
    value = quad(f, [mpf(k) / 50 for k in range(50)] + [1 + mpf(k) / 10 for k in range(30)] + [4, 5, 7, 9, 12])
    mp.dps = 60
    add("noncentralTUpper", t, [df, ncp], value)
mp.dps = 60
for a, b in [(1e-3, 5), (1e-3, 1200), (0.02, 0.3), (0.01, 80)]:
    for x in [1e-14, 1e-8, 1e-3]:
        add("betaUpper", x, [a, b], 1 - ibeta(a, b, mpf(x)))


def mixture(tail, ncp):
    """Poisson's mixture, its terms summed until the weights alone can't matter"""
    weight, total, j = exp(-mpf(ncp) / 2), mpf(0), 0
    while j < ncp or weight > total * mpf("1e-30"):
        total += weight * tail(j)
        j += 1
        weight *= mpf(ncp) / 2 / j
    return total


for df1, df2, ncp in [(3, 17.5, 0.3), (2, 40, 12), (5.5, 8, 90)]:
    for x in [1e-3, 0.7, 4, 45, 900]:
        d1, d2, f = mpf(df1), mpf(df2), mpf(x)
        y = d2 / (d1 * f + d2)
        add("noncentralFUpper", x, [df1, df2, ncp], mixture(lambda j: ibeta(d2 / 2, d1 / 2 + j, y), ncp))
        add("noncentralFCdf", x, [df1, df2, ncp], mixture(lambda j: ibeta(d1 / 2 + j, d2 / 2, 1 - y), ncp))
for df, ncp in [(1, 0.2), (3.3, 4), (20, 150)]:
    for x in [1e-4, 0.9, 12, 160, 700]:
        half = mpf(x) / 2
        add("noncentralChiSquaredUpper", x, [df, ncp], mixture(lambda j: gammainc(mpf(df) / 2 + j, half, inf, regularized=True), ncp))
        add("noncentralChiSquaredCdf", x, [df, ncp], mixture(lambda j: gammainc(mpf(df) / 2 + j, 0, half, regularized=True), ncp))
rows = [row for row in rows if row["value"] > 1e-300 or not row["name"].startswith("noncentral")]
print(json.dumps(rows))
