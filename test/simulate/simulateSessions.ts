/**
 * What the contrast of session ratings is worth where those who like a session rate it more often, and where marks end at 1
 * and 5: the simulator's own ratings drawn anew, time after time, over the attendance of one simulated study.
 *
 * Stands for  the plan's mixed model, in two steps: modules' levels beside managers' and the place's, then their difference.
 *             With hundreds of ratings a module the two agree; the test holds them to each other.
 */
import {modules} from "../../loaders/simulate/catalogue.js";
import {chance} from "../../loaders/simulate/chance.js";
import {onScale} from "../../loaders/simulate/onScale.js";
import {parameters as p} from "../../loaders/simulate/parameters.js";
import {simulate} from "../../loaders/simulate/simulate.js";
import {studentTQuantile} from "../../src/stats/distribution/studentT.js";
import {random, type Random} from "../../src/stats/random.js";
import type {EstimatorRow} from "./judgeStudy.js";

/** Who came to what: one place an attendance. */
export interface Attendance {
  readonly manager: Int32Array;
  readonly module: Int32Array;
  readonly late: Float64Array;
  readonly managers: number;
}

interface Ratings {
  /** as felt, and as marked */
  readonly felt: Float64Array;
  readonly marked: Float64Array;
  /** 1 where a mark was given */
  readonly rated: Float64Array;
}

export interface Contrast {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

const reflective = modules.map(({mindset}) => mindset === "reflective");
const [least, most] = [1, 5];
/** of taking out one after the other, until the contrast's fourth decimal no longer moves */
const passes = 3;

export function attendanceOf(seed: number): Attendance {
  const {hidden_likings: rows = []} = simulate(seed);
  const codes = new Map<unknown, number>();
  for (const {manager_id: id} of rows) if (!codes.has(id)) codes.set(id, codes.size);
  return {
    manager: Int32Array.from(rows, ({manager_id: id}) => codes.get(id) ?? 0),
    module: Int32Array.from(rows, ({module_id: id}) => Number(String(id).slice(3)) - 1),
    late: Float64Array.from(rows, ({late}) => Number(late)),
    managers: codes.size
  };
}

function drawRatings({manager, module, late, managers}: Attendance, source: Random, difference: number): Ratings {
  const quality = modules.map(() => source.normal() * p.ratingModule);
  const leniency = Float64Array.from({length: managers}, () => source.normal() * p.ratingManager);
  const felt = new Float64Array(manager.length);
  const [marked, rated] = [new Float64Array(manager.length), new Float64Array(manager.length)];
  for (let i = 0; i < felt.length; i += 1) {
    const [of, at] = [module[i]!, late[i]!];
    const level = p.ratingMean + (reflective[of] ? difference : 0) + quality[of]! + leniency[manager[i]!]!;
    const liking = level + p.ratingFatigue * at + source.normal() * p.ratingNoise;
    const odds = p.ratingResponseLiking * (liking - p.ratingMean) - p.ratingResponseFall * at;
    felt[i] = liking;
    marked[i] = onScale(liking, least, most, p.coarse);
    rated[i] = source.uniform() < chance(p.ratingResponse, odds) ? 1 : 0;
  }
  return {felt, marked, rated};
}

/** Modules' levels with managers' and the place's taken out, weighted; then reflective ones against the others by t. */
export function contrastOf(
  came: Attendance,
  y: Float64Array,
  w: Float64Array,
  within = withinBoth(came, came.late, w)
) {
  const outcome = withinBoth(came, y, w);
  let [xy, xx] = [0, 0];
  for (let i = 0; i < y.length; i += 1) {
    xy += w[i]! * within.left[i]! * outcome.left[i]!;
    xx += w[i]! * within.left[i]! ** 2;
  }
  return twoSamples(outcome.levels.map((level, of) => level - (xy / xx) * within.levels[of]!));
}

/** What managers and modules leave of a column, and the modules' levels of it. */
function withinBoth({manager, module, managers}: Attendance, values: Float64Array, w: Float64Array): Within {
  const levels = new Float64Array(modules.length);
  const own = new Float64Array(managers);
  const left = Float64Array.from(values);
  for (let pass = 0; pass < passes; pass += 1) {
    takeOut(left, w, manager, own);
    takeOut(left, w, module, levels);
  }
  return {left, levels};
}

interface Within {
  readonly left: Float64Array;
  readonly levels: Float64Array;
}

/** Group means of what is left are taken out of it and added to the groups' levels. */
function takeOut(left: Float64Array, w: Float64Array, group: Int32Array, levels: Float64Array): void {
  const [sums, weights] = [new Float64Array(levels.length), new Float64Array(levels.length)];
  for (let i = 0; i < left.length; i += 1) {
    sums[group[i]!]! += w[i]! * left[i]!;
    weights[group[i]!]! += w[i]!;
  }
  for (let of = 0; of < sums.length; of += 1) {
    sums[of] = weights[of]! > 0 ? sums[of]! / weights[of]! : 0;
    levels[of]! += sums[of]!;
  }
  for (let i = 0; i < left.length; i += 1) left[i]! -= sums[group[i]!]!;
}

function twoSamples(levels: Float64Array): Contrast {
  const [inside, others] = [true, false].map((side) => [...levels].filter((_, of) => reflective[of] === side));
  const [a, b] = [inside ?? [], others ?? []];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = (values: readonly number[]): number => values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0);
  const df = a.length + b.length - 2;
  const se = Math.sqrt(((squares(a) + squares(b)) / df) * (1 / a.length + 1 / b.length));
  const estimate = mean(a) - mean(b);
  const reach = studentTQuantile(0.975, df) * se;
  return {estimate, low: estimate - reach, high: estimate + reach};
}

/** One over the share that rated among those who came to the same module in the same third of the year. */
function inverseShares({module, late}: Attendance, rated: Float64Array): Float64Array {
  const cell = Int32Array.from(module, (of, i) => of * 3 + Math.min(2, Math.floor(3 * (late[i] ?? 0))));
  const [came, gave] = [new Float64Array(modules.length * 3), new Float64Array(modules.length * 3)];
  cell.forEach((of, i) => {
    came[of]! += 1;
    gave[of]! += rated[i]!;
  });
  return rated.map((given, i) => (given === 0 ? 0 : came[cell[i]!]! / gave[cell[i]!]!));
}

/** Those who did not rate taken to have liked one kind least and the other most, and the other way round. */
function worstCase(came: Attendance, {marked, rated}: Ratings, everyone: Float64Array, within: Within): Contrast {
  const filled = (high: boolean): Contrast => {
    const y = marked.map((value, i) => (rated[i] ? value : reflective[came.module[i]!] === high ? most : least));
    return contrastOf(came, y, everyone, within);
  };
  const [lower, upper] = [filled(false), filled(true)];
  return {estimate: (lower.estimate + upper.estimate) / 2, low: lower.low, high: upper.high};
}

export const sessionMethods = {
  all: "all who came, as felt",
  marked: "all who came, as marked",
  planned: "those who rated",
  weighted: "those who rated, by the inverse share that did",
  bounds: "worst case for those who did not rate"
} as const;

type Method = keyof typeof sessionMethods;

function answersOf(came: Attendance, everyone: Everyone, drawn: Ratings): Record<Method, Contrast> {
  const {ones, within} = everyone;
  return {
    all: contrastOf(came, drawn.felt, ones, within),
    marked: contrastOf(came, drawn.marked, ones, within),
    planned: contrastOf(came, drawn.marked, drawn.rated),
    weighted: contrastOf(came, drawn.marked, inverseShares(came, drawn.rated)),
    bounds: worstCase(came, drawn, ones, within)
  };
}

interface Everyone {
  readonly ones: Float64Array;
  readonly within: Within;
}

export interface SessionRow extends EstimatorRow {
  /** share of intervals that hold the average of what all who came would have marked */
  readonly coverageMarked: number;
}

export interface SessionCoverage {
  readonly felt: number;
  /** the same difference once marks end at the scale's ends: the average over all studies */
  readonly marked: number;
  readonly rows: readonly SessionRow[];
}

/** Bias and coverage of the difference as it is felt and as all who came would have marked it; size where there is none. */
export function simulateSessions({runs, seed}: {runs: number; seed: number}): SessionCoverage {
  const came = attendanceOf(seed);
  const source = random(seed).stream("ratings of sessions");
  const ones = new Float64Array(came.late.length).fill(1);
  const everyone = {ones, within: withinBoth(came, came.late, ones)};
  const draw = (difference: number) =>
    Array.from({length: runs}, () => answersOf(came, everyone, drawRatings(came, source, difference)));
  const [some, none] = [draw(p.ratingReflective), draw(0)];
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const marked = meanOf(some.map((answers) => answers.marked.estimate));
  const rows = (Object.keys(sessionMethods) as Method[]).map((method): SessionRow => {
    const found = some.map((answers) => answers[method]);
    const holding = (truth: number): number =>
      meanOf(found.map(({low, high}) => Number(low <= truth && truth <= high)));
    const errors = found.map(({estimate}) => estimate - p.ratingReflective);
    const bias = meanOf(errors);
    return {
      study: "ratings of sessions that those who like them rate more often",
      method: sessionMethods[method],
      naive: false,
      bias: method === "bounds" ? null : bias,
      error:
        method === "bounds"
          ? null
          : Math.sqrt(meanOf(errors.map((error) => (error - bias) ** 2)) / (errors.length - 1)),
      coverage: holding(p.ratingReflective),
      coverageMarked: holding(marked),
      size: meanOf(none.map((answers) => Number(answers[method].low > 0 || answers[method].high < 0))),
      runs
    };
  });
  return {felt: p.ratingReflective, marked, rows};
}
