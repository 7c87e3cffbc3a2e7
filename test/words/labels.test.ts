import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {evidence} from "../../src/words/ja/phrases/evidence.js";
import {figures} from "../../src/words/ja/phrases/figures.js";
import {findings} from "../../src/words/ja/phrases/findings.js";
import {pages} from "../../src/words/ja/phrases/pages.js";
import {hasUnit} from "../../src/words/ja/units.js";
import {filesIn} from "../filesIn.js";
import {literalsIn} from "./sentencesIn.js";

const rooms = /\.(?:en|ja)\.ts$/;
const phrases = new Set([evidence, figures, findings, pages].flatMap((some) => Object.keys(some)));

const codeIn = (roots: readonly string[]): string[] => filesIn(roots, ".ts").filter((file) => !rooms.test(file));

/** Texts that a reader meets and that no language is asked for: labels, and any two words in a row. */
export function unspoken(source: string): string[] {
  return literalsIn(source)
    .filter(({text, before}) => !elsewhere.test(before) && !code.test(text) && !hasUnit(text))
    .filter(
      ({text, before}) =>
        (labelled.test(before) && /^[A-Z][a-z]/.test(text)) ||
        (/[A-Za-z]{2,} [a-z]{2,}|[a-z]{2,} \d/.test(text) && !phrases.has(text))
    )
    .map(({text}) => text);
}

const labelled = /\b(?:label|caption|title|subtitle|heading|note|empty|xLabel|yLabel|words)"?: (?:[\w.]+ \? )?$/;
/** asked of `say`, or what simulated studies are asked, for who reads the code; thrown at who writes code; compared, looked up or an attribute */
const elsewhere =
  /(?:\b(?:say|sayName)\(\s*|Error\(\s*|\bfrom |\bimport\(|[!=]== |querySelector(?:All)?(?:<\w+>)?\(\s*|\b(?:asked|state|class|style|d|transform)"?: (?:[\w.]+ \? "[^"]*" : )?)$/;
/** a selector, a style, markup, or a state that the rooms of words are asked for */
const code = /^(?:showed no clear trend|[.#[<].*|.*[{};]$|figure-.*|table-scroll .*|tbody .*|thead .*)$/;

it("each label and each two words that a reader meets are asked of say, so that what has no Japanese does not compile", () => {
  const found = codeIn(["src/components/figures", "src/components/parts", "src/findings", "src/report"]).flatMap(
    (file) => unspoken(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`)
  );
  expect(found).toEqual([]);
});

it("unspoken(source) sees labels and words in ternaries, not what say is asked or code compares", () => {
  expect(unspoken('const a = {label: "Attendance"};')).toEqual(["Attendance"]);
  expect(unspoken('const a = known ? b : "no such thing";')).toEqual(["no such thing"]);
  expect(unspoken('const a = {label: say("Attendance"), name: "attendance"};')).toEqual([]);
  expect(unspoken('if (unit === "parts of it") throw new RangeError("Not this one");')).toEqual([]);
});

it("each unit that our estimates and measures name has a Japanese name", () => {
  const named = codeIn(["src/findings", "src/evidence"])
    .filter((file) => !file.includes("robustness"))
    .flatMap((file) =>
      literalsIn(readFileSync(file, "utf8")).flatMap(({text, before}) =>
        /\bunit(?::| =) (?:\w+ \? )?$/.test(before) && !/_|^(?:unit)?$/.test(text) ? [text.replace("…", "yen")] : []
      )
    );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((unit) => !hasUnit(unit))).toEqual([]);
});

it("the name of each page in the navigation is a phrase", () => {
  const names = filesIn(["src"], ".md").flatMap((file) => {
    const [, name] = /^nav: (.*)$/m.exec(readFileSync(file, "utf8")) ?? [];
    return name === undefined || name.includes("@{") ? [] : [name.replace(/^"|"$/g, "")];
  });
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !phrases.has(name))).toEqual([]);
});
