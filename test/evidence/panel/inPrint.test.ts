import {describe, expect, it} from "vitest";
import {evidenceWords} from "../../../src/evidence/evidenceWords.js";
import {inPrint} from "../../../src/evidence/panel/inPrint.js";
import {speaking} from "../../../src/words/language.js";
import {unitName} from "../../../src/words/say.js";

describe("inPrint(unit, spread)", () => {
  it("prints shares in percentage points, and money of large numbers in thousands or millions", () => {
    expect(inPrint("share", 0.1)).toEqual({scale: 100, unit: "percentage points"});
    expect(inPrint("yen", 2.4e8)).toEqual({scale: 1e-6, unit: "million yen"});
    expect(inPrint("yen", 2.4e4)).toEqual({scale: 1e-3, unit: "thousand yen"});
    expect(inPrint("dollars", 240)).toEqual({scale: 1, unit: "dollars"});
    expect(inPrint("people", 2.4e8)).toEqual({scale: 1, unit: "people"});
  });

  it("gives an estimate two digits beyond its interval's first, not one for each yen", () => {
    const {scale, unit} = inPrint("yen", 2.4e8);
    const [estimate, low, high] = [19_457_982, 512_344, 38_403_620].map((value) => scale * value) as [
      number,
      number,
      number
    ];
    expect(evidenceWords({estimate, low, high, unit})).toBe("19 million yen (1 to 38)");
  });

  it("has multiples that accounts have in Japanese: 百万円, 千円", () => {
    const units = ["million yen", "thousand yen", "million dollars", "yen"];
    expect(speaking("ja", () => units.map(unitName))).toEqual(["百万円", "千円", "百万ドル", "円"]);
    expect(units.map(unitName)).toEqual(units);
  });
});
