import {mkdtemp, readFile, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {printReleased} from "../../loaders/disclosure/released.js";
import {fingerprintOf, nameOf} from "../../loaders/release/fingerprint.js";
import {printPublished} from "../../loaders/release/printPublished.js";
import {publish, recordPublished} from "../../loaders/release/publish.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

let folder: string;
let cache: string;

beforeAll(async () => {
  ({folder} = await tinyStudy());
  cache = await mkdtemp(join(tmpdir(), "longview-published-"));
});

describe("publish(study)", () => {
  it("keeps one result, takes it again as it was to the byte, and makes it anew where a file has changed", async () => {
    const first = await publish(folder, {cache});
    const again = await publish(folder, {cache});
    expect(nameOf(again.fingerprint)).toBe(nameOf(first.fingerprint));
    expect([...again.tables.values(), again.findings, again.report].map(printReleased)).toEqual(
      [...first.tables.values(), first.findings, first.report].map(printReleased)
    );
    expect(again.tables.get("department_years")?.provenance).toEqual(first.tables.get("department_years")?.provenance);
    const file = join(folder, "department_years.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("D1,2011,50", "D1,2011,60"));
    const place = join(cache, (await readdir(cache))[0]!);
    const draft = join(place, `0.kept.${process.pid}.01234567-89ab-cdef-0123-456789abcdef`);
    await writeFile(draft, "");
    const changed = await publish(folder, {cache});
    expect(nameOf(changed.fingerprint)).not.toBe(nameOf(first.fingerprint));
    expect(printReleased(changed.tables.get("department_years")!)).toContain('"headcount":60');
    await rm(draft);
    expect(await readdir(place)).toHaveLength(1);
  });

  it("lets its owner alone read what it keeps, and takes nothing that is damaged", async () => {
    const {fingerprint} = await publish(folder, {cache});
    const place = join(cache, (await readdir(cache))[0]!);
    const file = join(place, `${nameOf(fingerprint)}.kept`);
    expect([(await stat(place)).mode & 0o777, (await stat(file)).mode & 0o777]).toEqual([0o700, 0o600]);
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect((await publish(folder, {cache})).tables.size).toBeGreaterThan(0);
  });

  it("is the same result under the fingerprint that its own record changes", async () => {
    const published = await publish(folder, {cache});
    const name = await recordPublished(published, folder, {cache});
    expect(nameOf((await publish(folder, {cache})).fingerprint)).toBe(name);
    await rm(cache, {recursive: true});
    const anew = await publish(folder, {cache});
    expect([...anew.tables.values()].map(printReleased)).toEqual([...published.tables.values()].map(printReleased));
  });
});

describe("publish(study, {language})", () => {
  it("takes the study's own language as not asked for: one result, and a release on record", async () => {
    const {folder: own} = await tinyStudy();
    const place = await mkdtemp(join(tmpdir(), "longview-language-"));
    const plain = await publish(own, {cache: place});
    const asked = await publish(own, {cache: place, language: "en"});
    expect(nameOf(asked.fingerprint)).toBe(nameOf(plain.fingerprint));
    expect(await readdir(place)).toHaveLength(1);
    await recordPublished(asked, own, {cache: place, language: "en"});
    expect(await readdir(join(own, "released/history"))).not.toEqual([]);
    expect((await fingerprintOf(own, {language: "ja"})).inputs).not.toBe((await fingerprintOf(own)).inputs);
    expect(await fingerprintOf(own, {language: "en"})).toEqual(await fingerprintOf(own));
  });
});

describe("printPublished(args)", () => {
  it("prints a table as it was published, refuses another name, and prints nothing that a build would refuse", async () => {
    const {folder: own} = await tinyStudy();
    vi.stubEnv("LONGVIEW_STUDY", own);
    const printed: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    try {
      await printPublished(["--table", "department_years"]);
      expect(printed.join("")).toMatch(/^\{"rows":\[\{"department_id":"D1"/);
      await expect(printPublished(["--table", "raw"])).rejects.toThrow(/invalid --table; tiny publishes .*: raw/);
    } finally {
      write.mockRestore();
      vi.unstubAllEnvs();
    }
  });
});
