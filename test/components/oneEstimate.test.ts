import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {forest} from "../../src/components/figures/forest.js";

it("forest() of one estimate says it in the singular", () => {
  const {document} = new JSDOM("").window;
  const one = {label: "Averages", estimate: 0.2, low: 0.1, high: 0.3, unit: "points", n: 30, rows: "modules"};
  const evidence = [{...one, naive: true, df: 28, p: 0.01, note: ""}];
  const said = forest(evidence, {title: "The difference", document}).outerHTML;
  expect(said).toContain("One estimate (points): Averages +0.20 (0.10 to 0.30), n 30.");
  expect(said).not.toContain("1 estimates");
});
