import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import type {Random} from "../../src/stats/random.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {bootstrap} from "../../src/stats/resampling/bootstrap.js";
import {correlationOf} from "../../src/stats/resampling/correlationOf.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import type {BenchCase, Columns} from "./benchCase.js";

function pairs({normal}: Random, n: number, slope: number): Columns {
  const x = Float64Array.from({length: n}, normal);
  return {x, y: x.map((value) => value * slope + normal())};
}

const scores = `f <- function() {
  G <- max(d$g) + 1
  w <- matrix(sample(c(-1, 1), G * 9999, TRUE), G)
  within <- model.matrix(~ factor(d$t) - 1)
  z <- lm.fit(within, d$x)$residuals
  e <- lm.fit(within, d$y)$residuals
  own <- rowsum(z * e, d$g)[, 1]
  length <- rowsum(z * z, d$g)[, 1]
  means <- diag(own) - rowsum(within * z, d$g) %*% (t(rowsum(within * e, d$g)) / colSums(within))
  drawn <- colSums(own * w) / sum(length)
  b <- sum(own) / sum(length)
  t <- b / sqrt(sum((own - length * b)^2))
  mean(abs(drawn) / sqrt(colSums((means %*% w - outer(length, drawn))^2)) >= abs(t))
}`;

function wild(clusters: number): BenchCase {
  return {
    name: `wild-bootstrap-${clusters}`,
    data({normal}) {
      const n = clusters * 9;
      const own = Float64Array.from({length: clusters}, normal);
      const g = Float64Array.from({length: n}, (_, i) => i % clusters);
      const x = g.map((code) => own[code]! + normal());
      return {g, t: g.map((_, i) => Math.floor(i / clusters)), x, y: x.map((value) => 0.08 * value + normal())};
    },
    ours: (data) => () => [wildBootstrap("y ~ x | t", data, {cluster: "g", term: "x", draws: 9999}).fit.p],
    peer: {language: "R", name: "R, score form", packages: [], code: scores},
    tolerance: 0.25
  };
}

/** Changes against the period before, or before treatment; influences by unit; signs by unit in 999 draws. */
const multipliers = `f <- function() {
  y <- matrix(d$y, ncol = 9, byrow = TRUE)
  first <- d$first[seq(1, nrow(d), 9)]
  cells <- expand.grid(t = 2:9, g = sort(unique(first[first > 0])))
  influence <- matrix(0, nrow(y), nrow(cells))
  att <- numeric(nrow(cells))
  control <- first == 0
  for (k in seq_along(att)) {
    treated <- first == cells$g[k]
    change <- y[, cells$t[k]] - y[, min(cells$t[k], cells$g[k]) - 1]
    a <- mean(change[treated]); c <- mean(change[control])
    att[k] <- a - c
    influence[treated, k] <- (change[treated] - a) / sum(treated)
    influence[control, k] <- (c - change[control]) / sum(control)
  }
  se <- sqrt(colSums(influence^2))
  signs <- matrix(sample(c(-1, 1), 999 * nrow(y), TRUE), 999)
  drawn <- abs(signs %*% influence) / rep(se, each = 999)
  critical <- quantile(do.call(pmax, as.data.frame(drawn)), 0.95)
  c(att, se, round(critical, 0))
}`;

function staggered({normal}: Random): Columns {
  const u = Float64Array.from({length: 18_000}, (_, i) => Math.floor(i / 9));
  return {u, t: u.map((_, i) => (i % 9) + 1), first: u.map((unit) => [0, 3, 5, 7][unit % 4]!), y: u.map(normal)};
}

export const drawCases: readonly BenchCase[] = [
  wild(20),
  wild(40),
  {
    name: "bca",
    data: (draw) => pairs(draw, 100, 0.5),
    ours({x, y}) {
      const of = correlationOf(Float64Array.from(x!), Float64Array.from(y!));
      return () => {
        const {terms} = bootstrap(100, of, {draws: 10_000});
        return [terms[0]!.low!, terms[0]!.high!];
      };
    },
    peer: {
      language: "python",
      name: "scipy",
      packages: ["numpy", "scipy"],
      code: `from scipy.stats import bootstrap
def r(x, y, axis=-1):
    x = x - x.mean(axis=axis, keepdims=True); y = y - y.mean(axis=axis, keepdims=True)
    return (x * y).sum(axis=axis) / np.sqrt((x * x).sum(axis=axis) * (y * y).sum(axis=axis))
def f():
    c = bootstrap((d["x"], d["y"]), r, paired=True, n_resamples=10000, method="BCa", vectorized=True).confidence_interval
    return [c.low, c.high]`
    },
    tolerance: 0.05
  },
  {
    name: "permutations",
    data: (draw) => pairs(draw, 500, 0.05),
    ours:
      ({x, y}) =>
      () => [permuteCorrelation(x!, y!, {exact: false, draws: 10_000}).terms[0]!.p!],
    peer: {
      language: "python",
      name: "numpy",
      packages: ["numpy"],
      code: `g = np.random.default_rng(1)
def f():
    x = d["x"] - d["x"].mean(); y = d["y"] - d["y"].mean()
    drawn = g.permuted(np.tile(y, (10000, 1)), axis=1) @ x
    return [float((abs(drawn) >= abs(x @ y)).mean())]`
    },
    tolerance: 0.15
  },
  {
    name: "group-time",
    data: staggered,
    ours: (data) => () => {
      const columns = {outcome: "y", unit: "u", time: "t", firstTreated: "first"};
      const {terms, fit} = groupTimeEffects(data, columns, {draws: 999});
      return [...terms.map(({estimate}) => estimate), ...terms.map(({se}) => se!), Math.round(fit.critical!)];
    },
    peer: {language: "R", name: "R, matrix form", packages: [], code: multipliers},
    tolerance: 1e-9
  }
];
