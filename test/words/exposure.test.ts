import {describe, expect, it} from "vitest";
import {type Exposure, exposurePhrases} from "../../src/words/en/exposure.js";
import {restsOn} from "../../src/words/en/headline.js";
import {limitsWords} from "../../src/words/en/limits.js";

const study = {
  unit: {one: "state", many: "states"},
  person: {one: "resident", many: "residents"},
  programme: "the tax"
};
const tax: Exposure = {kind: "amount", one: "the tax", step: 0.1, unit: "dollars a case"};

describe("exposurePhrases()", () => {
  it("says of an amount where it was higher, for it may have fallen everywhere; it used to say that it rose", () => {
    const phrases = Object.values(exposurePhrases(tax, study));
    expect(phrases.filter((phrase) => /\brose\b/.test(JSON.stringify(phrase)))).toEqual([]);
    expect(exposurePhrases(tax, study).asRose).toBe("in years when the tax was higher");
    expect(JSON.stringify(exposurePhrases({kind: "money", one: "a grant", step: 1, unit: "yen"}, study))).not.toMatch(
      /\brose\b/
    );
  });

  it("says a step in the study's own words, and with which units those with it are compared", () => {
    expect(exposurePhrases({...tax, stepSaid: "10 cents a case"}, study).perStep).toBe(
      "where the tax was 10 cents a case higher"
    );
    const grant: Exposure = {kind: "yes or no", one: "a grant", step: 1, against: "states with a loan"};
    expect(exposurePhrases(grant, study).perStep).toBe("with a grant than in states with a loan");
  });
});

it("restsOn() says what a comparison rests on where some units lack a value, and nothing where none does", () => {
  const having = {rows: 29, of: 66, noun: "a grant"};
  const firms = {rows: "firm-years", unit: {one: "firm", many: "firms"}};
  expect(restsOn({units: 54, of: 157, having}, firms)).toBe(
    "The main comparison rests on 54 of the firms, and on 29 of 66 firm-years with a grant. The rest lack a value."
  );
  expect(restsOn({units: 12_000, of: 15_700, having: null}, firms)).toContain("rests on 12,000 of the firms.");
  expect(restsOn({units: 157, of: 157, having}, firms)).toBeUndefined();
});

it("limitsWords() speaks of gains of several kinds only where several are compared", () => {
  const of = (several: boolean): string =>
    limitsWords({said: [], unsaid: [], programme: "it", drawn: true, synthetic: false, several}).cannot.join(" ");
  expect(of(true)).toContain("several kinds");
  expect(of(false)).toBe("");
});
