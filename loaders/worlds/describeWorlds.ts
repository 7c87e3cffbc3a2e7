import type {FindingId} from "../../src/evidence/finding.js";
import {findingIds as all, registry} from "../../src/findings/registry.js";
import {rowOf} from "../../src/findings/rowOf.js";
import type {ClaimRate} from "../../src/worlds/claimRates.js";
import {claimRates} from "../../src/worlds/claimRates.js";
import {summariseWorlds} from "../../src/worlds/summariseWorlds.js";
import type {WorldSummary} from "../../src/worlds/summariseWorlds.js";
import type {World, WorldFinding, WorldKind} from "../../src/worlds/world.js";
import {worldKindNames} from "../../src/worlds/world.js";
import {capital} from "../../src/evidence/format.js";
import {greatestOf} from "../../src/stats/description/greatestOf.js";
import {leastOf} from "../../src/stats/description/leastOf.js";
import {committedSeed} from "../simulate/committedSeed.js";
import {trueDifferences} from "./trueDifferences.js";

export interface RecoveredParameter {
  readonly parameter: string;
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** the findings that simulated studies have */
const findingIds = all.filter((id) => registry[id].simulated);

const verdicts: Readonly<Record<ClaimRate["verdict"], string>> = {
  inside: "yes",
  beyond: "no",
  there: "there to be found",
  selected: "made by selection"
};

/** What the worlds showed, as the last sections of the default study's README. */
export function describeWorlds(
  worlds: readonly World[],
  {digest, recovered}: {digest: string; recovered: readonly RecoveredParameter[]}
): string {
  const kinds = worldKindNames.filter((kind) => worlds.some((world) => world.kind === kind));
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
whole way from raw files to findings (\`npx longview worlds\`, frozen in \`worlds.json\`), by the code, policy and parameters whose digest is
${digest}: where the code has moved on since, they are to be made anew.

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

## How often each finding would be claimed

What the titles claim: a *difference* between units or modules, or a *change* within units or persons. Where there is nothing to
be found, tests at 5 % claim it in no more of so many worlds than *at most* says, all but one time in a hundred. There to be
found are the mixing in the sessions and the modules' contrast in all worlds, and the difference between departments where the
better take part; *power* is what the true difference and the standard errors promise.
${kinds.map((kind) => claimTable(kind, claimRates({worlds, truths: trueDifferences}, kind))).join("\n")}
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
  const {asked = "", unit = ""} = rowOf(finding).simulated ?? {};
  const value = trueDifferences.find((one) => one.finding === finding)?.truth ?? null;
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
  if (rowOf(finding).simulated?.twoYears) for (const i of [0, 2, 4]) cells[i] = "two years alone";
  return `| ${finding} | ${cells.join(" | ")} |`;
}

function claimTable(kind: WorldKind, rates: readonly ClaimRate[]): string {
  const told = kind === "truth" ? "Power" : "Inside";
  const rows = rates.map(({finding, claim, worlds, claims, bound, verdict, power}) => {
    const last = kind === "truth" ? (power === null ? "" : `${(100 * power).toFixed(0)} %`) : verdicts[verdict];
    const most = verdict === "there" || verdict === "selected" ? "" : String(bound);
    return `| ${finding}: ${claim} | ${claims} of ${worlds} | ${most} | ${last} |`;
  });
  return `
*${capital(kind)}*

| Claim | Worlds | At most | ${told} |
| --- | ---: | ---: | --- |
${rows.join("\n")}
`;
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

const lowest = (worlds: readonly World[]): string => (100 * leastOf(ranksOf(worlds))).toFixed(0);
const highest = (worlds: readonly World[]): string => (100 * greatestOf(ranksOf(worlds))).toFixed(0);

function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
