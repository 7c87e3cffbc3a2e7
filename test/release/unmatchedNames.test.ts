import {expect, it} from "vitest";
import {unmatchedNames} from "../../loaders/release/unmatchedNames.js";

type Release = Parameters<typeof unmatchedNames>[0];

const released = new Map([["department_years", {value: {rows: [{name: "Sales, Research and Works"}]}}]]);

/** Of a study what its names are looked up in. */
const named = (ja: Readonly<Record<string, string>>, language = "ja"): Release =>
  ({
    study: {folder: "nowhere", language, names: {ja}, resources: [], measures: [{label: "teamwork"}]},
    tables: released
  }) as unknown as Release;

it("unmatchedNames(release) tells of each name that names nothing, with the nearest text", async () => {
  expect(await unmatchedNames(named({Teamwork: "チームワーク", Research: "研究部", Teamwrok: "？"}))).toEqual([
    "datapackage.json, study.names.ja: “Teamwrok” is no text of the study or of its data. Did you mean “teamwork”?"
  ]);
  expect(await unmatchedNames(named({"Nothing of the kind": "？"}))).toEqual([
    "datapackage.json, study.names.ja: “Nothing of the kind” is no text of the study or of its data. Correct it or take it out."
  ]);
});

it("unmatchedNames(release) says nothing of a language that the pages are not in", async () => {
  expect(await unmatchedNames(named({Teamwrok: "？"}, "en"))).toEqual([]);
});
