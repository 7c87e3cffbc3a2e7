/** Five exports of one company -> a study, by `new` and what "Bring your own study" says: the tables hold what the files say. */
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {runNew} from "../../loaders/ingest/propose/runNew.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {finishPresets} from "./finishPresets.js";
import {presetFiles} from "./presetFiles.js";

it("new, then what the page says, brings five exports of one company into one warehouse", async () => {
  const home = await mkdtemp(join(tmpdir(), "longview-presets-"));
  for (const [name, content] of Object.entries(presetFiles)) await writeFile(join(home, name), content);
  const output = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  const folder = join(home, "study");
  await runNew(
    folder,
    Object.keys(presetFiles).map((name) => join(home, name))
  ).finally(() => output.mockRestore());
  await finishPresets(folder);
  const warehouse = await openWarehouse(await readStudy(folder), join(home, "cache"));
  const [counted] = await warehouse.query(new URL("./preset_counts.sql", import.meta.url));
  warehouse.close();
  expect(counted).toEqual({
    departments: 12,
    revenue: 96 * 900_000_000 + 8 * 61_000_000 * 66 + 12 * 9_000_000 * 28 + thousands((d, y) => (d * 7 + y * 11) % 17),
    moved: 16,
    hired: "2012-04-01",
    completed: 67,
    completed_twice: 50,
    first_completed: 2017,
    last_completed: 2022,
    answers_before: 4 * 160 * 2,
    answers_after: 4 * 168 * 2,
    units_answering: 12
  });
  await rm(home, {recursive: true});
}, 120_000);

/** Yen of what varies by department and year, counted in millions. */
const thousands = (of: (department: number, year: number) => number): number =>
  1_000_000 * Array.from({length: 96}, (_, i) => of(i % 12, Math.floor(i / 12))).reduce((sum, value) => sum + value, 0);
