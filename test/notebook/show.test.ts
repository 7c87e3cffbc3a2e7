import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {ols} from "../../src/notebook/engine.js";
import {show} from "../../src/notebook/show.js";

const rows = Array.from({length: 40}, (_, i) => ({
  x: (i * 7) % 11,
  y: 5e7 + 0.01 * ((i * 7) % 11) + ((i * 13) % 7) / 20
}));

it("show(fit) prints an estimate, its error and its interval with the same digits: they used to differ by column", () => {
  const {document} = new JSDOM("").window;
  const cells = [...show(ols("y ~ x", rows), document)!.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td, th")].map((cell) => cell.textContent ?? "")
  );
  expect(cells).toHaveLength(2);
  for (const [, estimate, se, , , , low, high] of cells) {
    const digits = [estimate, se, low, high].map((text) => text?.split(".")[1]?.length);
    expect(new Set(digits).size).toBe(1);
    expect(digits[0]).toBeGreaterThanOrEqual(3);
  }
  const p = cells[1]?.[5] ?? "";
  expect(Number(p)).toBeGreaterThan(0);
});
