import {DuckDBInstance} from "@duckdb/node-api";
import {JSDOM} from "jsdom";
import {readFile} from "node:fs/promises";
import {describe, expect, it} from "vitest";
import type {AddressInfo} from "node:net";
import {serveSite} from "../../loaders/site/serve.js";
import {referenceMarks} from "../../loaders/site/marks/referenceMarks.js";
import {documentation, paragraphOf} from "../../loaders/study/paragraphOf.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {tellError} from "../../loaders/study/tellError.js";

describe("tellError()", () => {
  it("tells of the database's errors the kind and the place, never the value", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const error: unknown = await connection.run("SELECT 'secret'::INTEGER").catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("secret");
    expect(tellError(error)).toMatch(/^Conversion Error in the database/);
    expect(tellError(error)).not.toContain("secret");
  });

  it("says of a study's broken rules where the documentation speaks of them, once each", () => {
    const told = tellError(
      new StudyError([
        {file: "datapackage.json", column: "study.plan.0.term", rule: "missing"},
        {file: "datapackage.json", column: "study.plan.1.term", rule: "missing"},
        {file: "ratings.csv", row: 3, rule: "not a number"},
        {file: "sql/departments.sql", rule: "not valid SQL"}
      ])
    );
    expect(told.split("\n").at(-1)).toBe(
      "More in src/bring-your-own-study.md; on a built site: bring-your-own-study.html#study-plan, bring-your-own-study.html#raw-files, bring-your-own-study.html#table-departments"
    );
  });

  it("names paragraphs that are there", async () => {
    const page = await readFile(documentation.file, "utf8");
    const headings = Array.from(page.matchAll(/^## (.*)$/gm), ([, text = ""]) =>
      text.toLowerCase().replaceAll(" ", "-")
    );
    const marks = Object.values(referenceMarks({document: new JSDOM("").window.document}));
    const ids = marks.flatMap((mark) =>
      "html" in mark ? Array.from(mark.html.matchAll(/ id="([^"]+)"/g), ([, id]) => id) : []
    );
    for (const column of [
      "study",
      "study.assignment",
      "study.plan.3.term",
      "study.nonsense",
      "resources.1.path",
      "name"
    ]) {
      const anchor = paragraphOf({file: "datapackage.json", column, rule: "missing"});
      expect([...headings, ...ids]).toContain(anchor);
    }
    for (const file of [
      "postgres/years.sql",
      "the database",
      "sql/departments.sql",
      "sql/other.sql",
      "departments.csv"
    ])
      expect([...headings, ...ids]).toContain(paragraphOf({file, rule: "missing"}));
  });

  it("tells of others the message, and of a mistake in the code where it is", () => {
    expect(tellError(new RangeError("invalid port: x"))).toBe("invalid port: x");
    expect(tellError(new TypeError("x is not a function"))).toMatch(/x is not a function\n +at /);
    expect(tellError("odd")).toBe("odd");
    const full = Object.assign(new Error("ENOSPC: no space left on device, copyfile 'a' -> 'b'"), {
      code: "ENOSPC",
      path: "a",
      dest: "b"
    });
    expect(tellError(full)).toBe(
      "b: the disk is full; make room, and run it again. What was published last is unchanged"
    );
  });

  it("says in words what the system refuses, with the path: its own words were shown", async () => {
    const refused = (doing: Promise<unknown>): Promise<string> => doing.then(() => "", tellError);
    expect(await refused(readFile("none/such.json"))).toBe(
      "none/such.json: there is no such file or folder; name one that is there"
    );
    expect(await refused(readFile("test"))).toBe("this is a folder; name a file");
    expect(await refused(readFile("package.json/x"))).toMatch(/a part of this path is a file/);
    const server = await serveSite("test");
    const {port} = server.address() as AddressInfo;
    expect(await refused(serveSite("test", port))).toBe(`port ${port} is taken; give another with --port`);
    server.close();
  });
});
