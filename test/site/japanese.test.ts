import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {publish, type Published} from "../../loaders/release/publish.js";
import {unmatchedNames} from "../../loaders/release/unmatchedNames.js";
import {putMarks} from "../../loaders/site/heldMarks.js";
import {type Stage, stageSite} from "../../loaders/site/stageSite.js";
import {nameStudy, speak} from "../../src/words/language.js";

let stage: Stage;
let release: Published;

beforeAll(async () => {
  release = await publish("data/fujitsu-ssl", {language: "ja"});
  stage = await stageSite(release, join(await mkdtemp(join(tmpdir(), "longview-japanese-")), "stage"), {later: true});
}, 300_000);

afterAll(() => {
  speak("en");
  nameStudy();
});

const reading = (address: string): boolean => /^(index|overview)\.html$|^findings\//.test(address);

/** What a reader meets on a page, a text each: no code, no markup, no head. */
function textsOf(markdown: string): string[] {
  const whole = putMarks(markdown, stage.held, "index.html");
  const told = [...whole.matchAll(/(?:aria-label|title)="([^"]*)"/g)].map(([, text = ""]) => text);
  const prose = whole
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replaceAll(/```js[\s\S]*?```/g, "")
    .replaceAll(/<(code|script|style)[\s\S]*?<\/\1>/g, "");
  return [...prose.split(/<[^>]*>|\n/), ...told].map((text) =>
    text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  );
}

it("builds the report, the overview and the findings of the default study in Japanese, and no other page", () => {
  expect(stage.frame.language).toBe("ja");
  expect(stage.pages.filter(({address}) => reading(address))).toHaveLength(8);
  // past releases' pages are copies of one, where this clone has published before
  for (const {address} of stage.pages.filter((page) => !page.address.startsWith("archive/")))
    expect(stage.written.get(address), address).toBe(reading(address) || address === "glossary.html" ? "ja" : "en");
});

it("finds something for each of the study's own names", async () => {
  expect(await unmatchedNames(release)).toEqual([]);
});

it("leaves no English sentence on them: no four Latin words in a row", () => {
  const left = stage.pages
    .filter(({address}) => reading(address))
    .flatMap(({address, markdown}) =>
      textsOf(markdown)
        .filter((text) => /[A-Za-z]{2,}[,.;:]? [A-Za-z]+[,.;:]? [A-Za-z]+[,.;:]? [A-Za-z]+/.test(text))
        .map((text) => `${address}: ${text}`)
    );
  expect(left).toEqual([]);
});

it("estimates what the English site does, to the last digit", async () => {
  const english = await publish("data/fujitsu-ssl");
  const numbersOf = ({findings}: Published) =>
    findings.value.findings.map(({id, level, certainty, primary, evidence}) => ({
      id,
      level,
      certainty,
      primary: [primary?.estimate, primary?.low, primary?.high],
      all: evidence.map(({estimate, low, high, n}) => [estimate, low, high, n])
    }));
  expect(numbersOf(release)).toEqual(numbersOf(english));
  expect(release.fingerprint.inputs).not.toBe(english.fingerprint.inputs);
});
