import {mkdir, readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

it("openWarehouse() clears what a killed build left, and not what one that runs is at", async () => {
  const {folder, cache} = await tinyStudy();
  const study = await readStudy(folder);
  const [killed, running] = ["building-4194305-a", `building-${process.pid}-b`];
  for (const name of [killed, running]) await mkdir(join(cache, study.name, name), {recursive: true});
  (await openWarehouse(study, cache)).close();
  const left = await readdir(join(cache, study.name));
  expect(left).not.toContain(killed);
  expect(left).toContain(running);
  await mkdir(join(cache, study.name, killed));
  (await openWarehouse(study, cache)).close();
  expect(await readdir(join(cache, study.name)), "where nothing is built any more").not.toContain(killed);
});

it("openWarehouse() leaves a file and a folder that only their owner can read", async () => {
  const {folder, cache} = await tinyStudy();
  const study = await readStudy(folder);
  const warehouse = await openWarehouse(study, cache);
  warehouse.close();
  expect((await stat(warehouse.file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(cache, study.name))).mode & 0o777).toBe(0o700);
});
