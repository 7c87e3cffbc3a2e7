import {describe, expect, it} from "vitest";
import {crossProducts, keptSums} from "../../../src/stats/linalg/crossProducts.js";
import {dotProduct} from "../../../src/stats/linalg/dotProduct.js";
import {productsByCode} from "../../../src/stats/linalg/productsByCode.js";
import {squaresAbout} from "../../../src/stats/linalg/squaresAbout.js";
import {random} from "../../../src/stats/random.js";

const {normal, below} = random(8);
const columnsOf = (k: number, n: number): Float64Array[] =>
  Array.from({length: k}, () => Float64Array.from({length: n}, normal));

describe("crossProducts(columns)", () => {
  it.each([1, 2, 3, 4, 5, 9])("of %i columns are the compensated products, whatever their rows", (k) => {
    for (const n of [1, 127, 128, 1001]) {
      const columns = columnsOf(k, n);
      const products = crossProducts(columns);
      expect(products).toHaveLength(k);
      columns.forEach((a, i) =>
        columns.forEach((b, j) => {
          expect(Math.abs(products[i]![j]! - dotProduct(a, b))).toBeLessThan(1e-14 * n);
          expect(products[i]![j]).toBe(products[j]![i]);
        })
      );
    }
  });

  it("lose no more than a block does over a million rows of one sign", () => {
    const tenth = new Float64Array(1_000_000).fill(Math.sqrt(0.1));
    expect(Math.abs(crossProducts([tenth])[0]![0]! / dotProduct(tenth) - 1)).toBeLessThan(2e-14);
    expect(Math.abs(squaresAbout(tenth, 1) / dotProduct(tenth.map((value) => value - 1)) - 1)).toBeLessThan(2e-14);
  });
});

describe("keptSums(columns)", () => {
  it.each([1, 3, 4, 6])("adds the products of a column's blocks with %i others", (k) => {
    const [x, ...others] = columnsOf(k + 1, 300);
    const sums = keptSums(others);
    sums.add(x!, 0, 130);
    sums.add(x!, 130, 300);
    const totals = sums.totals();
    expect(totals).toHaveLength(k);
    others.forEach((other, j) => expect(totals[j]).toBeCloseTo(dotProduct(x!, other), 11));
  });
});

describe("productsByCode(x, others, codes)", () => {
  it.each([1, 2, 4, 5, 7])("sums by code with %i others, in runs or not", (k) => {
    const [x, ...others] = columnsOf(k + 1, 200);
    for (const codes of [Int32Array.from(x!, (_, row) => row >> 3), Int32Array.from(x!, () => below(25))]) {
      const sums = productsByCode(x!, others, {levels: 25, codes});
      others.forEach((other, j) => {
        const expected = new Float64Array(25);
        codes.forEach((code, row) => (expected[code]! += x![row]! * other[row]!));
        expected.forEach((value, code) => expect(sums[j]![code]).toBeCloseTo(value, 11));
      });
    }
  });
});
