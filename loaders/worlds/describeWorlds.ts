import type {FindingId} from "../../src/evidence/finding.js";
import {findingIds} from "../../src/evidence/finding.js";
import {committedSeed} from "../simulate/committedSeed.js";
import type {Parameters} from "../simulate/parameters.js";
import {parameters} from "../simulate/parameters.js";
import type {WorldFinding} from "./simulateWorld.js";
import type {World, WorldSummary} from "./summariseWorlds.js";
import {summariseWorlds} from "./summariseWorlds.js";
import type {WorldKind} from "./worldKinds.js";

export interface RecoveredParameter {
  readonly parameter: string;
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

interface Question {
  readonly asked: string;
  readonly unit: string;
  readonly truth: ((parameters: Parameters) => number) | null;
}

/** What is true of each finding in its own unit; none where the truth is of the mechanism alone. */
const questions: Readonly<Record<FindingId, Question>> = {
  purpose: {asked: "people of the other line met, first year to last", unit: "points", truth: null},
  departments: {
    asked: "margin, no to full participation",
    unit: "points",
    truth: ({marginEffect}) => 100 * marginEffect
  },
  organisation: {asked: "participation and profit over nine years", unit: "r", truth: null},
  sessions: {
    asked: "reflective modules above the others",
    unit: "points",
    truth: ({ratingReflective}) => ratingReflective
  },
  managers: {asked: "standing after the start", unit: "sd", truth: ({performanceEffect}) => performanceEffect},
  engagement: {
    asked: "teamwork and communication, no to full participation",
    unit: "points",
    truth: ({surveyPurposeEffect, surveyPersonSd}) => surveyPurposeEffect * surveyPersonSd
  }
};

const kinds: readonly WorldKind[] = ["truth", "pure", "selection"];

/** What the worlds showed, as the last sections of the default study's README. */
export function describeWorlds(
  worlds: readonly World[],
  {digest, recovered}: {digest: string; recovered: readonly RecoveredParameter[]}
): string {
  const summary = summariseWorlds(worlds);
  const of = (kind: WorldKind, finding: FindingId): WorldSummary | undefined =>
    summary.find((row) => row.kind === kind && row.finding === finding);
  const seeds = new Set(worlds.map(({seed}) => seed)).size;
  return `
## How far off the naive analyses are

Over ${seeds} seeds of this truth, the mean of the naive estimate (the article's own picture) and of the planned one, and in
brackets by how much each is off; in the null worlds coaching does nothing, so that all but the sessions' contrast should be
none. Ratings and answers lose a little to the ends of their scales.

| Finding | Unit | True | Naive | Planned | Naive, pure null | Naive, selection null |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
${findingIds
  .map((finding) =>
    biasRow(
      finding,
      kinds.map((kind) => of(kind, finding))
    )
  )
  .join("\n")}

## How often each finding would be found

Share of worlds, in percent, whose interval lies above no difference; in brackets, below it. *Truth* is this study's; *pure*
has neither effect nor selection; *selection* has the better taking part, and coaching does nothing. Every world goes the
whole way from raw files to findings (\`npm run worlds\`, frozen in \`test/golden/worlds\`), by the code, policy and parameters whose
digest is ${digest}: where the code has moved on since, they are to be made anew.

| Finding | ${kinds.flatMap((kind) => [`${kind}: naive`, `${kind}: planned`]).join(" | ")} |
| --- |${" ---: |".repeat(2 * kinds.length)}
${findingIds
  .map((finding) =>
    foundRow(
      finding,
      kinds.map((kind) => of(kind, finding))
    )
  )
  .join("\n")}

The committed seed, ${committedSeed}, is a typical one, taken for lying nearest to the medians of the first forty when it was chosen: of its ${ranksOf(worlds).length} estimates
the lowest stands above ${lowest(worlds)} % of the same in the other worlds, the highest above ${highest(worlds)} %.

## The truth, recovered

From a study 50 times as large, each parameter estimated back from what was simulated, ratings and answers left as fine as they
are felt; the intervals hold for all parameters together at 95 %.

| Parameter | True | Estimate | Interval |
| --- | ---: | ---: | ---: |
${recovered.map(({parameter, truth, estimate, low, high}) => `| ${parameter} | ${truth} | ${short(estimate)} | ${short(low)} to ${short(high)} |`).join("\n")}

## Looked at, and changed

Held against what such data look like, the first version was too smooth, and this was added: presence and response fall through
a year and some stop coming; persons, not departments alone, differ in their taste for the programme; small departments' margins
vary more; departments have good and bad survey years; managers grow into their post for eight years. Then numbers were moved:
the crisis (margins by 2.8 points, revenue by 7 %) swallowed the trend of nine years and became 2 points and 5 %, growth went
from 2.2 to 2.6 % a year; at 0.07 sd a year of growing into the post hardly more managers stood higher after their start than
lower, and it became 0.1. What was simulated is drawn on the site's page of distributions.
`;
}

function biasRow(finding: FindingId, [row, pure, selection]: readonly (WorldSummary | undefined)[]): string {
  const {asked, unit, truth} = questions[finding];
  const value = truth?.(parameters) ?? null;
  const cell = (mean: number | undefined): string => {
    if (mean === undefined) return "";
    return value === null
      ? short(mean)
      : `${short(mean)} (${mean >= value ? "+" : "−"}${short(Math.abs(mean - value))})`;
  };
  const nulls = [pure, selection].map((one) => (one ? short(one.naive.mean) : ""));
  const told = [value === null ? "" : short(value), cell(row?.naive.mean), cell(row?.primary.mean), ...nulls];
  return `| ${finding}: ${asked} | ${unit} | ${told.join(" | ")} |`;
}

function foundRow(finding: FindingId, rows: readonly (WorldSummary | undefined)[]): string {
  const percent = (share: number): string => (100 * share).toFixed(0);
  const cells = rows.flatMap((row) =>
    row ? [row.naive, row.primary].map(({above, below}) => `${percent(above)} (${percent(below)})`) : ["", ""]
  );
  if (finding === "purpose") for (const i of [0, 2, 4]) cells[i] = "two years alone";
  return `| ${finding} | ${cells.join(" | ")} |`;
}

/** Where the committed seed's estimates stand among those of the other worlds of its truth: share below, 0 to 1. */
export function ranksOf(worlds: readonly World[]): number[] {
  const truths = worlds.filter(({kind}) => kind === "truth");
  const own = truths.find(({seed}) => seed === committedSeed);
  const others = truths.filter((world) => world !== own);
  const estimate = (world: World, finding: FindingId, lens: "naive" | "primary"): number | undefined =>
    world.findings.find((one: WorldFinding) => one.finding === finding)?.[lens]?.estimate;
  return findingIds.flatMap((finding) =>
    (["naive", "primary"] as const).flatMap((lens) => {
      const mine = own && estimate(own, finding, lens);
      if (mine === undefined) return [];
      return [others.filter((world) => (estimate(world, finding, lens) ?? Infinity) < mine).length / others.length];
    })
  );
}

const lowest = (worlds: readonly World[]): string => (100 * Math.min(...ranksOf(worlds))).toFixed(0);
const highest = (worlds: readonly World[]): string => (100 * Math.max(...ranksOf(worlds))).toFixed(0);

function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
