import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mergeUnits} from "../../loaders/disclosure/mergeUnits.js";
import type {Department, ReleaseUnit} from "../../loaders/disclosure/mergeUnits.js";

const department = (department_id: string, eligible: readonly number[], division = "A"): Department => ({
  department_id,
  name: `Department ${department_id}`,
  division,
  eligible: new Map(eligible.map((n, i) => [2010 + i, n]))
});

const ids = (units: readonly ReleaseUnit[]): string[] => units.map(({unit_id}) => unit_id);

const organisations = fc
  .array(fc.tuple(fc.array(fc.nat(15), {minLength: 3, maxLength: 3}), fc.constantFrom("A", "B")), {
    minLength: 1,
    maxLength: 14
  })
  .map((rows) =>
    rows.map(([eligible, division], i) => department(`D${String(i).padStart(2, "0")}`, eligible, division))
  );

describe("mergeUnits()", () => {
  it("leaves what is large enough alone and merges the small with the nearest in size", () => {
    const units = mergeUnits(
      [department("a", [3]), department("b", [20]), department("c", [8]), department("d", [12])],
      {
        minimum: 10
      }
    );
    expect(ids(units)).toEqual(["a+c", "b", "d"]);
    expect(units[0]).toMatchObject({name: "Department a and Department c", least: 11, reasons: ["size"]});
  });

  it("takes a neighbour in lineage before one of like size", () => {
    const units = mergeUnits([department("a", [3]), department("b", [20]), department("c", [8])], {
      minimum: 10,
      lineage: [["b", "a"]]
    });
    expect(ids(units)).toEqual(["a+b+c"]);
    expect(units[0]?.reasons).toEqual(["lineage", "size"]);
  });

  it("counts the sum of a year, not the sum of least years", () => {
    expect(
      ids(mergeUnits([department("a", [9, 2]), department("b", [1, 8]), department("c", [10, 10])], {minimum: 10}))
    ).toEqual(["a+b", "c"]);
  });

  it("merges within a line alone, and leaves a line with too few as one unit below the minimum", () => {
    const units = mergeUnits([department("a", [3], "A"), department("b", [4], "A"), department("c", [30], "B")], {
      minimum: 10
    });
    expect(ids(units)).toEqual(["a+b", "c"]);
    expect(units[0]?.least).toBe(7);
  });

  it("merges nothing where the rule is lifted or nobody is eligible", () => {
    const departments = [department("a", [3]), department("b", [4])];
    expect(ids(mergeUnits(departments, {minimum: null}))).toEqual(["a", "b"]);
    expect(ids(mergeUnits([department("a", []), department("b", [])], {minimum: 10}))).toEqual(["a", "b"]);
  });

  it("refuses to carry on from a unit that now spans two lines, naming the two", () => {
    const departments = [department("a", [30], "A"), department("b", [30], "B")];
    expect(() => mergeUnits(departments, {minimum: 10, lattice: [["a", "b"]]})).toThrow(
      /Department a and Department b were published as one/
    );
  });

  it("covers every department once, and has the minimum in every unit unless it is all of its line", () => {
    fc.assert(
      fc.property(organisations, (departments) => {
        const units = mergeUnits(departments, {minimum: 10});
        const covered = units.flatMap(({departments: members}) => members.map(({department_id}) => department_id));
        expect(covered.toSorted()).toEqual(departments.map(({department_id}) => department_id));
        for (const unit of units) {
          const alone = units.filter(({division}) => division === unit.division).length === 1;
          expect(unit.least >= 10 || alone).toBe(true);
        }
      })
    );
  });

  it("gives the same units whatever the order of the departments", () => {
    fc.assert(
      fc.property(organisations, (departments) => {
        expect(ids(mergeUnits(departments.toReversed(), {minimum: 10}))).toEqual(
          ids(mergeUnits(departments, {minimum: 10}))
        );
      })
    );
  });

  it("only coarsens: from the lattice of a release, no later data and no tighter rule split a unit", () => {
    fc.assert(
      fc.property(
        organisations,
        fc.array(fc.nat(25), {minLength: 14, maxLength: 14}),
        fc.integer({min: 5, max: 15}),
        (before, counts, minimum) => {
          const published = mergeUnits(before, {minimum: 10}).map(({departments}) =>
            departments.map(({department_id}) => department_id)
          );
          const after = before.map(({department_id, division}, i) =>
            department(department_id, [counts[i] ?? 0], division)
          );
          const units = mergeUnits(after, {minimum, lattice: published});
          for (const group of published) {
            const holding = units.filter(({departments}) =>
              departments.some(({department_id}) => group.includes(department_id))
            );
            expect(holding).toHaveLength(1);
          }
        }
      )
    );
  });
});
