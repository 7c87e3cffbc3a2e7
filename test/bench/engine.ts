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
import {specificationCurve} from "../../src/stats/specification/specificationCurve.js";
import type {SpecificationGrid} from "../../src/stats/specification/specificationGrid.js";
import {ols} from "../../src/stats/regression/ols.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {random} from "../../src/stats/random.js";

/**
 * Times of the estimators, each beside R's in the same run where Rscript exists: medians of three after a first run, by the clock and by the
 * processor (which others on the machine disturb less, and which the ratio is of), and the most memory that a process of
 * its own took. A mark is a time to stay below, R's own for the like on another machine.
 *
 * npm run bench [-- part of a name]
 */
const {normal, uniform, below} = random(1);
const column = (n: number): number[] => Array.from({length: n}, normal);

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

function staggered(): Record<string, Int32Array | Float64Array> {
  const n = 2000 * 9;
  const u = Int32Array.from({length: n}, (_, i) => Math.floor(i / 9));
  const first = Int32Array.from(u, (unit) => [0, 3, 5, 7][unit % 4]!);
  return {u, t: Int32Array.from({length: n}, (_, i) => (i % 9) + 1), first, y: Float64Array.from({length: n}, normal)};
}

const staggeredColumns = {outcome: "y", unit: "u", time: "t", firstTreated: "first"};

/** 27 departments over nine years, and 1,080 specifications of what was measured there. */
function departments(): {table: Record<string, number[]>; grid: SpecificationGrid} {
  const n = 27 * 9;
  const names = ["margin", "profit", "per head", "share", "stock", "dose", "headcount", "turnover", "grade"];
  const table = Object.fromEntries(names.map((name) => [name, column(n).map((value) => value + 5)]));
  table.department = Array.from({length: n}, (_, i) => Math.floor(i / 9));
  table.year = Array.from({length: n}, (_, i) => i % 9);
  table.late = table.year.map((year) => (year > 2 ? 1 : 0));
  return {
    table,
    grid: {
      outcomes: ["margin", "profit", "per head"],
      exposures: ["share", "stock", "dose"],
      controls: [[], ["headcount"], ["turnover"], ["grade"], ["headcount", "turnover", "grade"]],
      effects: [["year"], ["department"], ["department", "year"]],
      samples: [null, "late"],
      weights: [null, "headcount", "turnover", "grade"]
    }
  };
}

interface Case {
  readonly name: string;
  /** makes the data; what it gives is timed */
  readonly ours: () => () => unknown;
  /** R's, as f() */
  readonly peer?: string;
  readonly mark?: string;
}

const pairs = (n: number): [number[], number[]] => {
  const x = column(n);
  return [x, x.map((value) => value * 0.1 + normal())];
};

const cases: readonly Case[] = [
  {
    name: "10,000 permutations of r at n = 500",
    ours() {
      const [x, y] = pairs(500);
      return () => permuteCorrelation(x, y, {exact: false, draws: 10_000});
    },
    peer: "x <- rnorm(500); y <- rnorm(500); f <- function() replicate(10000, cor(x, sample(y)))"
  },
  {
    name: "10,000 BCa draws of r at n = 100",
    ours() {
      const [x, y] = pairs(100).map((values) => Float64Array.from(values));
      return () => bootstrap(100, correlationOf(x!, y!), {draws: 10_000});
    },
    peer: "library(boot); d <- cbind(rnorm(100), rnorm(100)); f <- function() boot.ci(boot(d, function(d, i) cor(d[i, 1], d[i, 2]), 10000), type = 'bca', L = empinf(data = d, statistic = function(d, i) cor(d[i, 1], d[i, 2]), type = 'jack', stype = 'i'))"
  },
  {
    name: "10,000 permutations within 30 strata of 8",
    ours() {
      const [treated, strata] = [(i: number) => i % 2, (i: number) => Math.floor(i / 8)].map((of) =>
        Array.from({length: 240}, (_, i) => of(i))
      );
      const outcome = column(240);
      return () => permuteWithinStrata(treated!, outcome, strata!, {exact: false, draws: 10_000});
    },
    peer: "y <- rnorm(240); g <- rep(1:30, each = 8); tr <- rep(0:1, 120); f <- function() replicate(10000, sum(y[ave(tr, g, FUN = sample) == 1]))"
  },
  {
    name: "20 exact Wilcoxon tests with intervals, 45 and 45 rows",
    ours() {
      const [x, y] = pairs(45);
      return () => Array.from({length: 20}, () => wilcoxon(x, y));
    },
    peer: "x <- rnorm(45); y <- rnorm(45); f <- function() for (i in 1:20) wilcox.test(x, y, conf.int = TRUE)"
  },
  {
    name: "two-way effects, 1,000,000 rows balanced, one regressor, clustered",
    ours() {
      const balanced = panel(100_000, 10, 1);
      return () => ols("y ~ x | u + t", balanced, {vcov: {cluster: "u", type: "fixest"}});
    },
    peer: `${inR(100_000, 10, 1)}; f <- function() if (requireNamespace("fixest", quietly = TRUE)) fixest::feols(y ~ x | u + t, d) else plm::plm(y ~ x, d, index = c("u", "t"), effect = "twoways")`
  },
  {
    name: "two-way effects, 980,000 rows unbalanced, two regressors, clustered",
    ours() {
      const unbalanced = panel(100_000, 14, 0.7);
      return () => ols("y ~ x + z | u + t", unbalanced, {vcov: {cluster: "u", type: "fixest"}});
    }
  },
  {
    name: "restricted wild bootstrap, 9,999 draws at 40 clusters, with its interval",
    ours() {
      const [g, t] = [(i: number) => i % 40, (i: number) => Math.floor(i / 40)].map((of) =>
        Int32Array.from({length: 360}, (_, i) => of(i))
      );
      const clustered = {g: g!, t: t!, x: column(360), y: column(360)};
      return () => wildBootstrap("y ~ x | g + t", clustered, {cluster: "g", term: "x", draws: 9999});
    },
    peer: `d <- data.frame(g = rep(1:40, 9), x = rnorm(360), y = rnorm(360)); X <- cbind(1, d$x); XX <- solve(crossprod(X)); r <- resid(lm(y ~ 1, d)); f <- function() replicate(9999, {w <- sample(c(-1, 1), 40, TRUE)[d$g]; b <- XX %*% crossprod(X, r * w); e <- r * w - X %*% b; s <- rowsum(X * c(e), d$g); (b / sqrt(diag(XX %*% crossprod(s) %*% XX)))[2]})`
  },
  {
    name: "mixed model, 73,000 ratings of 1,128 by 2,972, crossed",
    ours() {
      const ratings = rated(2972, 1128, 25);
      return () => mixedModel("y ~ x + (1 | student) + (1 | lecturer)", ratings);
    },
    peer: `library(lme4); data(InstEval); f <- function() lmer(y ~ service + (1 | s) + (1 | d), InstEval)`,
    mark: "lme4 14.9 s"
  },
  {
    name: "mixed model, 3,000 ratings of 30 by 300, crossed",
    ours() {
      const ratings = rated(300, 30, 10);
      return () => mixedModel("y ~ x + (1 | student) + (1 | lecturer)", ratings);
    },
    peer: `library(lme4); d <- data.frame(s = factor(rep(1:300, 10)), d = factor(sample(30, 3000, TRUE)), x = rnorm(3000)); d$y <- rnorm(3000) + 0.3 * rnorm(300)[d$s] + 0.5 * rnorm(30)[d$d]; f <- function() lmer(y ~ x + (1 | s) + (1 | d), d)`,
    mark: "lme4 0.07 s"
  },
  {
    name: "cumulative logit with a random intercept, 3,000 answers of 300, Laplace",
    ours() {
      const {y, ...rest} = rated(300, 30, 10);
      const answers = {...rest, y: y!.map((value) => (value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4))};
      return () => ordinal("y ~ x + (1 | student)", answers);
    },
    peer: `library(ordinal); d <- data.frame(g = factor(rep(1:300, 10)), x = rnorm(3000)); d$y <- factor(cut(d$x + rnorm(300)[d$g] + rlogis(3000), c(-Inf, -1, 0, 1, Inf), labels = FALSE)); f <- function() clmm(y ~ x + (1 | g), d)`,
    mark: "ordinal 3.6 s"
  },
  {
    name: "group-time effects, 2,000 units by 9 periods, analytic errors",
    ours() {
      const data = staggered();
      return () => groupTimeEffects(data, staggeredColumns, {draws: 0});
    },
    mark: "did 0.31 s"
  },
  {
    name: "group-time effects, 2,000 units by 9 periods, 1,000 multiplier draws",
    ours() {
      const data = staggered();
      return () => groupTimeEffects(data, staggeredColumns, {draws: 1000});
    }
  },
  {
    name: "relative-magnitude bounds at four M, with breakdown, 5 periods before and 2 after",
    ours() {
      const event = [-0.005, -0.011, -0.003, -0.001, 0.0003, 0.046, 0.069];
      const covariance = event.map((_, i) => event.map((_value, j) => (i === j ? 7e-5 : 3e-5)));
      return () => honestBounds(event, covariance, {pre: 5, post: 2}, {kind: "rm", M: [0.5, 1, 1.5, 2], draws: 1000});
    },
    mark: "HonestDiD 120 s"
  },
  {
    name: "specification curve, 1,080 specifications of 27 departments over nine years",
    ours() {
      const {table, grid} = departments();
      return () => specificationCurve(table, grid, {unit: "department", time: "year"});
    },
    mark: "goal 1 s"
  }
];

const [part = "", only] = process.argv.slice(2);
if (part === "--case") console.log(JSON.stringify(costOf(cases[Number(only)]!.ours())));
else {
  const asked = cases.flatMap((each, i) => (each.name.includes(part) ? [beside(each, i)] : []));
  console.log(JSON.stringify(asked, null, 2));
}

interface Cost {
  readonly ms: number;
  readonly cpu_ms: number;
  /** most memory of the process */
  readonly mb: number;
}

/** In processes of their own, so that one case's memory is not another's. */
function beside({name, peer, mark}: Case, place: number): object {
  const again = [...process.execArgv, process.argv[1]!, "--case", String(place)];
  const ours = JSON.parse(execFileSync(process.execPath, again).toString()) as Cost;
  const r = peer === undefined ? null : costInR(peer);
  return {name, ours, r, ratio: r ? r.cpu_ms / ours.cpu_ms : null, mark: mark ?? null};
}

function costOf(run: () => unknown): Cost {
  run();
  const costs = Array.from({length: 3}, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    run();
    const {user, system} = process.cpuUsage(before);
    return {ms: performance.now() - start, cpu_ms: (user + system) / 1000};
  });
  const median = costs.toSorted((a, b) => a.cpu_ms - b.cpu_ms)[1]!;
  return {...median, mb: process.resourceUsage().maxRSS / 1024};
}

function costInR(code: string): Cost | null {
  const cost = `t <- sapply(1:2, function(i) {x <- system.time(invisible(f())); c(x[["elapsed"]], x[["user.self"]] + x[["sys.self"]])})`;
  const memory = `as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024`;
  try {
    const script = `set.seed(1); ${code}; ${cost}; cat(1000 * apply(t, 1, min), ${memory})`;
    const [ms, cpu, mb] = execFileSync("Rscript", ["-e", script], {stdio: ["ignore", "pipe", "ignore"]})
      .toString()
      .trim()
      .split(" ")
      .map(Number);
    return {ms: ms!, cpu_ms: cpu!, mb: mb!};
  } catch {
    return null;
  }
}
