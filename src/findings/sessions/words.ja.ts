import {impossibleSentence} from "../../words/ja/card.js";
import {sidedInterval} from "../../words/ja/intervals.js";
import {count, decimal, digitsFor, isZero, percent, size} from "../../words/ja/numbers.js";
import {sideAdverb, sideWord} from "../../words/ja/outcome.js";
import type {Side} from "../../words/en/words.js";
import type {Of, SessionsNumbers} from "./words.en.js";

export const question = (persons: string): string =>
  `${persons}はセッションを評価したか、どのモジュールの評価が高かったか`;

export function title(share: number, {clear, side, persons}: {clear: boolean; side: Side; persons: string}): string {
  const first = `${persons}による評価の${percent(share)}が好意的`;
  return clear
    ? `${first}、内省のモジュールの評価は他のモジュールより${sideWord[side]}傾向`
    : `${first}、内省のモジュールに明確な差は確認されず`;
}

export const way = (of: Of): string =>
  ({
    place: "年度内の同じ時期での比較（誤差はモジュール別）",
    averages: "モジュールの平均",
    shares: "モジュール別の好意的な評価の割合"
  })[of];

export function sentence({of, estimate, low, high, n, scale, modules, p = null}: SessionsNumbers): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high, estimate);
  const amount = size(estimate, digits);
  const runs = modules ? `モジュール別の好意的な評価の割合は${percent(modules[0])}〜${percent(modules[1])}です。` : "";
  const on = scale && of !== "shares" ? `（${scale[0]}〜${scale[1]}の尺度）` : "";
  const based = of === "place" ? `${count(n)}件の評価` : `${count(n)}件のモジュール`;
  const range =
    low === null || high === null ? `${based}に基づきます。` : sidedInterval({low, high}, side, {digits, based, p});
  const differed = (unit: string): string =>
    isZero(amount) ? `他のモジュールと同じです${on}` : `${amount}${unit}${on}${sideAdverb[side]}なっています`;
  const compared = {
    place: `年度内の同じ時期で比べると、内省のモジュールの評価は${differed("点")}。`,
    averages: `モジュールの平均で比べると、内省のモジュールの評価は${differed("点")}。`,
    shares: `内省のモジュールの好意的な評価の割合は、${isZero(amount) ? "" : "他のモジュールより"}${differed("ポイント")}。`
  };
  return `${runs}${compared[of]}${range}`;
}

export const beside = (response: number): string => `出席したセッションのうち${percent(response)}に評価があります。`;

export const impossible = impossibleSentence;
export const alternative = "セッションをあまり好まない人が、欠席したり評価しなかったりした可能性があります。";
export const wouldChange = "全員による評価、または無作為に選んだ人を追跡した評価です。";

export const absent = (response: number): string =>
  `出席したセッションのうち評価があるのは${percent(response)}です。残りは含まれません。`;

export const asks = {
  rated: () => "出席したセッションの評価は十分に集まっているか",
  ordered: () => "評価を数値ではなく順序として扱っても成り立つか"
};

export function orderedReason({
  odds,
  low,
  high,
  clear
}: {
  odds: number;
  low: number;
  high: number;
  clear: string;
}): string {
  return `より高い評価となるオッズは${decimal(odds)}倍（${decimal(low)}〜${decimal(high)}）で、${clear}。`;
}
