import {expect, it} from "vitest";
import {publish} from "../../loaders/release/publish.js";
import {fillMarks} from "../../loaders/site/fillMarks.js";
import {workedNotebooks} from "../../loaders/site/notebooks/workedNotebooks.js";

it("the worked notebooks run on what was published, and their headline is the report's", async () => {
  const release = await publish("data/fujitsu-ssl");
  const {pages, marks, shipped, left} = await workedNotebooks(release);
  expect(left).toEqual([]);
  expect(pages.map(({file}) => file)).toEqual(
    ["big-departments", "for-r-users", "rebuild-the-headline", "two-year-lag"].map((name) => `notebooks/${name}.md`)
  );
  expect(Object.keys(shipped)).toHaveLength(4);
  const {primary} = release.findings.value.findings.find(({id}) => id === "departments")!;
  const rebuilt = fillMarks(pages.find(({file}) => file.includes("rebuild"))!.markdown, marks, "rebuild");
  const per10 = (value: number | null): string => (value ?? NaN).toFixed(2);
  expect(rebuilt).toContain(`Margin was ${per10(primary!.estimate)} percentage points higher`);
  expect(rebuilt).toContain(`lies between ${per10(primary!.low)} and ${per10(primary!.high)}, based on ${primary!.n}`);
});

it("what a worked notebook shows has a name of its own for who listens", async () => {
  const {marks} = await workedNotebooks(await publish("data/fujitsu-ssl"));
  for (const slug of ["for-r-users", "rebuild-the-headline", "two-year-lag"]) {
    const shown = Object.entries(marks).flatMap(([name, mark]) =>
      name.includes(slug) && "html" in mark ? [mark.html] : []
    );
    const names = Array.from(shown.join("").matchAll(/role="region" aria-label="([^"]+)"/g), ([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  }
});
