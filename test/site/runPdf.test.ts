import {mkdir, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runPdf} from "../../loaders/site/runPdf.js";

it("runPdf() prints the report by the browser at hand, tagged and with an outline; a browser without windows never ended", async () => {
  const out = await mkdtemp(join(tmpdir(), "longview-pdf-"));
  await mkdir(join(out, "findings"));
  await writeFile(join(out, "a.css"), "h1{color:#222}");
  await writeFile(
    join(out, "index.html"),
    '<html lang="en"><head><title>Report</title><link rel="stylesheet" href="./a.css"></head><body><nav class="site-nav"><a href="./index.html">Report</a></nav><main><h1>Report</h1><h2>Main points</h2><p>One.</p></main></body></html>'
  );
  const to = join(out, "report.pdf");
  expect(await runPdf({out, to, findings: false})).toBe(0);
  const pdf = await readFile(to, "latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  for (const part of ["/StructTreeRoot", "/Outlines", "/Lang"]) expect(pdf).toContain(part);
});
