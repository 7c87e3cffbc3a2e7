import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import type {OlsOptions} from "../../src/stats/regression/ols.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import {studentTTwoSided} from "../../src/stats/distribution/studentT.js";
import {fitLinear} from "../../src/stats/regression/fitLinear.js";
import {ols} from "../../src/stats/regression/ols.js";
import {clusterVariance} from "../../src/stats/regression/variance.js";
import type {ClusterType} from "../../src/stats/regression/coefficientVariance.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {correlateSeries} from "../../src/stats/association/correlateSeries.js";
import {mannKendall} from "../../src/stats/association/mannKendall.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {spearman} from "../../src/stats/association/spearman.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import {normalQuantile} from "../../src/stats/distribution/normal.js";
import type {Random} from "../../src/stats/random.js";
import {random} from "../../src/stats/random.js";
import {tTest} from "../../src/stats/groups/tTest.js";
import {proportion} from "../../src/stats/proportion/proportion.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import {bootstrap} from "../../src/stats/resampling/bootstrap.js";
import {meanOf} from "../../src/stats/resampling/meanOf.js";
import {permuteSigns} from "../../src/stats/resampling/permuteSigns.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";

export interface SimulationRow {
  readonly name: string;
  /** size: share of tests with p of 0.05 or less under no association; coverage: share of 95 % intervals with the truth */
  readonly kind: "size" | "coverage";
  readonly nominal: number;
  readonly rate: number;
  readonly runs: number;
  /** whether the method keeps its promise here, by the frozen run */
  readonly promise: "kept" | "conservative" | "broken";
}

type Trial = (draw: Random) => boolean | null;

const years = Array.from({length: 9}, (_, i) => i);
const walk = ({normal}: Random): number[] => {
  let level = 0;
  return years.map(() => (level += 0.5 + normal()));
};
const noise = ({normal}: Random, n: number): number[] => Array.from({length: n}, normal);
const trending = (draw: Random): number[] => noise(draw, 9).map((value, i) => value + 0.5 * i);
const small = (p: number | null | undefined): boolean => p !== null && p !== undefined && p <= 0.05;
const holds = (low: number | null, high: number | null, truth: number): boolean | null =>
  low === null || high === null ? null : low <= truth && truth <= high;

/** 30 departments in 6 strata of unequal level, 2 of 5 treated */
const strata = Array.from({length: 30}, (_, i) => Math.floor(i / 5));
const treated = Array.from({length: 30}, (_, i) => (i % 5 < 2 ? 1 : 0));

/** A panel of departments over nine years, exposure and error both persistent, with unit and year effects; no association. */
function panel({normal}: Random, units: number, treatedUnits = 0): Record<"y" | "x" | "unit" | "year", number[]> {
  const table = {y: [] as number[], x: [] as number[], unit: [] as number[], year: [] as number[]};
  for (let unit = 0; unit < units; unit++) {
    const own = normal();
    let [error, exposure] = [normal(), normal()];
    for (const year of years) {
      error = 0.6 * error + 0.8 * normal();
      exposure = 0.6 * exposure + 0.8 * normal();
      table.y.push(own + 0.2 * year + error);
      table.x.push(treatedUnits > 0 ? (unit < treatedUnits && year >= 4 ? 1 : 0) : exposure);
      table.unit.push(unit);
      table.year.push(year);
    }
  }
  return table;
}

const within = "y ~ x | unit + year";
const byUnit = (type: ClusterType) => ({vcov: {cluster: "unit", type}});
const regression =
  (units: number, treatedUnits: number, options: OlsOptions): Trial =>
  (draw) =>
    small(ols(within, panel(draw, units, treatedUnits), options).terms[0]!.p);
/** What ols() gives no p for, as one cluster identifies the term. */
const withoutWarning =
  (units: number, treatedUnits: number, type: ClusterType): Trial =>
  (draw) => {
    const fit = fitLinear(modelFrame(within, panel(draw, units, treatedUnits), {groups: ["unit"]}));
    const {matrix, df} = clusterVariance(fit, fit.frame.groups, type);
    return studentTTwoSided(fit.coefficients[0]! / Math.sqrt(matrix[0]![0]!), df[0]!) <= 0.05;
  };
const wild =
  (units: number, treatedUnits: number): Trial =>
  (draw) =>
    small(
      wildBootstrap(within, panel(draw, units, treatedUnits), {
        cluster: "unit",
        term: "x",
        draws: 199,
        enumerate: false,
        seed: draw.below(1e9)
      }).fit.p
    );

/** Persons and modules crossed; the contrast of modules has a truth of 0.2. */
function ratings({normal, uniform}: Random): Record<"y" | "reflective" | "person" | "module", number[]> {
  const table = {y: [] as number[], reflective: [] as number[], person: [] as number[], module: [] as number[]};
  const own = Array.from({length: 40}, () => 0.5 * normal());
  const quality = Array.from({length: 12}, () => 0.2 * normal());
  own.forEach((leniency, person) =>
    quality.forEach((level, module) => {
      if (uniform() < 0.3) return;
      table.y.push(leniency + level + 0.2 * (module % 2) + 0.8 * normal());
      table.reflective.push(module % 2);
      table.person.push(person);
      table.module.push(module);
    })
  );
  return table;
}

/** Ninety persons over seven years, cohorts of years 3 and 5, an effect that grows by 0.2 a year; its mean is the truth. */
function staggered({normal}: Random): {table: Record<string, number[]>; truth: number} {
  const table = {
    y: [] as number[],
    unit: [] as number[],
    time: [] as number[],
    first: [] as number[],
    treated: [] as number[]
  };
  let [total, count] = [0, 0];
  for (let unit = 0; unit < 90; unit++) {
    const own = normal();
    const first = [0, 3, 5][unit % 3]!;
    for (let time = 1; time <= 7; time++) {
      const after = first > 0 && time >= first;
      const effect = after ? 0.2 * (time - first + 1) : 0;
      if (after) [total, count] = [total + effect, count + 1];
      table.y.push(own + 0.1 * time + effect + 0.5 * normal());
      table.unit.push(unit);
      table.time.push(time);
      table.first.push(first);
      table.treated.push(after ? 1 : 0);
    }
  }
  return {table, truth: total / count};
}

const sizes: Readonly<Record<string, Trial>> = {
  "two-way effects, 12 departments, classical errors": regression(12, 0, {vcov: "iid"}),
  "two-way effects, 12 departments, CR1": regression(12, 0, byUnit("CR1")),
  "two-way effects, 12 departments, CR2 with Satterthwaite df": regression(12, 0, byUnit("CR2")),
  "two-way effects, 12 departments, restricted wild bootstrap": wild(12, 0),
  "two-way effects, 20 departments, 1 of them treated, CR1": withoutWarning(20, 1, "CR1"),
  "two-way effects, 20 departments, 1 of them treated, CR2": withoutWarning(20, 1, "CR2"),
  "two-way effects, 20 departments, 12 of them treated, CR1": regression(20, 12, byUnit("CR1")),
  "two-way effects, 20 departments, 12 of them treated, CR2": regression(20, 12, byUnit("CR2")),

  "pearson, two random walks with drift, 9 years, levels": (draw) => small(pearson(walk(draw), walk(draw)).terms[0]!.p),
  "pearson, two random walks with drift, 9 years, detrended": (draw) =>
    small(correlateSeries(walk(draw), walk(draw), years).terms[0]!.p),
  "pearson, two random walks with drift, 9 years, differenced": (draw) =>
    small(correlateSeries(walk(draw), walk(draw), years, {transform: "difference"}).terms[0]!.p),
  "pearson, two linear trends with noise, 9 years, levels": (draw) =>
    small(pearson(trending(draw), trending(draw)).terms[0]!.p),
  "pearson, two linear trends with noise, 9 years, detrended": (draw) =>
    small(correlateSeries(trending(draw), trending(draw), years).terms[0]!.p),
  "pearson, two linear trends with noise, 9 years, differenced": (draw) =>
    small(correlateSeries(trending(draw), trending(draw), years, {transform: "difference"}).terms[0]!.p),
  "pearson, independent normal, 9 pairs": (draw) => small(pearson(noise(draw, 9), noise(draw, 9)).terms[0]!.p),
  "spearman exact, independent normal, 9 pairs": (draw) => small(spearman(noise(draw, 9), noise(draw, 9)).terms[0]!.p),
  "mann-kendall exact, independent normal, 9 years": (draw) => small(mannKendall(noise(draw, 9), years).terms[0]!.p),
  "mann-kendall exact, random walk without drift, 9 years": (draw) => {
    let level = 0;
    return small(
      mannKendall(
        years.map(() => (level += draw.normal())),
        years
      ).terms[0]!.p
    );
  },
  "permutation within 6 strata of 5, 2 treated": (draw) => {
    const y = strata.map((stratum) => 3 * stratum + draw.normal());
    return small(permuteWithinStrata(treated, y, strata, {exact: false, draws: 199, seed: draw.below(1e9)}).fit.p_two);
  },
  "sign flips exact, 9 skewed differences": (draw) =>
    small(permuteSigns(noise(draw, 9).map((value) => Math.exp(value) - Math.exp(draw.normal()))).fit.p_two),
  "wilcoxon exact, 6 and 9 rows": (draw) => small(wilcoxon(noise(draw, 6), noise(draw, 9)).fit.p),
  "welch t, 6 and 9 rows, sd 1 and 3": (draw) =>
    small(
      tTest(
        noise(draw, 6),
        noise(draw, 9).map((value) => 3 * value)
      ).terms[0]!.p
    )
};

const coverages: Readonly<Record<string, Trial>> = {
  "mixed model, contrast of 12 modules, 40 persons crossed": (draw) => {
    const {low, high} = mixedModel("y ~ reflective + (1 | person) + (1 | module)", ratings(draw)).terms[1]!;
    return holds(low, high, 0.2);
  },
  "least squares, the same contrast, classical errors": (draw) => {
    const {low, high} = ols("y ~ reflective", ratings(draw)).terms[1]!;
    return holds(low, high, 0.2);
  },
  "group-time effects, 90 persons, an effect that grows": (draw) => {
    const {table, truth} = staggered(draw);
    const {low, high} = groupTimeEffects(
      table,
      {outcome: "y", unit: "unit", time: "time", firstTreated: "first"},
      {draws: 0, control: "not-yet"}
    ).fit.aggregates.simple;
    return holds(low, high, truth);
  },
  "two-way effects, the same panel": (draw) => {
    const {table, truth} = staggered(draw);
    const {low, high} = ols("y ~ treated | unit + time", table, {cluster: "unit"}).terms[0]!;
    return holds(low, high, truth);
  },

  "pearson's Fisher interval, r = 0.5, 9 pairs": (draw) => {
    const x = noise(draw, 9);
    const y = x.map((value) => 0.5 * value + Math.sqrt(0.75) * draw.normal());
    const {low, high} = pearson(x, y).terms[0]!;
    return holds(low, high, 0.5);
  },
  "theil-sen, slope 0.3, 9 years": (draw) => {
    const {low, high} = theilSen(
      noise(draw, 9).map((value, i) => value + 0.3 * i),
      years
    ).terms[0]!;
    return holds(low, high, 0.3);
  },
  "bootstrap bca, mean of 9 lognormal rows": (draw) => bootstrapped(draw, 9, "bca"),
  "bootstrap percentile, mean of 9 lognormal rows": (draw) => bootstrapped(draw, 9, "percentile"),
  "bootstrap bca, mean of 40 lognormal rows": (draw) => bootstrapped(draw, 40, "bca"),
  "bootstrap student, mean of 40 lognormal rows": (draw) => bootstrapped(draw, 40, "student"),
  "wilson, share 0.3 of 12": (draw) => shared(draw, "wilson"),
  "clopper-pearson, share 0.3 of 12": (draw) => shared(draw, "clopper-pearson")
};

function bootstrapped(draw: Random, n: number, kind: "bca" | "percentile" | "student"): boolean | null {
  const y = Float64Array.from(noise(draw, n), Math.exp);
  const standardError = (rows: Uint32Array): number => {
    let total = 0;
    let squares = 0;
    for (const row of rows) {
      total += y[row]!;
      squares += y[row]! ** 2;
    }
    return Math.sqrt((squares / n - (total / n) ** 2) / n);
  };
  const {low, high} = bootstrap(n, meanOf(y), {kind, draws: 399, seed: draw.below(1e9), standardError}).fit;
  return holds(low, high, Math.exp(0.5));
}

function shared(draw: Random, kind: "wilson" | "clopper-pearson"): boolean | null {
  let count = 0;
  for (let i = 0; i < 12; i++) if (draw.uniform() < 0.3) count++;
  const {low, high} = proportion(count, 12, {kind});
  return holds(low, high, 0.3);
}

/** Size of each test and coverage of each interval in the small samples of this field. */
export function simulateInference({runs, seed}: {readonly runs: number; readonly seed: number}): SimulationRow[] {
  const root = random(seed);
  const run = (trials: Readonly<Record<string, Trial>>, kind: "size" | "coverage", nominal: number): SimulationRow[] =>
    Object.entries(trials).map(([name, trial]) => {
      const draw = root.stream(name);
      const answers = Array.from({length: runs}, () => trial(draw)).filter((answer) => answer !== null);
      const rate = answers.filter(Boolean).length / answers.length;
      return {name, kind, nominal, rate, runs: answers.length, promise: judge(kind, nominal, rate, answers.length)};
    });
  return [...run(sizes, "size", 0.05), ...run(coverages, "coverage", 0.95)];
}

/** broken: worse than nominal by 1 point more than chance allows; conservative: better by as much */
function judge(kind: "size" | "coverage", nominal: number, rate: number, runs: number): SimulationRow["promise"] {
  const allowed = 0.01 + normalQuantile(0.995) * Math.sqrt((nominal * (1 - nominal)) / runs);
  const excess = kind === "size" ? rate - nominal : nominal - rate;
  return excess > allowed ? "broken" : excess < -allowed ? "conservative" : "kept";
}
