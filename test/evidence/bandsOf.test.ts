import {describe, expect, it} from "vitest";
import {bandCentre, toBand} from "../../loaders/disclosure/round.js";
import {bandsOf} from "../../src/evidence/bandsOf.js";

const shares = Array.from({length: 41}, (_, i) => i / 40);
const alike = shares.map(() => 40);

describe("bandsOf()", () => {
  it.each([0.1, 0.125, 0.2, 0.25, 0.5])("finds bands of a width of %d", (width) => {
    const banded = shares.map((share) => bandCentre(share, width));
    for (const one of bandsOf(banded, alike) ?? []) expect(one).toBeCloseTo(width, 12);
    expect(bandsOf(banded, alike)).toHaveLength(shares.length);
  });

  it("tells the wider bands of few persons from the others, and an exact zero", () => {
    const round = toBand({width: 0.1, units: 2, step: 5, least: 10});
    const persons = [10, 14, 20, 40];
    const rows = persons.flatMap((count) => shares.map((share) => ({count, share: round?.(share, count) ?? NaN})));
    const found = bandsOf(
      [0, ...rows.map(({share}) => share)],
      [10, ...rows.map(({count}) => 5 * Math.round(count / 5))]
    );
    const expected = persons.flatMap((_, i) => shares.map(() => [1 / 5, 1 / 6, 1 / 9, 1 / 10][i] ?? NaN));
    expect(found?.[0]).toBe(0);
    for (const [row, width] of expected.entries()) expect(found?.[row + 1]).toBeCloseTo(width, 12);
  });

  it("finds none in shares as they are", () => {
    expect(bandsOf(shares, alike)).toBeNull();
    expect(bandsOf([0, 1], [40, 40])).toBeNull();
    expect(bandsOf([], [])).toBeNull();
  });
});
