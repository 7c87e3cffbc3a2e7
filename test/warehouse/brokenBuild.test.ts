import {spawnSync} from "node:child_process";
import {readFile, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

const at = vi.hoisted(() => ({last: async (): Promise<void> => {}}));
vi.mock("../../loaders/warehouse/rules/checkTables.js", () => ({checkTables: () => at.last()}));

const firstHeadcount = new URL("./first_headcount.sql", import.meta.url);

it("openWarehouse() refuses a file that changes while it is read, and a disk that fills, and leaves what was there", async () => {
  const {folder, cache} = await tinyStudy();
  const file = join(folder, "department_years.csv");
  const first = await readFile(file, "utf8");
  const change = (years: string): Promise<void> => writeFile(file, years);
  (await openWarehouse(await readStudy(folder), cache)).close();
  const kept = await readdir(join(cache, "tiny"));
  await change(first.replace("D1,2011,50", "D1,2011,60"));
  at.last = () => change(first.replace("D1,2011,50", "D1,2011,70"));
  await expect(readStudy(folder).then((study) => openWarehouse(study, cache))).rejects.toThrow(
    /department_years\.csv: changed while it was read\. Run it again/
  );
  at.last = async () => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), {code: "ENOSPC"});
  };
  await expect(readStudy(folder).then((study) => openWarehouse(study, cache))).rejects.toThrow(/the disk is full/);
  expect(await readdir(join(cache, "tiny"))).toEqual(kept);
  at.last = async () => {};
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const [{headcount} = {headcount: 0}] = await warehouse.query<{headcount: number}>(firstHeadcount);
  warehouse.close();
  expect(Number(headcount)).toBe(70);
});

it.each([64, 400])("openWarehouse() keeps no half-written warehouse where %i blocks can be written", async (blocks) => {
  const {folder, cache} = await tinyStudy();
  const limited = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --import tsx test/warehouse/littleRoom.ts "$1" "$2"`;
  const {stdout} = spawnSync("bash", ["-c", limited, process.execPath, folder, cache], {encoding: "utf8"});
  expect(stdout).toMatch(/the warehouse could not be written: the disk is full/);
  expect(await readdir(join(cache, "tiny"))).toEqual([]);
});
