import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {columns} from "../../src/components/figures/columns.js";

const {document} = new JSDOM("").window;
const rows = [0.5, 0.99, 1, 1.2, 1.9, 3.1, null].map((size) => ({size}));
const draw = (step: number): HTMLElement =>
  columns(rows, {value: {name: "size", label: "Size", digits: 0}, step}, {title: "Sizes", document});

describe("columns()", () => {
  it("counts the values of each step, its lower end included, and leaves out what is missing", () => {
    const cells = [...draw(1).querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent)
    );
    expect(cells).toEqual([
      ["0", "1", "2"],
      ["1", "2", "3"],
      ["3", "4", "1"]
    ]);
  });

  it("draws a column a step", () => {
    expect(draw(1).querySelectorAll("g[fill='var(--outcome)'] rect")).toHaveLength(3);
  });

  it("refuses a step that is none", () => {
    expect(() => draw(0)).toThrow("invalid step; not above 0: 0");
  });
});
