import {describe, expect, it} from "vitest";
import {modelFrame} from "../../../src/stats/formula/modelFrame.js";
import {random} from "../../../src/stats/random.js";
import {fitLinear} from "../../../src/stats/regression/fitLinear.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {weightedBellMcCaffrey} from "../../../src/stats/regression/weightedBellMcCaffrey.js";
import {withoutAlone} from "../../../src/stats/regression/withoutAlone.js";
import {disagreements} from "../disagreements.js";
import {denseWeightedVariance} from "./denseWeightedVariance.js";

interface World {
  readonly clusters: number;
  readonly years: number;
  readonly seed: number;
}

/** Clusters with two sub-units each, seen in most of the years. */
function made({clusters, years, seed}: World) {
  const {normal, uniform} = random(seed);
  const rows = Array.from({length: clusters}, (_, site) =>
    Array.from({length: years}, (_year, t) => ({site, unit: `${site} ${t % 2}`, year: t}))
  )
    .flat()
    .filter(() => uniform() > 0.15);
  const x = rows.map(() => normal());
  return {
    site: rows.map((row) => `S${row.site}`),
    unit: rows.map((row) => row.unit),
    year: rows.map((row) => String(row.year)),
    x,
    z: rows.map(() => normal()),
    w: rows.map(() => 0.2 + 3 * uniform()),
    y: x.map((value) => 0.3 * value + normal())
  };
}

describe("weightedBellMcCaffrey(fit, cluster, weights) is what all dummies in one basis give", () => {
  const worlds: readonly World[] = [
    {clusters: 4, years: 7, seed: 1},
    {clusters: 14, years: 6, seed: 2},
    {clusters: 3, years: 60, seed: 3}
  ];
  it.each(
    [
      "y ~ x + z",
      "y ~ x + z | site",
      "y ~ x + z | year",
      "y ~ x + z | site + year",
      "y ~ x + z | unit + site + year"
    ].flatMap((formula) => worlds.map((world) => [formula, world.clusters, world] as const))
  )("%s, %i clusters", (formula, _, world) => {
    const frame = withoutAlone(modelFrame(formula, made(world), {weights: "w", groups: ["site"]}));
    const fit = fitLinear(frame, {determined: "omit", about: ["x"]});
    const [cluster] = frame.groups;
    if (!cluster || !frame.weights) throw new RangeError("no clusters");
    const [ours, long] = [weightedBellMcCaffrey, denseWeightedVariance].map((of) => of(fit, cluster, frame.weights!));
    if (!ours?.joint || !long?.joint) throw new RangeError("no variance");
    const terms = frame.names.map((_name, j) => j);
    const told = ({matrix, df, joint}: typeof ours) => ({
      ...Object.fromEntries(matrix.flatMap((row, i) => [...row].map((value, j) => [`${i} ${j}`, value]))),
      ...Object.fromEntries([...df].map((value, j) => [`df ${j}`, value])),
      joint: joint!(terms)
    });
    expect(disagreements(told(ours), told(long), 1e-8)).toEqual([]);
  });

  it("has an error of over 1,000 units; they used to be refused", () => {
    const {terms} = ols("y ~ x | site + year", made({clusters: 1100, years: 4, seed: 4}), {
      weights: "w",
      cluster: "site"
    });
    expect(terms[0]?.df).toBeGreaterThan(100);
    expect(terms[0]?.se).toBeGreaterThan(0);
  });
});
