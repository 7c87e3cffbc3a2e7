import {expect, it} from "vitest";
import {unbroken} from "../../loaders/site/unbroken.js";

const joined = (text: string, next?: string): string =>
  unbroken(text, next).replaceAll("\u2060", "|").replaceAll("\u202f", "_");

it("unbroken(text) keeps a number with its percent sign, and the ends of an interval together", () => {
  expect(joined("A 95 % interval")).toBe("A 95_% interval");
  expect(joined("区間は0.06〜0.29です")).toBe("区間は0.06|〜|0.29です");
});

it("unbroken(text) keeps a Japanese name, a quoted answer and an interval's name on one line", () => {
  expect(joined("ピア・コーチングの効果")).toBe("ピア・|コーチングの効果");
  expect(joined("13件のうち7件が「はい」。「いいえ」")).toBe("13件のうち7件が「は|い」。「い|い|え」");
  expect(joined("95%信頼区間")).toBe("95%|信頼区間");
  expect(joined("なっています。95%", "信頼区間")).toBe("なっています。95%|");
  expect(joined("確信度：非常に低い。")).toBe("確信度：非常に|低い。");
  expect(joined("部門間")).toBe("部|門間");
});

it("unbroken(text) leaves what may break", () => {
  expect(joined("部署・年度、利益・売上高")).toBe("部署・年度、利益・売上高");
  // a table's cell ends here: whoever copies it used to copy a mark that nobody sees
  expect(joined("12%")).toBe("12%");
  expect(joined("95%", "の人")).toBe("95%");
});
