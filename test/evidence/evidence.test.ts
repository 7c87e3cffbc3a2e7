import {describe, expect, it} from "vitest";
import {certainty} from "../../src/evidence/certainty.js";
import type {Domain} from "../../src/evidence/certainty.js";
import {checkPrecision} from "../../src/evidence/check.js";
import {checkAbsence} from "../../src/evidence/checkAbsence.js";
import type {Check} from "../../src/evidence/check.js";
import {cappedLevel, mayClaimCause} from "../../src/evidence/designLevel.js";

describe("grades", () => {
  it("a chosen start caps the design at level 3 and rules out cause", () => {
    expect(cappedLevel(4, "voluntary")).toBe(3);
    expect(cappedLevel(5, "randomised")).toBe(5);
    expect(mayClaimCause(4, "unknown")).toBe(false);
    expect(mayClaimCause(5, "randomised")).toBe(true);
  });

  it("certainty goes one step down for each domain that failed, once, and stops at very low", () => {
    const failed = (domain: Domain): Check => ({domain, asked: "?", verdict: "failed", why: "."});
    const unknown: Check = {domain: "missing", asked: "?", verdict: "unknown", why: "."};
    expect(certainty("association", "voluntary", [unknown])).toBe("low");
    expect(certainty("association", "voluntary", [failed("precision"), failed("consistency")])).toBe("very low");
    expect(certainty("descriptive", "voluntary", [failed("missing"), failed("missing")])).toBe("moderate");
  });

  it("an interval that holds both no difference and one worth having fails on precision", () => {
    const one = {
      label: "",
      naive: false,
      estimate: 0,
      unit: "points",
      df: null,
      p: null,
      n: 9,
      rows: "years",
      note: ""
    };
    expect(checkPrecision({...one, low: -0.5, high: 2}, 1).verdict).toBe("failed");
    expect(checkPrecision({...one, low: -0.5, high: 0.5}, 1).verdict).toBe("passed");
    expect(checkPrecision({...one, low: null, high: null}, 1).verdict).toBe("failed");
  });

  it("what should not be there passes only where it would have shown", () => {
    const one = {label: "", naive: false, estimate: 0, unit: "points", df: 9, p: 0.5, n: 9, rows: "years", note: ""};
    const about = {domain: "selection", asked: "?", what: "It is"} as const;
    expect(checkAbsence(about, {...one, low: -0.5, high: 0.7}, 1).verdict).toBe("passed");
    expect(checkAbsence(about, {...one, low: -1.5, high: 1.7}, 1).verdict).toBe("unknown");
    expect(checkAbsence(about, {...one, low: 0.1, high: 1.7}, 1).verdict).toBe("failed");
    expect(checkAbsence(about, {...one, low: null, high: null}, 1).verdict).toBe("unknown");
  });
});
