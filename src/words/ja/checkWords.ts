import {count, decimal, limit as asSet, percent, pValue} from "./numbers.js";
import {withUnit} from "./units.js";

type State = "answered" | "open" | "failed" | "unmade";

export const checkAnswers: Readonly<Record<State, string>> = {
  answered: "はい",
  open: "不明",
  failed: "いいえ",
  unmade: "未確認"
};

export const checkHeadings = {question: "確認事項", answer: "答え", why: "理由"} as const;

interface Shown {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly digits: number;
}

const value = ({estimate, unit, digits}: Shown): string => withUnit(decimal(estimate, digits), unit);
const range = ({low, high, digits}: Shown): string => `${decimal(low, digits)}〜${decimal(high, digits)}`;

export function biasReason(state: Exclude<State, "unmade">, shown: Shown, limit: number, worthwhile: number): string {
  const amount = (size: number): string => withUnit(decimal(size, shown.digits), shown.unit);
  if (state === "failed") return `差がないはずのところに、${value(shown)}（${range(shown)}）の明確な差があります。`;
  if (state === "answered" && limit <= 0) return "偏りがあるとしても、見いだされた差とは逆の方向に働きます。";
  return state === "answered"
    ? `偏りは${amount(limit)}未満です（実務上意味があるのは${asSet(worthwhile, shown.unit)}以上）。`
    : `${amount(limit)}の偏りを排除できません（実務上意味があるのは${asSet(worthwhile, shown.unit)}以上）。`;
}

export function estimateReason(
  shown: Shown,
  side: "same" | "other" | "neither" | "both" | "along" | "turned" | "alone"
): string {
  const clear = {
    same: "同じ方向に明確です",
    other: "逆の方向に明確です",
    neither: "明確ではありません",
    both: "主たる比較と同じく明確ではありません",
    along: "主たる比較と同じ方向ですが、同じく明確ではありません",
    turned: "明確ではなく、主たる比較と逆の方向です",
    alone: "主たる比較と異なり明確です"
  }[side];
  return `推定値は${value(shown)}（${range(shown)}）で、${clear}。`;
}

export function shareReason(share: number, what: string, enough: number): string {
  return `${what}は${percent(share)}です。${percent(enough)}未満であれば懸念されます。`;
}

export function precisionReason(
  {low, high}: {readonly low: number; readonly high: number},
  size: number,
  unit: string
): string {
  const worthwhile = `意味のある差（${asSet(size, unit)}）`;
  if (low > 0 || high < 0) return "区間は「差なし」を含みません。";
  if (low > -size && high < size) return `区間は${worthwhile}を含みません。`;
  if (low === 0 || high === 0) return `区間は「差なし」に達し、${worthwhile}を含みます。`;
  return `区間は「差なし」と${worthwhile}の両方を含みます。`;
}

export function agreementReason(same: number, opposed: number, of: number): string {
  if (of === 0) return "他の比較はありません。";
  if (opposed > 0) return `${count(of)}件のうち${count(opposed)}件は明確に逆の方向です。`;
  return same === of
    ? `${count(of)}件すべてが一致しています。`
    : `${count(of)}件のうち${count(same)}件が一致し、残りは明確ではありません。`;
}

export function multiplicityReason(adjusted: number, of: number): string {
  return of === 1
    ? `比較は1件だけで調整は不要です。p値は${pValue(adjusted)}です。`
    : `${count(of)}件の比較に対する調整後のp値は${pValue(adjusted)}です。`;
}

export function rangeReason(low: number, high: number, unit: string, digits: number): string {
  return `推定値は${decimal(low, digits)}〜${withUnit(decimal(high, digits), unit)}の範囲にあります。`;
}

export function notCheckedReason(what: string, _plural: boolean): string {
  return `${what}のデータがありません。`;
}
