import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it, vi} from "vitest";
import {runCheck} from "../../loaders/release/runCheck.js";
import {dueDate} from "../../loaders/study/dueDate.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

describe("dueDate()", () => {
  it.each([
    ["2026-01-31", "month", "2026-02-28"],
    ["2024-01-31", "month", "2024-02-29"],
    ["2026-11-30", "quarter", "2027-02-28"],
    ["2024-02-29", "year", "2025-02-28"],
    ["2026-12-28", "week", "2027-01-04"]
  ] as const)("of %s, every %s, is %s", (asOf, every, due) => {
    expect(dueDate({asOf, every})).toBe(due);
  });

  it("is unknown where the study says half of it", () => {
    expect(dueDate({asOf: "2026-01-01"})).toBeNull();
    expect(dueDate({every: "year"})).toBeNull();
  });
});

describe("check", () => {
  it("ends with 0 where all is well, and with 3 where a file is late, naming it and the day", async () => {
    const {folder} = await tinyStudy();
    const file = join(folder, "datapackage.json");
    const described = JSON.parse(await readFile(file, "utf8")) as {resources: Record<string, unknown>[]};
    const [first] = described.resources;
    Object.assign(first ?? {}, {asOf: "2026-03-31", every: "year"});
    await writeFile(file, JSON.stringify(described));
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const codes = [await runCheck({study: folder}, "2027-03-31"), await runCheck({study: folder}, "2027-04-01")];
    await runCheck({study: folder, json: true}, "2027-04-01");
    const [well = "", late = "", json = ""] = write.mock.calls.map(([text]) => String(text));
    write.mockRestore();
    expect(codes).toEqual([0, 3]);
    expect(well).toContain(`${String(first?.path)}: `);
    expect(well).toContain("as of 2026-03-31; the next is due on 2027-03-31");
    expect(late).toContain("late: a newer one was due on 2027-03-31");
    expect((JSON.parse(json) as {files: {late: boolean}[]}).files.filter((one) => one.late)).toHaveLength(1);
  });

  it("ends with 3 from the day after personal data were to be deleted, and says how", async () => {
    const {folder} = await tinyStudy();
    const file = join(folder, "datapackage.json");
    const described = JSON.parse(await readFile(file, "utf8")) as {study: object};
    const personalData = {purpose: "Evaluation.", retention: "Five years.", until: "2027-03-31"};
    await writeFile(file, JSON.stringify({...described, study: {...described.study, personalData}}));
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const codes = [await runCheck({study: folder}, "2027-03-31"), await runCheck({study: folder}, "2027-04-01")];
    await runCheck({study: folder, json: true}, "2027-04-01");
    const [inTime, overdue, json = ""] = write.mock.calls.map(([text]) => String(text));
    write.mockRestore();
    expect(codes).toEqual([0, 3]);
    expect(inTime).not.toContain("deleted");
    expect(overdue).toContain("personal data were to be deleted by 2027-03-31: npx longview purge --help");
    expect(JSON.parse(json)).toMatchObject({deletionDue: "2027-03-31"});
  });
});
