import {describe, expect, it} from "vitest";
import {textWidth} from "../../src/components/parts/textWidth.js";
import {wrapText} from "../../src/components/parts/wrapText.js";

const widths = Array.from({length: 40}, (_, i) => 100 + 8 * i);
const broken = (text: string): string[] => widths.flatMap((width) => wrapText(text, width, {lines: 6}));

describe("wrapText(text, width)", () => {
  it("breaks no interval within its brackets: a forest's label on a phone used to end in (0.06 to", () => {
    for (const range of ["(\u22120.152 to 0.024)", "(0.06 to 0.29)", "（\u22120.15〜0.02）"]) {
      const lines = broken(`Within department and year, wild cluster bootstrap: +0.17 ${range}`);
      expect(lines.filter((line) => /[（(]/.test(line) !== /[)）]/.test(line))).toEqual([]);
      expect(lines.some((line) => line.includes(range))).toBe(true);
    }
  });

  it("breaks at no fixed space, and still at every other", () => {
    const lines = broken("answered by 41\u202f% of\u00a0those invited");
    expect(lines.filter((line) => /^%|41$|of$/.test(line))).toEqual([]);
    expect(wrapText("one two", textWidth("one two") - 1)).toEqual(["one", "two"]);
    expect(wrapText("部署の利益率", textWidth("部署の"))).toEqual(["部署の", "利益率"]);
  });
});
