import type {ClaimState} from "../en/claimed.js";
import type {StudyWords} from "../en/words.js";
import {count, percent} from "./numbers.js";

export function claimCell(shown: ClaimState): string {
  switch (shown.state) {
    case "yes":
      return `はい（${shown.how}）`;
    case "on average":
      return onAverage(shown);
    case "between":
      return `${shown.units ?? "対象"}間の差のみ`;
    case "reverse":
      return "逆の結果";
    case "unclear":
      return "明確ではない";
    case "small":
      return "小さく、実務上の意味なし";
    case "all rose":
      return "いずれも増加、理由は不明";
    case "untestable":
      return "検証できない";
  }
}

function onAverage({persons, rated}: Extract<ClaimState, {state: "on average"}>): string {
  if (rated === null) return `平均では高い（同様の${persons}との比較）`;
  const [low, high] = [percent(rated[0]), percent(rated[1])];
  const share = low === high ? low : `${low}〜${high}`;
  return rated[1] < 0.5
    ? `平均では高いが、大半ではない（評価が上昇したのは${share}）`
    : `平均では高い（同様の${persons}との比較、評価が上昇したのは${share}）`;
}

export const claimHow = {drawn: "無作為の割り当て", overTime: "年度を追った比較", inSessions: "セッション内"} as const;
export const favourableShare = (share: string): string => `評価の${share}が好意的`;

export const claimHeadings = {
  claim: "主張",
  shown: "本データでの結果",
  simple: "単純比較",
  main: "主たる比較",
  sure: "確信度"
} as const;

export const claimsCaption = "主張された効果と、本データが示すこと";

export const claimsNote = (step: string, {unit}: StudyWords, {margin}: {readonly margin: boolean}): string =>
  `${margin ? `利益そのものは${unit.one}の規模が大きいほど大きくなるため、${unit.many}は利益率（売上高に占める利益の割合）で比較しています。` : ""}` +
  `${unit.many}間および調査スコアの差は${step}の値です。かっこ内は95%信頼区間です。確信度は差の方向についてのもので、理由についてのものではありません。`;

export function claimsIntroduction({
  source,
  number,
  synthetic
}: {
  readonly source: string;
  readonly number: number;
  readonly synthetic: boolean;
}): string {
  const ours = synthetic
    ? "本データは模擬データです。「はい」は主張の確かめ方を示すもので、元の取り組みについては何も示しません。"
    : "";
  return `${source}は、数値を示さずに${count(number)}件の結果を報告しています。本報告では同じ問いを本データで検証します。${ours}`;
}
