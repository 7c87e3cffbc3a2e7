import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {correlation, mixed, ols} from "../../src/notebook/engine.js";

const golden = new URL("../golden/notebook/", import.meta.url);
const answers = JSON.parse(readFileSync(new URL("worked.json", golden), "utf8"));
const [names = [], ...lines] = readFileSync(new URL("department_years.csv", golden), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const rows = lines.map((cells) =>
  Object.fromEntries(
    names.map((name, i) => [name, name === "department_id" ? cells[i]! : cells[i] === "" ? null : Number(cells[i])])
  )
);
const effects = "| department_id + fiscal_year";
const panel = {unit: "department_id", time: "fiscal_year", vcov: {cluster: "department_id", type: "CR2"}};

interface Answer {
  readonly n: number;
  readonly estimate: number | number[];
  readonly se: number | number[];
  readonly df: number | number[];
  readonly p: number | number[];
}

function expectSame(fit: ReturnType<typeof ols>, answer: Answer): void {
  expect(fit.n).toBe(answer.n);
  for (const key of ["estimate", "se", "df", "p"] as const)
    for (const [i, value] of [answer[key]].flat().entries()) expect(fit.terms[i]![key]).toBeCloseTo(value, 8);
}

const sizes = new Map<string, number>();
for (const {department_id: id, headcount} of rows)
  sizes.set(String(id), (sizes.get(String(id)) ?? 0) + Number(headcount));
const order = [...sizes.keys()].toSorted((a, b) => sizes.get(a)! - sizes.get(b)!);
const among = (ids: readonly string[]): typeof rows => rows.filter((row) => ids.includes(String(row.department_id)));

describe("what the worked notebooks estimate is what R estimates from the released table", () => {
  it.each<[string, string, readonly object[], Answer]>([
    ["headline", "participation", rows, answers.headline],
    ["the year after", "l(participation, -1)", rows, answers.lags.after],
    ["one year before", "l(participation, 1)", rows, answers.lags.before1],
    ["two years before", "l(participation, 2)", rows, answers.lags.before2],
    ["all lags", "participation + l(participation, 1) + l(participation, 2)", rows, answers.together],
    ["smaller half", "participation", among(order.slice(0, order.length / 2)), answers.halves.smaller],
    ["larger half", "participation", among(order.slice(order.length / 2)), answers.halves.larger],
    ["without the three largest", "participation", among(order.slice(0, -3)), answers.withoutLargest],
    ["without the three smallest", "participation", among(order.slice(3)), answers.withoutSmallest]
  ])("%s", (_, terms, given, answer) => {
    expectSame(ols(`margin ~ ${terms} ${effects}`, given as never, panel), answer);
  });

  it("weighted by employees", () => {
    expectSame(
      ols(`margin ~ participation ${effects}`, rows as never, {...panel, weights: "headcount"}),
      answers.weighted
    );
  });

  it("without levels, by a mixed model, and by ranks", () => {
    const plain = ols("margin ~ participation + log(headcount)", rows as never);
    for (const key of ["estimate", "se", "p"] as const)
      plain.terms.forEach((term, i) => expect(term[key]).toBeCloseTo(answers.plain[key][i], 8));
    const model = mixed("margin ~ participation + (1 | department_id) + (1 | fiscal_year)", rows as never);
    for (const key of ["estimate", "se"] as const)
      model.terms.slice(0, 2).forEach((term, i) => expect(term[key]).toBeCloseTo(answers.mixed[key][i], 6));
    const ranks = correlation(rows as never, {x: "participation", y: "margin", kind: "spearman"});
    expect(ranks.terms[0]!.estimate).toBeCloseTo(answers.spearman, 10);
  });
});
