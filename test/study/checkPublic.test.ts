import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {tinyStudy} from "../ingest/tinyStudy.js";
import {crewStudy} from "../warehouse/crewStudy.js";

const open = {license: "CC0-1.0", source: "https://example.org"};

it("public_microdata is believed of accounts, and refused beside a purpose and a time for personal data", async () => {
  expect((await readStudy((await tinyStudy({study: {public_microdata: open}})).folder)).public_microdata).toEqual(open);
  const kept = {purpose: "Evaluation", retention: "Five years"};
  const {folder} = await tinyStudy({study: {public_microdata: open, personalData: kept}});
  await expect(readStudy(folder)).rejects.toThrow(
    /study\.public_microdata: says that the rows are public already, and/
  );
});

it("public_microdata is refused until every file of persons says where it is public, a mapping's files among them", async () => {
  const {folder} = await crewStudy({}, {public_microdata: open});
  const read = readStudy(folder);
  for (const file of ["managers.csv", "postings.csv", "attendance.csv", "survey_responses.csv"])
    await expect(read).rejects.toThrow(`and ${file}, of persons, does not say where or under which licence`);
  const path = join(folder, "datapackage.json");
  const described = JSON.parse(await readFile(path, "utf8")) as {resources: object[]};
  const said = {licenses: [{name: "CC0-1.0"}], sources: [{title: "An archive"}]};
  const resources = described.resources.map((one) => ({...one, ...said}));
  await writeFile(path, JSON.stringify({...described, resources}));
  expect((await readStudy(folder)).public_microdata).toEqual(open);
});
