import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it} from "vitest";
import {fingerprintOf} from "../../loaders/release/fingerprint.js";
import {refuseChanged} from "../../loaders/release/refuseChanged.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {refuseChanged as refuseChangedFiles, warehouseInputs} from "../../loaders/warehouse/warehouseInputs.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

it("refuseChanged() says whether the study's files, its record or Longview's own code changed", async () => {
  const {folder} = await tinyStudy();
  const before = await fingerprintOf(folder);
  expect(() => refuseChanged(folder, before, before)).not.toThrow();
  await mkdir(join(folder, "released/history"), {recursive: true});
  await writeFile(join(folder, "released/history/0001-x.json"), "{}");
  const recorded = await fingerprintOf(folder);
  expect(() => refuseChanged("data/ours", before, recorded)).toThrow(
    "data/ours: what it has on record changed while it was read; nothing is published, run it again"
  );
  await writeFile(join(folder, "department_years.csv"), "another");
  const both = await fingerprintOf(folder);
  expect(() => refuseChanged("data/ours", recorded, both)).toThrow(/^data\/ours: the study's files changed while/);
  expect(() => refuseChanged("data/ours", before, both)).toThrow(
    /: the study's files and what it has on record changed/
  );
  expect(() => refuseChanged("data/ours", before, {...before, code: "other"})).toThrow(
    /^data\/ours: Longview's own code changed while it was read; nothing is published/
  );
});

it("a warehouse that is being built names the file that changed or is gone, and tells it from Longview's code", async () => {
  const {folder} = await tinyStudy();
  const study = await readStudy(folder);
  const before = await warehouseInputs(study);
  expect(() => refuseChangedFiles(before, before)).not.toThrow();
  expect(() => refuseChangedFiles(before, {...before, code: "other"})).toThrow(
    /Longview's own code changed while it read the study, whose files are as they were/
  );
  await rm(join(folder, "departments.csv"));
  const gone = await warehouseInputs(study);
  expect(() => refuseChangedFiles(before, {...gone, code: "other"})).toThrow(
    /departments\.csv: changed while it was read\. Run it again when nothing writes there/
  );
});
