import {execFileSync} from "node:child_process";
import {bootstrap} from "../../src/stats/resampling/bootstrap.js";
import {correlationOf} from "../../src/stats/resampling/correlationOf.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import {random} from "../../src/stats/random.js";

/**
 * Times of the resampling estimators, each beside R's in the same run where Rscript exists; medians of five.
 *
 * npx tsx test/bench/inference.ts
 */
const {normal} = random(1);
const column = (n: number): number[] => Array.from({length: n}, normal);
const x = column(500);
const y = x.map((value) => value * 0.1 + normal());
const small = Float64Array.from(x.slice(0, 100));
const other = Float64Array.from(y.slice(0, 100));
const treated = Array.from({length: 240}, (_, i) => i % 2);
const strata = Array.from({length: 240}, (_, i) => Math.floor(i / 8));
const outcome = column(240);

const cases: {name: string; ours: () => unknown; peer: string}[] = [
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
  }
];

const rows = cases.map(({name, ours, peer}) => {
  const mine = median(Array.from({length: 5}, () => time(ours)));
  const theirs = timeInR(peer);
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
    const script = `set.seed(1); ${code}; invisible(f()); cat(median(sapply(1:3, function(i) system.time(invisible(f()))[["elapsed"]])) * 1000)`;
    return Number(execFileSync("Rscript", ["-e", script], {stdio: ["ignore", "pipe", "ignore"]}).toString());
  } catch {
    return null;
  }
}
