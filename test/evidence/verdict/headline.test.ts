import {describe, expect, it} from "vitest";
import {type Assignment, type Comparison, designLevel} from "../../../src/evidence/verdict/designLevel.js";
import {type HeadlineCandidate, headline} from "../../../src/evidence/verdict/headline.js";
import {titleClaim} from "../../../src/evidence/verdict/titleClaim.js";

const one = (id: string, more: Partial<HeadlineCandidate> = {}): HeadlineCandidate => ({
  id,
  p: 0.001,
  estimate: 1,
  certainty: "low",
  ownTrend: 1,
  direction: "higher",
  tooSmall: false,
  ...more
});

describe("headline(family)", () => {
  it.each([
    ["clear, low and robust", [one("a")], "named", ["a"], []],
    ["harm", [one("a", {estimate: -1, ownTrend: -1})], "named", [], ["a"]],
    ["lower is better", [one("a", {direction: "lower"})], "named", [], ["a"]],
    ["very low", [one("a", {certainty: "very low"})], "unsure", [], []],
    ["its own trend is not clear", [one("a", {ownTrend: 0})], "unsure", [], []],
    ["its own trend is on the other side", [one("a", {ownTrend: -1})], "unsure", [], []],
    ["no trend is asked of it", [one("a", {ownTrend: null})], "named", ["a"], []],
    ["clear alone, not among three", [one("a", {p: 0.03}), one("b", {p: 0.6}), one("c", {p: null})], "none", [], []],
    ["one that cannot be made counts", [one("a", {p: 0.03}), one("b", {p: null})], "none", [], []],
    ["two ways", [one("a"), one("b", {estimate: -1, ownTrend: -1})], "named", ["a"], ["b"]],
    ["all too small", [one("a", {p: 0.3, tooSmall: true})], "too small", [], []],
    ["nothing compared", [one("a", {p: null})], "descriptive", [], []],
    ["no family", [], "descriptive", [], []]
  ] as const)("%s", (_, family, kind, better, worse) => {
    expect(headline(family)).toMatchObject({kind, better, worse});
  });
});

describe("titleClaim(tests)", () => {
  it.each([
    [{change: 0.04, difference: 0.6}, "none"],
    [{change: 0.02, difference: 0.6}, "change"],
    [{change: 0.04, difference: 0.02}, "change"],
    [{change: 0.3, difference: 0.02}, "difference"],
    [{change: 0.3, difference: 0.04}, "none"],
    [{change: null, difference: 0.02}, "difference"],
    [{change: 0.04}, "change"],
    [{change: null}, "none"]
  ] as const)("%j is %s", (tests, claim) => {
    expect(titleClaim(tests).claim).toBe(claim);
  });
});

describe("designLevel(comparison, assignment)", () => {
  const panel: Comparison = {
    compares: "departments",
    exposure: "offered",
    absorbsUnit: true,
    absorbsTime: true,
    adjusted: false,
    yearsBefore: true,
    notYetStarted: true
  };
  const drawn: Assignment = {how: "randomised", what: "departments", exposure: "offered", record: "draw.csv"};
  const chosen: Assignment = {how: "voluntary", what: "none", exposure: null, record: null};
  it.each([
    ["each followed, with years before", panel, chosen, 3],
    ["not yet started ones alone", {...panel, yearsBefore: false}, chosen, 3],
    ["| unit + year with neither", {...panel, yearsBefore: false, notYetStarted: false}, chosen, 2],
    ["pooled", {...panel, absorbsUnit: false, absorbsTime: false}, chosen, 1],
    ["adjusted", {...panel, absorbsUnit: false, adjusted: true}, chosen, 2],
    ["before and after alone", {...panel, absorbsTime: false}, chosen, 1],
    ["drawn", panel, drawn, 5],
    ["drawn, without years before", {...panel, absorbsUnit: false, absorbsTime: false, yearsBefore: false}, drawn, 5],
    [
      "drawn, the share taken up compared",
      {...panel, exposure: "participation"},
      {...drawn, exposure: "participation"},
      3
    ],
    ["drawn, another exposure", {...panel, exposure: "dose_given"}, drawn, 3],
    ["drawn without a record", panel, {...drawn, record: null}, 3],
    ["persons drawn, departments compared", panel, {...drawn, what: "persons"}, 3],
    ["years compared", {...panel, compares: "years", absorbsUnit: false}, drawn, 1],
    ["set by somebody else", panel, {...drawn, how: "externally assigned"}, 4],
    ["set by somebody else, not followed", {...panel, absorbsUnit: false}, {...drawn, how: "externally assigned"}, 1]
  ] as const)("%s", (_, comparison, assignment, level) => {
    expect(designLevel(comparison, assignment)).toBe(level);
  });
});
