import * as fc from "fast-check";
import {expect, it} from "vitest";
import {differencing} from "../../loaders/disclosure/audit/differencing.js";
import {differenceOf, tells} from "../../loaders/disclosure/differenceOf.js";
import {leftoverOf} from "../../loaders/disclosure/leftoverOf.js";
import {cellName, isShown, type PublishedCell} from "../../loaders/disclosure/publishedCell.js";
import {sharedParts} from "../../loaders/disclosure/sharedParts.js";
import {suppressComplementary} from "../../loaders/disclosure/suppressComplementary.js";
import {symmetricDifference} from "../../loaders/disclosure/symmetricDifference.js";

const names = ["a", "b", "c", "d", "e", "f"];

/** Means of groups of six parts, in any order, of which those that are too small are withheld, some by another minimum. */
const cells = fc
  .record({
    persons: fc.array(fc.integer({min: 1, max: 25}), {minLength: 6, maxLength: 6}),
    groups: fc.uniqueArray(fc.subarray(names, {minLength: 1}), {
      minLength: 2,
      maxLength: 14,
      selector: (group) => group.join()
    }),
    bare: fc.boolean(),
    minimum: fc.constantFrom(10, 15)
  })
  .map(({persons, groups, bare, minimum}) =>
    groups.map((group, i): PublishedCell => {
      const parts = new Map(group.map((name) => [name, persons[names.indexOf(name)]!]));
      const n = [...parts.values()].reduce((sum, one) => sum + one, 0);
      const least = i % 3 === 0 ? minimum : 10;
      const shown = bare || n >= least ? 2.34 : null;
      return {
        table: "survey",
        row: group.join("+"),
        column: "mean",
        statistic: "mean 2019",
        kind: "mean",
        parts,
        persons: n,
        minimum: least,
        within: Infinity,
        shown: shown as PublishedCell["shown"],
        low: 2.335,
        high: 2.345,
        range: [1, 5],
        grain: 1,
        totals: 100
      };
    })
  );

it("sharedParts(cells) gives the places of the groups that have a part in common, in order", () => {
  const near = sharedParts(
    [["a", "b"], ["c"], ["b", "c"], []].map((group) => ({parts: new Map(group.map((name) => [name, 3]))}))
  );
  expect([0, 1, 2, 3].map(near)).toEqual([[0, 2], [1, 2], [0, 1, 2], []]);
});

it("suppressComplementary() withholds what it withholds when every group is looked at with every other, time and again", () => {
  fc.assert(
    fc.property(cells, (all) => {
      expect([...suppressComplementary(all)]).toEqual(withheldByAll(all));
    }),
    {numRuns: 400}
  );
});

it("differencing() finds what it finds among all pairs", () => {
  fc.assert(
    fc.property(cells, (all) => {
      expect(differencing(all).map(({groups}) => groups)).toEqual(gapsAmongAll(all));
    }),
    {numRuns: 400}
  );
});

function withheldByAll(all: readonly PublishedCell[]): string[] {
  const hidden: string[] = [];
  for (let published = all.filter(isShown); ;) {
    const next = published.flatMap((total) => {
      const {persons, inside} = leftoverOf(total, published);
      const exposed = persons > 0 && persons < total.minimum && inside.length > 0;
      if (!exposed || !tells(differenceOf(total, inside, persons), total.range)) return [];
      return inside.toSorted((a, b) => a.persons - b.persons || (a.row < b.row ? -1 : 1)).slice(0, 1);
    })[0];
    if (!next) return hidden;
    hidden.push(cellName(next));
    published = published.filter((cell) => cell !== next);
  }
}

function gapsAmongAll(all: readonly PublishedCell[]): (readonly string[])[] {
  const published = all.filter(isShown);
  return published.flatMap((one, i) => {
    const pairs = published.slice(i + 1).flatMap((other) => {
      const [larger, smaller] = one.persons >= other.persons ? [one, other] : [other, one];
      const differing = symmetricDifference(larger.parts, smaller.parts);
      const few = differing > 0 && differing < larger.minimum;
      return few && tells(differenceOf(larger, [smaller], differing), larger.range) ? [[larger.row, smaller.row]] : [];
    });
    const {persons, inside} = leftoverOf(one, published);
    const few = inside.length > 1 && persons > 0 && persons < one.minimum;
    const rows = inside.map(({row}) => row);
    return [...pairs, ...(few && tells(differenceOf(one, inside, persons), one.range) ? [[one.row, ...rows]] : [])];
  });
}
