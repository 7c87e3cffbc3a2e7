import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runNew} from "../../loaders/ingest/propose/runNew.js";
import {sampleText} from "../../loaders/ingest/propose/sampleText.js";

it("new refuses JSON lines of which one is no object", async () => {
  const home = await mkdtemp(join(tmpdir(), "longview-new-"));
  for (const line of ["null", "3", '"a"', "[1]", "{"]) {
    await writeFile(join(home, "a.jsonl"), `{"a": 1}\n${line}\n`);
    await expect(runNew(join(home, "study"), [join(home, "a.jsonl")])).rejects.toThrow(
      /a line that is no object in JSON\. Write one object a line/
    );
  }
});

it("new takes no value for a name that a line does not have, though every object of a program has it", () => {
  const {rows} = sampleText(Buffer.from('{"a":1}\n{"a":2,"constructor":3}\n'), 1e6, "a.jsonl");
  expect(rows).toEqual([
    ["a", "constructor"],
    ["1", ""],
    ["2", "3"]
  ]);
});
