import {describe, expect, it} from "vitest";
import {digitsFor, interval} from "../../src/evidence/format.js";

describe("digitsFor(low, high)", () => {
  it("shows two digits of the half width", () => {
    expect(interval(0.21, 0.64)).toBe("0.21 to 0.64");
    expect(interval(-13.4, 35.2)).toBe("−13 to 35");
  });

  it("shows on which side of nought an end lies: −0.0012 used to be printed as 0.00", () => {
    expect(interval(-0.0012, 0.232)).toBe("−0.001 to 0.232");
    expect(interval(-0.35, -0.004)).toBe("−0.350 to −0.004");
  });

  it("adds no digits for an end that is nought, nor for one that no reader would tell from it", () => {
    expect(digitsFor(0, 0.25)).toBe(2);
    expect(digitsFor(1e-9, 0.25)).toBe(2);
  });
});
