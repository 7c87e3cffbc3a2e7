import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {beforeAll, describe, expect, it} from "vitest";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {referenceMarks} from "../../loaders/site/marks/referenceMarks.js";
import {documentation} from "../../loaders/study/paragraphOf.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {tinyStudy} from "../ingest/tinyStudy.js";
import {wholeBlock} from "./wholeBlock.js";

type Path = readonly string[];

/** of every property, with those of objects and lists in it */
const places = placesIn(wholeBlock);

/** what no property takes */
const wrong = [[[]], [null], [""], "", " ", "two\nlines", "\u0000", "x".repeat(5000), 1e308, 1e17, -1e17];
/** what some take */
const odd = [null, "nosuch", "constructor", "__proto__", "<b>", "2026-02-30", 0, -1, 1.5, true, [], {}, {nosuch: 1}];
const texts = ["nosuch", "constructor", "__proto__", "<b>", "2026-02-30"];

/** beside texts for readers, which may be any: what is meant by a value that looks odd */
const meant: Readonly<Record<string, readonly unknown[]>> = {
  synthetic: [true],
  approval: [true],
  "currency.unit": [1.5],
  "assignment.exposure": [null],
  "assignment.record": [null],
  plan: [[]],
  "plan.0.worthwhile": [1.5],
  "purpose.measures": [[]],
  "measures.0.unit": [""],
  "measures.1.unit": [""],
  "exposure.step": [1.5],
  costs: [[]],
  "costs.0.amount": [0, 1.5],
  names: [{}],
  "names.ja": [{}],
  rules: [{}],
  "rules.stays_ordered.count": [0],
  "rules.stays_ordered.share": [0],
  "assignment.account": [null],
  notes: [[]],
  thresholds: [{}]
};
const namesOrChoices =
  /^(fiscalYearStart|timeZone|participation|language|published|assignment\.(how|what|exposure)|currency\.code|measures\.\d\.(name|table|direction|role)|plan\.0\.(finding|dated|specification|term|published\.vcov|published\.terms\.\d\.\w+)|purpose\.measures\.0|claims\.items\.0\.finding|exposure\.kind|contact\.(email|path)|personalData\.until|rules\.stays_ordered\.severity)$/;

let file: string;
let around: object;
beforeAll(async () => {
  const {folder} = await tinyStudy({study: wholeBlock});
  file = join(folder, "datapackage.json");
  around = JSON.parse(await readFile(file, "utf8")) as object;
});

describe("the study block of datapackage.json", () => {
  it("is read where every property is declared", async () => {
    expect(await refusal(wholeBlock)).toBeNull();
  });

  it("is read with the examples of the documentation, which names every key of an object: it used to say object", async () => {
    const page = await readFile(documentation.file, "utf8");
    const examples = JSON.parse(/```json examples\n([^]*?)```/.exec(page)?.[1] ?? "") as object;
    expect(await refusal({...wholeBlock, ...examples})).toBeNull();
    const {"reference.study": mark} = referenceMarks({document: new JSDOM("").window.document});
    const html = mark && "html" in mark ? mark.html : "";
    expect(html).toContain("object (label: text; measures: list of text, not needed)");
    expect(html).toContain("list of object (label: text; amount: number; unit: text)");
    expect(html).toMatch(/object of some of [^<]*stays_ordered[^<]*, each object \(count: /);
    expect(html).not.toMatch(/>(list of )?object</);
  });

  it.each(places)("%s refuses what it cannot mean, and names the place", async (place, value) => {
    const path = place.split(".");
    const silent = [];
    for (const given of [...wrong, ...odd]) {
      const error = await refusal(changed(wholeBlock, path, given));
      const right = error === null ? isMeant(place, value)(given) : names(place)(placesNamed(error));
      if (!right) silent.push([given, error?.message ?? "accepted"]);
    }
    expect(silent).toEqual([]);
  });

  it.each(places.filter(([, value]) => typeof value === "object" && !Array.isArray(value)))(
    "%s refuses a property that is misspelt or that every object has, and says which are known",
    async (place, value) => {
      const open = place === "names.ja";
      for (const key of ["", ...Object.keys(value as object)].map((one) => `${one.slice(0, 2)}${one.slice(3)}`)) {
        if (Object.hasOwn(value as object, key) || open) continue;
        const said = (await refusal(changed(wholeBlock, [...place.split("."), key], 1)))?.message ?? "accepted";
        expect(said).toMatch(
          /not a (known property|rule of disclosure control)\. (Did you mean|The known ones are \w)/
        );
      }
      for (const key of ["__proto__", "constructor", "toString"])
        expect(await refusal(changed(wholeBlock, [...place.split("."), key], 1))).toBeInstanceOf(StudyError);
    }
  );

  it.each([
    ["a misspelt property", {mesures: []}, "study.mesures: not a known property. Did you mean measures?"],
    ["years the wrong way round", {programmeYears: [2014, 2011]}, "study.programmeYears: the first is above the last"],
    ["a year that is none", {programmeYears: [0, 2011]}, "study.programmeYears.0"],
    ["groups the wrong way round", {setting: {groups: [12, 10]}}, "study.setting.groups: the first is above the last"],
    [
      "an assigned measure that is not there, which would lower the verdict in silence",
      {assignment: {how: "randomised", what: "departments", exposure: "grnt", record: "A letter."}},
      "study.assignment.exposure: there is no measure grnt. Did you mean grant?"
    ],
    [
      "a purpose's measure that is not there, whose figure would be left out in silence",
      {purpose: {label: "less scrap", measures: ["scrp"]}},
      "study.purpose.measures.0: there is no measure scrp. Did you mean scrap?"
    ],
    [
      "a measure that every object of a program has",
      {measures: [{...wholeBlock.measures[0], name: "constructor"}]},
      "study.measures.0.name: a name that programs keep for themselves"
    ],
    [
      "a printed estimate of another term, which would be held beside nothing",
      {plan: [printed({term: "grnt"})]},
      "study.plan.0.published.terms.0.term: grnt is no term of the specification. Did you mean grant?"
    ],
    ["a printed estimate that is no number", {plan: [printed({estimate: "n.s."})]}, "terms.0.estimate: a number as"],
    [
      "an address that runs a script",
      {contact: {name: "N", path: "javascript:alert(1)"}},
      "study.contact.path: an address that begins with https://"
    ],
    [
      "an allowance that allows nothing",
      {rules: {stays_ordered: {because: "B."}}},
      "study.rules.stays_ordered: allows"
    ],
    ["a cost below nothing", {costs: [{label: "L", amount: -1, unit: "yen"}]}, "study.costs.0.amount"],
    [
      "a threshold of no rule",
      {thresholds: {"count.stpe": 10}},
      "study.thresholds.count.stpe: not a rule of disclosure"
    ],
    ["a looser threshold", {thresholds: {"count.step": 1}}, "study.thresholds.count.step: a study may only tighten it"]
  ])("refuses %s", async (_, change, said) => {
    expect((await refusal({...wholeBlock, ...change}))?.message).toContain(said);
  });

  it.each(["measures", "plan", "costs", "purpose.measures", "claims.items", "plan.0.published.terms"])(
    "refuses in %s an entry twice",
    async (place) => {
      const path = place.split(".");
      const list = places.find(([one]) => one === place)?.[1] as unknown[];
      expect(placesNamed(await refusal(changed(wholeBlock, path, [...list, ...list])))).toSatisfy(names(place));
    }
  );
});

const printed = (term: object): object => ({
  ...wholeBlock.plan[0],
  published: {citation: "C", vcov: "iid", terms: [{term: "grant", estimate: "-0.25", se: ".1", ...term}]}
});

/** What is refused of a block, when the study is read or when its disclosure control is made. */
async function refusal(study: object): Promise<Error | null> {
  await writeFile(file, JSON.stringify({...around, study}));
  try {
    policyFor(await readStudy(join(file, "..")));
    return null;
  } catch (error) {
    if (error instanceof StudyError) return error;
    throw error;
  }
}

const isMeant =
  (place: string, value: unknown) =>
  (given: unknown): boolean => {
    const text = typeof value === "string" && !namesOrChoices.test(place) && texts.includes(given as string);
    return text || (meant[place] ?? []).some((one) => JSON.stringify(one) === JSON.stringify(given));
  };

const placesNamed = (error: Error | null): string[] =>
  error instanceof StudyError ? error.violations.map(({column = ""}) => column) : [];

/** What is taken out of the measures is missed where it is named. */
const names =
  (place: string) =>
  (columns: readonly string[]): boolean => {
    const at = `study.${place}`;
    const missed = /^measures(\.\d\.name)?$/.test(place) ? /^study\.(plan|purpose|assignment)/ : /^$/;
    return columns.some((one) => one.startsWith(at) || at.startsWith(one) || missed.test(one));
  };

function placesIn(value: unknown, path: Path = []): (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, key];
    return [[at.join("."), inner] as const, ...placesIn(inner, at)];
  });
}

/** The block with another value at a path, `__proto__` and all. */
function changed(whole: unknown, [key = "", ...rest]: Path, value: unknown): object {
  const copy = Array.isArray(whole) ? [...whole] : {...(whole as object)};
  const inner = rest.length === 0 ? value : changed((whole as Record<string, unknown>)[key], rest, value);
  return Object.defineProperty(copy, key, {value: inner, enumerable: true, configurable: true, writable: true});
}
