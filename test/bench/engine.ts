import {execFileSync} from "node:child_process";
import {bootstrap} from "../../src/stats/resampling/bootstrap.js";
import {correlationOf} from "../../src/stats/resampling/correlationOf.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {honestBounds} from "../../src/stats/did/honestBounds.js";
import {ordinal} from "../../src/stats/generalised/ordinal.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {ols} from "../../src/stats/regression/ols.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {random} from "../../src/stats/random.js";

/**
 * Times of the estimators, each beside R's in the same run where Rscript exists; medians of three after a first run.
 *
 * npm run bench
 */
const {normal, uniform, below} = random(1);
const column = (n: number): number[] => Array.from({length: n}, normal);
const x = column(500);
const y = x.map((value) => value * 0.1 + normal());
const small = Float64Array.from(x.slice(0, 100));
const other = Float64Array.from(y.slice(0, 100));
const treated = Array.from({length: 240}, (_, i) => i % 2);
const strata = Array.from({length: 240}, (_, i) => Math.floor(i / 8));
const outcome = column(240);

/** Units over periods, a share of the rows there. */
function panel(
  units: number,
  periods: number,
  share: number
): Record<"u" | "t" | "x" | "z" | "y", Int32Array | Float64Array> {
  const rows: number[][] = [];
  for (let u = 0; u < units; u++) {
    const own = normal();
    for (let t = 0; t < periods; t++) {
      if (uniform() > share) continue;
      const [a, b] = [normal() + own, normal() + t / 5];
      rows.push([u, t, a, b, 0.5 * a + b + own + t + normal()]);
    }
  }
  const at = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]!);
  return {u: Int32Array.from(at(0)), t: Int32Array.from(at(1)), x: at(2), z: at(3), y: at(4)};
}

function rated(students: number, lecturers: number, each: number): Record<string, Int32Array | Float64Array> {
  const [own, quality] = [column(students), column(lecturers)];
  const n = students * each;
  const student = Int32Array.from({length: n}, (_, i) => Math.floor(i / each));
  const lecturer = Int32Array.from({length: n}, () => below(lecturers));
  const covariate = Float64Array.from({length: n}, normal);
  const rating = covariate.map(
    (value, i) => 0.1 * value + 0.3 * own[student[i]!]! + 0.5 * quality[lecturer[i]!]! + normal()
  );
  return {student, lecturer, x: covariate, y: rating};
}

function inR(units: number, periods: number, share: number): string {
  return `d <- expand.grid(t = 1:${periods}, u = 1:${units}); d <- d[runif(nrow(d)) <= ${share}, ]; d$x <- rnorm(nrow(d)); d$y <- d$x / 2 + rnorm(nrow(d))`;
}

const balanced = panel(100_000, 10, 1);
const unbalanced = panel(100_000, 14, 0.7);
const clustered = {
  g: Int32Array.from({length: 360}, (_, i) => i % 40),
  t: Int32Array.from({length: 360}, (_, i) => Math.floor(i / 40)),
  x: Float64Array.from({length: 360}, normal),
  y: Float64Array.from({length: 360}, normal)
};
const ratings = rated(2972, 1128, 25);
const fewRatings = rated(300, 30, 10);
const answers = {
  ...fewRatings,
  y: fewRatings.y!.map((value) => (value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4))
};
const staggered = ((): Record<string, Int32Array | Float64Array> => {
  const n = 2000 * 9;
  const u = Int32Array.from({length: n}, (_, i) => Math.floor(i / 9));
  const first = Int32Array.from(u, (unit) => [0, 3, 5, 7][unit % 4]!);
  return {u, t: Int32Array.from({length: n}, (_, i) => (i % 9) + 1), first, y: Float64Array.from({length: n}, normal)};
})();
const event = [-0.005, -0.011, -0.003, -0.001, 0.0003, 0.046, 0.069];
const eventCovariance = event.map((_, i) => event.map((_value, j) => (i === j ? 7e-5 : 3e-5)));

const cases: {name: string; ours: () => unknown; peer: string | null}[] = [
  {
    name: "10,000 permutations of r at n = 500",
    ours: () => permuteCorrelation(x, y, {exact: false, draws: 10_000}),
    peer: "x <- rnorm(500); y <- rnorm(500); f <- function() replicate(10000, cor(x, sample(y)))"
  },
  {
    name: "10,000 BCa draws of r at n = 100",
    ours: () => bootstrap(100, correlationOf(small, other), {draws: 10_000}),
    peer: "library(boot); d <- cbind(rnorm(100), rnorm(100)); f <- function() boot.ci(boot(d, function(d, i) cor(d[i, 1], d[i, 2]), 10000), type = 'bca', L = empinf(data = d, statistic = function(d, i) cor(d[i, 1], d[i, 2]), type = 'jack', stype = 'i'))"
  },
  {
    name: "10,000 permutations within 30 strata of 8",
    ours: () => permuteWithinStrata(treated, outcome, strata, {exact: false, draws: 10_000}),
    peer: "y <- rnorm(240); g <- rep(1:30, each = 8); tr <- rep(0:1, 120); f <- function() replicate(10000, sum(y[ave(tr, g, FUN = sample) == 1]))"
  },
  {
    name: "20 exact Wilcoxon tests with intervals, 45 and 45 rows",
    ours: () => Array.from({length: 20}, () => wilcoxon(x.slice(0, 45), y.slice(0, 45))),
    peer: "x <- rnorm(45); y <- rnorm(45); f <- function() for (i in 1:20) wilcox.test(x, y, conf.int = TRUE)"
  },
  {
    name: "two-way effects, 1,000,000 rows balanced, one regressor, clustered",
    ours: () => ols("y ~ x | u + t", balanced, {vcov: {cluster: "u", type: "fixest"}}),
    peer: `${inR(100_000, 10, 1)}; f <- function() if (requireNamespace("fixest", quietly = TRUE)) fixest::feols(y ~ x | u + t, d) else plm::plm(y ~ x, d, index = c("u", "t"), effect = "twoways")`
  },
  {
    name: "two-way effects, 980,000 rows unbalanced, two regressors, clustered",
    ours: () => ols("y ~ x + z | u + t", unbalanced, {vcov: {cluster: "u", type: "fixest"}}),
    peer: null
  },
  {
    name: "restricted wild bootstrap, 9,999 draws at 40 clusters, with its interval",
    ours: () => wildBootstrap("y ~ x | g + t", clustered, {cluster: "g", term: "x", draws: 9999}),
    peer: `d <- data.frame(g = rep(1:40, 9), x = rnorm(360), y = rnorm(360)); X <- cbind(1, d$x); XX <- solve(crossprod(X)); r <- resid(lm(y ~ 1, d)); f <- function() replicate(9999, {w <- sample(c(-1, 1), 40, TRUE)[d$g]; b <- XX %*% crossprod(X, r * w); e <- r * w - X %*% b; s <- rowsum(X * c(e), d$g); (b / sqrt(diag(XX %*% crossprod(s) %*% XX)))[2]})`
  },
  {
    name: "mixed model, 73,000 ratings of 1,128 by 2,972, crossed",
    ours: () => mixedModel("y ~ x + (1 | student) + (1 | lecturer)", ratings),
    peer: `library(lme4); data(InstEval); f <- function() lmer(y ~ service + (1 | s) + (1 | d), InstEval)`
  },
  {
    name: "mixed model, 3,000 ratings of 30 by 300, crossed",
    ours: () => mixedModel("y ~ x + (1 | student) + (1 | lecturer)", fewRatings),
    peer: `library(lme4); d <- expand.grid(s = factor(1:300), d = factor(1:10)); d$x <- rnorm(3000); d$y <- rnorm(3000) + rnorm(300)[d$s] + rnorm(10)[d$d]; f <- function() lmer(y ~ x + (1 | s) + (1 | d), d)`
  },
  {
    name: "cumulative logit with a random intercept, 3,000 answers of 300, Laplace",
    ours: () => ordinal("y ~ x + (1 | student)", answers),
    peer: `library(ordinal); d <- data.frame(g = factor(rep(1:300, 10)), x = rnorm(3000)); d$y <- factor(cut(d$x + rnorm(300)[d$g] + rlogis(3000), c(-Inf, -1, 0, 1, Inf), labels = FALSE)); f <- function() clmm(y ~ x + (1 | g), d)`
  },
  {
    name: "group-time effects, 2,000 units by 9 periods, analytic errors",
    ours: () => groupTimeEffects(staggered, {outcome: "y", unit: "u", time: "t", firstTreated: "first"}, {draws: 0}),
    peer: null
  },
  {
    name: "relative-magnitude bounds at four M, with breakdown, 5 periods before and 2 after",
    ours: () => honestBounds(event, eventCovariance, {pre: 5, post: 2}, {kind: "rm", draws: 1000}),
    peer: null
  }
];

const rows = cases.map(({name, ours, peer}) => {
  ours();
  const mine = median(Array.from({length: 3}, () => time(ours)));
  const theirs = peer === null ? null : timeInR(peer);
  return {
    name,
    ours_ms: mine,
    peer: theirs === null ? null : "R",
    peer_ms: theirs,
    ratio: theirs === null ? null : theirs / mine
  };
});
console.log(JSON.stringify(rows, null, 2));

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function timeInR(code: string): number | null {
  try {
    const script = `set.seed(1); ${code}; invisible(f()); cat(median(sapply(1:2, function(i) system.time(invisible(f()))[["elapsed"]])) * 1000)`;
    return Number(execFileSync("Rscript", ["-e", script], {stdio: ["ignore", "pipe", "ignore"]}).toString());
  } catch {
    return null;
  }
}
