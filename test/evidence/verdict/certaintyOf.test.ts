import {describe, expect, it} from "vitest";
import {certainties, certaintyCeiling, certaintyOf} from "../../../src/evidence/verdict/certaintyOf.js";
import {type CheckMade, type CheckState, checkStates} from "../../../src/evidence/verdict/checkState.js";

const required = [
  {id: "path", domain: "selection"},
  {id: "trend", domain: "selection"},
  {id: "cells", domain: "missing"},
  {id: "scale", domain: "measurement"},
  {id: "precision", domain: "precision"},
  {id: "others", domain: "consistency"}
] as const;

const worse: Readonly<Record<CheckState, number>> = {answered: 0, open: 1, failed: 2, unmade: 2};

describe("certaintyOf(ceiling, required, made)", () => {
  it.each([
    ["low", [], "low", 6],
    ["low", ["scale failed"], "very low", 5],
    ["low", ["scale open", "path open"], "low", 4],
    ["low", ["cells unmade"], "very low", 5],
    ["moderate", ["scale open", "path open"], "low", 4],
    ["moderate", ["scale failed", "path open"], "very low", 4],
    ["high", ["path failed", "trend failed"], "moderate", 4],
    ["high", ["path failed", "trend open"], "moderate", 4],
    ["high", ["path failed", "scale open", "cells open"], "low", 3],
    ["high", ["path failed", "scale failed", "cells unmade", "others failed"], "very low", 2]
  ] as const)("%s with %j is %s", (ceiling, changes, certainty, answered) => {
    const made = required.flatMap(({id, domain}): CheckMade[] => {
      const change = changes.find((one) => one.startsWith(`${id} `))?.split(" ")[1] as CheckState | undefined;
      return change === "unmade" ? [] : [{id, domain, state: change ?? "answered"}];
    });
    expect(certaintyOf(ceiling, required, made)).toMatchObject({certainty, answered, of: 6});
  });

  it("never rises where an answer is withheld or worsens, in any of the 4^6 cases under each ceiling", () => {
    let cases = 0;
    for (const ceiling of ["low", "moderate", "high"] as const) {
      for (const states of allStates(required.length)) {
        const before = rank(ceiling, states);
        for (let i = 0; i < required.length; i += 1) {
          for (const state of checkStates) {
            if (state !== "unmade" && worse[state] <= worse[states[i] ?? "unmade"]) continue;
            cases += 1;
            expect(rank(ceiling, states.with(i, state))).toBeLessThanOrEqual(before);
          }
        }
      }
    }
    expect(cases).toBeGreaterThan(18_432);
  });

  it("never rises with one more failed check", () => {
    for (const ceiling of ["low", "moderate", "high"] as const)
      for (const states of allStates(required.length))
        for (const domain of ["selection", "multiplicity"] as const) {
          const made = madeOf(states);
          const more = [...made, {id: "more", domain, state: "failed" as const}];
          const [before, after] = [made, more].map((checks) => certaintyOf(ceiling, required, checks).certainty);
          expect(certainties.indexOf(after ?? "high")).toBeLessThanOrEqual(certainties.indexOf(before ?? "high"));
        }
  });
});

it.each([
  ["descriptive", 1, "high"],
  ["association", 3, "low"],
  ["association", 4, "moderate"],
  ["effect", 5, "high"]
] as const)("certaintyCeiling(%s, %s) is %s", (kind, level, ceiling) => {
  expect(certaintyCeiling(kind, level)).toBe(ceiling);
});

function* allStates(n: number): Generator<readonly CheckState[]> {
  for (let code = 0; code < checkStates.length ** n; code += 1)
    yield Array.from(
      {length: n},
      (_, i) => checkStates[Math.floor(code / checkStates.length ** i) % checkStates.length] ?? "unmade"
    );
}

function madeOf(states: readonly CheckState[]): CheckMade[] {
  return required.flatMap(({id, domain}, i) => {
    const state = states[i] ?? "unmade";
    return state === "unmade" ? [] : [{id, domain, state}];
  });
}

function rank(ceiling: (typeof certainties)[number], states: readonly CheckState[]): number {
  return certainties.indexOf(certaintyOf(ceiling, required, madeOf(states)).certainty);
}
