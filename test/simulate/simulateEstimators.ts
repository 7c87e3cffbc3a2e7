/**
 * Bias, coverage and size of mixed, ordinal, staggered and pooled estimates in this field's small samples, each beside the
 * naive analysis that it takes the place of, on the same simulated studies.
 */
import {westfallYoung} from "../../src/stats/adjustment/westfallYoung.js";
import {sunAbraham} from "../../src/stats/did/eventStudy.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {relativeMagnitudes} from "../../src/stats/did/relativeMagnitudes.js";
import {chiSquaredUpper} from "../../src/stats/distribution/chiSquared.js";
import type {Table} from "../../src/stats/formula/table.js";
import {ordinal} from "../../src/stats/generalised/ordinal.js";
import {tTest} from "../../src/stats/groups/tTest.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {varianceTest} from "../../src/stats/mixed/varianceTest.js";
import {poolEstimates} from "../../src/stats/pooling/poolEstimates.js";
import {random} from "../../src/stats/random.js";
import {ols} from "../../src/stats/regression/ols.js";
import {type Answer, type EstimatorRow, judge, type Study, sumOf} from "./judgeStudy.js";

const interval = (estimate: number | null, low: number | null, high: number | null): Answer => ({
  estimate,
  low,
  high,
  found: low !== null && high !== null && (low > 0 || high < 0)
});
const test = (p: number): Answer => ({estimate: null, low: null, high: null, found: p <= 0.05});

const ratings: Study<Table> = {
  study: "ratings of 12 modules by 40 persons, six modules against six",
  simulate({normal, uniform}, effect) {
    const truth = effect ? 0.2 : 0;
    const own = Array.from({length: 40}, () => 0.5 * normal());
    const quality = Array.from({length: 12}, () => 0.2 * normal());
    const rows = own.flatMap((leniency, person) =>
      quality.flatMap((level, module) =>
        uniform() < 0.3
          ? []
          : [{person, module, x: module % 2, y: leniency + level + truth * (module % 2) + 0.8 * normal()}]
      )
    );
    return {data: tableOf(rows), truth};
  },
  methods: {
    "mixed model, persons and modules crossed": (data) => {
      const {estimate, low, high} = mixedModel("y ~ x + (1 | person) + (1 | module)", data).terms[1]!;
      return interval(estimate, low, high);
    },
    "least squares on ratings": (data) => {
      const {estimate, low, high} = ols("y ~ x", data).terms[1]!;
      return interval(estimate, low, high);
    }
  },
  naive: ["least squares on ratings"]
};

const answers: Study<Table> = {
  study: "ordered answers in 30 groups of 8, half the groups treated",
  simulate({normal, uniform}, effect) {
    const truth = effect ? 0.7 : 0;
    const rows = Array.from({length: 30}, (_, g) => ({g, own: normal()})).flatMap(({g, own}) =>
      Array.from({length: 8}, () => {
        const u = uniform();
        const latent = truth * (g % 2) + own + Math.log(u / (1 - u));
        return {g, x: g % 2, y: latent < -1 ? 1 : latent < 0.5 ? 2 : latent < 2 ? 3 : 4};
      })
    );
    return {data: tableOf(rows), truth};
  },
  methods: {
    "cumulative logit, random intercept": (data) => {
      const {estimate, low, high} = ordinal("y ~ x + (1 | g)", data).terms.at(-1)!;
      return interval(estimate, low, high);
    },
    "cumulative logit on answers": (data) => {
      const {estimate, low, high} = ordinal("y ~ x", data).terms.at(-1)!;
      return interval(estimate, low, high);
    }
  },
  naive: ["cumulative logit on answers"]
};

const panelColumns = {outcome: "y", unit: "unit", time: "time", firstTreated: "first"};

const staggered: Study<Table> = {
  study: "90 persons over 7 years, starts in years 3 and 5, an effect that grows by 0.2 a year",
  simulate({normal}, effect) {
    const rows = Array.from({length: 90}, (_, unit) => ({unit, own: normal(), first: [0, 3, 5][unit % 3]!})).flatMap(
      ({unit, own, first}) =>
        Array.from({length: 7}, (_, t) => {
          const treated = first > 0 && t + 1 >= first ? 1 : 0;
          const gain = effect && treated ? 0.2 * (t + 2 - first) : 0;
          return {unit, time: t + 1, first, treated, gain, y: own + 0.1 * t + gain + 0.5 * normal()};
        })
    );
    const after = rows.filter(({treated}) => treated === 1);
    return {data: tableOf(rows), truth: sumOf(after.map(({gain}) => gain)) / after.length};
  },
  methods: {
    "group-time effects, not-yet-treated": (data) => {
      const {att, low, high} = groupTimeEffects(data, panelColumns, {draws: 0, control: "not-yet"}).fit.aggregates
        .simple;
      return interval(att, low, high);
    },
    "Sun and Abraham": (data) => {
      const {estimate, se} = sunAbraham(data, panelColumns).fit.att;
      return interval(estimate, estimate - 1.96 * se, estimate + 1.96 * se);
    },
    "two-way effects": (data) => {
      const {estimate, low, high} = ols("y ~ treated | unit + time", data, {vcov: {cluster: "unit", type: "CR1"}})
        .terms[0]!;
      return interval(estimate, low, high);
    }
  },
  naive: ["two-way effects"]
};

const diverging: Study<Table> = {
  study: "80 persons over 6 years, half start in year 4, trends that drift apart by 0.1 a year throughout",
  simulate({normal}, effect) {
    const truth = effect ? 0.5 : 0;
    const rows = Array.from({length: 80}, (_, unit) => ({unit, own: normal(), first: unit % 2 ? 4 : 0})).flatMap(
      ({unit, own, first}) =>
        Array.from({length: 6}, (_, t) => ({
          unit,
          time: t + 1,
          first,
          y: own + (first > 0 ? 0.1 * t : 0) + (first > 0 && t + 1 >= first ? truth : 0) + 0.4 * normal()
        }))
    );
    return {data: tableOf(rows), truth};
  },
  methods: {
    "relative magnitudes, M = 1": (data) => {
      const {terms, vcov} = groupTimeEffects(data, panelColumns, {draws: 0, base: "universal"}).fit.aggregates.dynamic;
      const kept = terms.flatMap(({term}, i) => (term === "-1" ? [] : [i]));
      const {low, high} = relativeMagnitudes(
        {
          estimates: kept.map((i) => terms[i]!.estimate),
          vcov: kept.map((i) => Float64Array.from(kept, (j) => vcov[i]![j]!)),
          pre: 2,
          post: 3,
          weights: [1, 0, 0]
        },
        {draws: 300}
      ).interval(1);
      return interval(null, low, high);
    },
    "parallel trends taken for granted": (data) => {
      const {terms} = groupTimeEffects(data, panelColumns, {draws: 0, base: "universal"}).fit.aggregates.dynamic;
      const {estimate, low, high} = terms.find(({term}) => term === "0")!;
      return interval(estimate, low, high);
    }
  },
  naive: ["parallel trends taken for granted"]
};

const studies: Study<{readonly y: readonly number[]; readonly v: readonly number[]}> = {
  study: "6 estimates of effects that differ (sd 0.2), errors of 0.1 to 0.3",
  simulate({normal, uniform}, effect) {
    const truth = effect ? 0.3 : 0;
    const v = Array.from({length: 6}, () => (0.1 + 0.2 * uniform()) ** 2);
    return {data: {v, y: v.map((each) => truth + 0.2 * normal() + Math.sqrt(each) * normal())}, truth};
  },
  methods: {
    "random effects, REML, Hartung-Knapp": ({y, v}) => {
      const {estimate, low, high} = poolEstimates(y, v, {kind: "reml", hartungKnapp: true}).terms[0]!;
      return interval(estimate, low, high);
    },
    "random effects, DerSimonian-Laird": ({y, v}) => {
      const {estimate, low, high} = poolEstimates(y, v, {kind: "dl"}).terms[0]!;
      return interval(estimate, low, high);
    },
    "one common effect": ({y, v}) => {
      const {estimate, low, high} = poolEstimates(y, v, {kind: "fixed"}).terms[0]!;
      return interval(estimate, low, high);
    }
  },
  naive: ["one common effect"]
};

/** Ten outcomes of two groups of ten persons, correlated by 0.7; any of them found is an error. */
const measures: Study<readonly (readonly number[])[]> = {
  study: "10 correlated measures of two groups of 10, any of them found",
  simulate({normal}) {
    const rows = Array.from({length: 20}, () => normal()).map((shared) =>
      Array.from({length: 10}, () => Math.sqrt(0.7) * shared + Math.sqrt(0.3) * normal())
    );
    return {data: rows, truth: 0};
  },
  methods: {
    "Westfall-Young step-down maxT": (rows, draw) => {
      const places = rows.map((_, i) => i);
      const draws = Array.from({length: 199}, () => {
        for (let i = places.length - 1; i > 0; i--) {
          const j = draw.below(i + 1);
          [places[i], places[j]] = [places[j]!, places[i]!];
        }
        return statistics(places.map((i) => rows[i]!));
      });
      return test(Math.min(...westfallYoung(statistics(rows), draws)));
    },
    Bonferroni: (rows) => test(10 * Math.min(...ps(rows))),
    "each test by itself": (rows) => test(Math.min(...ps(rows)))
  },
  naive: ["each test by itself"]
};

/** A variance between modules that is nought, beside one between persons that is not. */
const variance: Study<Table> = {
  study: "15 persons by 6 modules, no variance between modules, any found",
  simulate({normal}) {
    const rows = Array.from({length: 15}, () => 0.5 * normal()).flatMap((own, g) =>
      Array.from({length: 6}, (_, h) => ({g, h, y: own + normal()}))
    );
    return {data: tableOf(rows), truth: 0};
  },
  methods: {
    "likelihood ratio, simulated": (data, draw) =>
      test(varianceTest("y ~ 1 + (1 | g) + (1 | h)", "y ~ 1 + (1 | g)", data, {draws: 99, seed: draw.below(1e9)}).p),
    "likelihood ratio, chi-squared": (data) => {
      const [larger, smaller] = ["y ~ 1 + (1 | g) + (1 | h)", "y ~ 1 + (1 | g)"].map(
        (formula) => mixedModel(formula, data).fit.logLik
      );
      return test(chiSquaredUpper(Math.max(0, 2 * (larger! - smaller!)), 1));
    }
  },
  naive: ["likelihood ratio, chi-squared"]
};

export function simulateEstimators({runs, seed}: {readonly runs: number; readonly seed: number}): EstimatorRow[] {
  const root = random(seed);
  return [
    ...judge(ratings, runs, root),
    ...judge(answers, runs, root),
    ...judge(staggered, runs, root),
    ...judge(diverging, runs, root),
    ...judge(studies, runs, root),
    ...judge(measures, runs, root),
    ...judge(variance, runs, root)
  ];
}

function statistics(rows: readonly (readonly number[])[]): number[] {
  const half = rows.length / 2;
  return rows[0]!.map((_, k) => {
    const [a, b] = [rows.slice(0, half), rows.slice(half)].map((part) => part.map((row) => row[k]!));
    const [meanA, meanB] = [a!, b!].map((values) => sumOf(values) / half);
    const spread = sumOf([...a!.map((value) => (value - meanA!) ** 2), ...b!.map((value) => (value - meanB!) ** 2)]);
    return (meanA! - meanB!) / Math.sqrt(spread);
  });
}

function ps(rows: readonly (readonly number[])[]): number[] {
  const half = rows.length / 2;
  const column = (k: number, from: number): number[] => rows.slice(from, from + half).map((row) => row[k]!);
  return rows[0]!.map((_, k) => tTest(column(k, 0), column(k, half)).terms[0]!.p!);
}

function tableOf(rows: readonly Readonly<Record<string, number>>[]): Table {
  return Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name]!)]));
}
