/** A study of places and a tax, in which nobody takes part: no page speaks of what it does not have. */
import {beforeAll, describe, expect, it} from "vitest";
import {publish} from "../../loaders/release/publish.js";
import {releaseSummary} from "../../loaders/release/history/releaseSummary.js";
import {fillMarks} from "../../loaders/site/fillMarks.js";
import {marksFor} from "../../loaders/site/marks/marksFor.js";
import {readPages} from "../../loaders/site/pages.js";

const said = ["index.md", "robustness.md", "data.md", "plan.md", "findings/departments.md"];

function wordsOf(html: string): string {
  return html
    .replace(/^---[\s\S]*?---/, "")
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, " ");
}

describe("marksFor() of a study of states and a tax", () => {
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const release = await publish("data/us-fatalities");
    const marks = await marksFor(release, [], {summary: await releaseSummary(release), history: []});
    const all = (await readPages("src")).filter(({file}) => said.includes(file));
    pages = new Map(all.map(({file, markdown}) => [file, wordsOf(fillMarks(markdown, marks, file))]));
  }, 240_000);

  it.each(said)("has words of its own on %s", (file) => {
    const text = pages.get(file) ?? "";
    expect(text.length).toBeGreaterThan(500);
    const others =
      /.{0,60}\b(participation|took part|take part|managers?|department|coaching|one line|line of business)\b/gi;
    expect(
      text
        .replaceAll(/department_(id|years|lineage)|departments?\.csv|of departments?:|departments:/g, "")
        .match(others)
    ).toBeNull();
  });

  it("calls measures by their labels, and what units are exposed to by its name", () => {
    expect(pages.get("robustness.md")).toContain("of what remains of the beer tax and of the outcome");
    expect(pages.get("robustness.md")).not.toContain("fatality rate");
    expect(pages.get("index.md")).toContain("the beer tax was 10 cents a case higher");
    expect(pages.get("index.md")).toContain("How the beer tax changed");
    expect(pages.get("index.md")).toContain("in years when the beer tax was higher");
    expect([...pages.values()].filter((text) => text.includes("as the beer tax rose"))).toEqual([]);
    expect(pages.get("index.md")).toContain("most of the change is inflation");
    expect(pages.get("index.md")).not.toContain("return on investment");
    expect(pages.get("index.md")).not.toContain("neither costs nor hours");
    expect(pages.get("findings/departments.md")).toContain("Beer tax (dollars of 1988 a case)");
    expect(pages.get("robustness.md")).toContain("unemployment");
    expect(pages.get("data.md")).toContain("The rows are public already");
    expect(pages.get("plan.md")).toContain("1 finding, on its own page");
  });

  it("names its years, its regions, its finding, and no page or table of persons that there is not", () => {
    expect(pages.get("index.md")).toContain("Years are calendar years.");
    expect(pages.get("findings/departments.md")).toContain("states of one region exchange all their years");
    expect(pages.get("plan.md")).toContain("States: whether traffic deaths and beer tax rise or fall together.");
    expect(pages.get("plan.md")).toContain("STROBE, for observational studies");
    expect(pages.get("plan.md")).toContain("was higher: an observational study of states");
    expect(pages.get("plan.md")).toContain(
      "0.2 per 10,000 people, where the beer tax was 1 dollar of 1988 a case higher"
    );
    expect(pages.get("plan.md")).not.toContain("The robustness page");
    expect(pages.get("data.md")).toContain("No table of persons is made from these files.");
  });
});
