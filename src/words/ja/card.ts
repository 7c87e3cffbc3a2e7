import type {ComparisonMade, Sureness} from "../en/card.js";
import {unitNoun} from "../studyNouns.js";
import {list} from "./numbers.js";
import {trustHeadings} from "./trust.js";

export {sizeOf} from "../en/card.js";

type Certainty = Sureness["certainty"];
type Domain = Sureness["lowered"][number];

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  "very low": "非常に低い",
  low: "低い",
  moderate: "中程度",
  high: "高い"
};

export const levelWords = {
  1: "比較対象なし",
  2: "条件が異なりうる対象との比較",
  get 3() {
    return `同種の${unitNoun().many}を年度を追って比較`;
  },
  4: "3と同じで、開始時期を第三者が決定",
  5: "無作為に割り当て"
} as const;

export const gradingNote = (words: readonly string[]): string =>
  `確信度は${words.map((word) => `「${word}」`).join("")}の4段階です。件数の集計または無作為の割り当てでは最高で「高い」、第三者が決めた開始では「中程度」、その他の比較では「低い」から始め、満たさない、または実施できない確認事項の種類ごとに1段階下げます。「不明」の確認事項は、「低い」より上から始める場合に限り、全体で1段階下げます。`;

export function sizeSentence({
  clear,
  size,
  worthwhile
}: {
  readonly clear: boolean;
  readonly size: "beyond" | "inside" | "across";
  readonly worthwhile: string;
}): string {
  const first = clear ? "" : "この推定値は統計的に明確ではありません。";
  if (size === "beyond") return `${first}差は実務上意味のある大きさです。`;
  if (size === "inside") return `${first}差は小さく、実務上の意味はありません。`;
  return `${first}実務上意味のある最小の差は${worthwhile}です。区間にはこれより小さい差も大きい差も含まれるため、この差に実務上の意味があるかは判断できません。`;
}

export function comparisonSentence({
  level,
  unit,
  adjustedFor = [],
  body,
  followed = false,
  persons,
  within = [],
  account,
  against = "残り"
}: ComparisonMade): string {
  const itself = `各${unit.one}を他の年度の自らと、また同じ年度の他の${unit.one}と比較`;
  const adjusted = adjustedFor.length === 0 ? "" : `（${list(adjustedFor)}を調整）`;
  switch (level) {
    case 1:
      return "比較対象なし。";
    case 2:
      if (followed) return `${itself}（以前の年度がなく、推移が同じだったかは不明）。`;
      return persons
        ? `参加した${persons.many}を、参加していない同様の${persons.many}と比較${adjusted}。`
        : `条件が異なりうる${unit.many}の比較${adjusted}。`;
    case 3:
      return `${itself}。`;
    case 4:
      return `${itself}。開始時期は${body ?? "第三者"}が決定。`;
    case 5:
      return account == null
        ? `${within.length === 0 ? "" : `同じ${list(within)}の中で`}無作為に選んだ${unit.many}を${against}と比較。`
        : `${account}比較の対象は${against}。`;
  }
}

export const loweredBecause: Readonly<Record<Domain, string>> = {
  selection: "比較した対象が以前から異なっていた可能性",
  missing: "欠測の多さ",
  measurement: "測定の信頼性（尺度の変更や、参加の有無を知る人による評価を含む）",
  precision: "「差なし」と「意味のある差」の両方を含む区間",
  consistency: "他の妥当な比較との不一致",
  multiplicity: "多重検定の調整後は明確でないこと"
};

export function surenessSentence({certainty, ceiling, answered, of, lowered, unchecked = []}: Sureness): string {
  const most = certainty === "low" && ceiling === "low" ? "（この種の比較での上限）" : "";
  const checks = of === 0 ? "" : `確認事項${of}件のうち${answered}件が「はい」。`;
  const known = lowered.filter((domain) => !unchecked.includes(domain)).map((domain) => loweredBecause[domain]);
  const unknown = unchecked.map((domain) => `「${trustHeadings[domain]}」`).join("");
  const said = [...known, ...(unknown === "" ? [] : [`${unknown}の一部を確認できなかったこと`])];
  const because = said.length === 0 ? "" : `引き下げの理由：${said.join("、")}。`;
  return `${certaintyWords[certainty]}${most}。${checks}${because}`;
}

export function impossibleSentence(reason: string): string {
  return `この比較は実施できませんでした。理由：${reason}。`;
}
