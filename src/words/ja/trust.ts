import {list} from "./numbers.js";

type State = "answered" | "open" | "failed" | "unmade";
type Domain = "selection" | "missing" | "measurement" | "precision" | "consistency" | "multiplicity";

export const trustHeadings = {
  question: "問い",
  answer: "答え",
  comparison: "比較の方法",
  sure: "確信度",
  selection: "以前からの差",
  missing: "欠測",
  measurement: "測定の誤り",
  precision: "精度の不足",
  consistency: "比較の不一致",
  multiplicity: "多重検定の偶然"
} as const;

const cells: Readonly<Record<State, string>> = {
  answered: "排除",
  failed: "懸念あり",
  open: "未解決",
  unmade: "未確認"
};

export function trustCell(state: State, {domain, chosen}: {readonly domain: Domain; readonly chosen: boolean}): string {
  return cells[domain === "selection" && chosen && state === "answered" ? "open" : state];
}

export const trustCaption =
  "この問題で結果を説明できるか。「排除」は、該当するすべての確認事項の答えが「はい」であること（偏りを測るものでは、95%の信頼水準で実務上意味のない大きさであること）を、「未確認」は、確認できなかったか、その比較に確認事項がないことを示します。このうち確信度を下げるのは、確認できなかった場合だけです。";

export function togetherSentence(
  better: readonly string[],
  worse: readonly string[],
  {made = 2}: {readonly made?: number} = {}
): string {
  const n = better.length + worse.length;
  if (n === 0) return "明確な比較はありません。";
  if (made === 1) return "比較はこの1件のみで、明確です。";
  if (n === 1) return "明確な比較は1件だけであり、全体の傾向とは言えません。";
  if (better.length > 0 && worse.length > 0)
    return `${list(better)}は期待した方向、${list(worse)}は逆の方向を示しています。`;
  return `明確な比較${n}件（${list([...better, ...worse])}）は、いずれも${worse.length === 0 ? "期待した方向" : "期待とは逆の方向"}を示しています。`;
}
