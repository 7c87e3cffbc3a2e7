import {beforeStart} from "../../words/ja/beforeStart.js";
import type {ExposurePhrases} from "../../words/en/exposure.js";
import {basedOn, sidedInterval} from "../../words/ja/intervals.js";
import {decimal, digitsFor, isZero, list, percent, size} from "../../words/ja/numbers.js";
import {sideAdverb, sideWord} from "../../words/ja/outcome.js";
import type {Side, StudyWords} from "../../words/en/words.js";
import type {BesideEngagement, EngagementNumbers, EngagementWords} from "./words.en.js";

export const question = ({noun}: ExposurePhrases): string =>
  `${noun}とともにエンゲージメントは高まったか、どの指標で最も高まったか`;

export function title({answer, side, phrases, study, measures, before, followed}: EngagementWords): string {
  const on = list(measures);
  switch (answer) {
    case "clear":
      return `${phrases.inYears}、${study.unit.many}の${on}のスコアが${sideWord[side]}傾向`;
    case "difference":
      return (
        `${phrases.unitsWithMore}は${on}のスコアが${sideWord[side]}${before ? `が、その差は${beforeStart(study)}から存在` : "傾向"}` +
        (followed ? `。${phrases.asRose}スコアが${side === "higher" ? "上がった" : "下がった"}かどうかは不明` : "")
      );
    case "small":
      return followed
        ? `${phrases.asRose}みられた${on}のスコアの変化は、実務上意味のない大きさ`
        : `${phrases.noun}による${on}のスコアの差は、実務上意味のない大きさ`;
    default:
      return `${phrases.noun}と${on}のスコアの間に明確な関連は確認されず`;
  }
}

export function sentence(
  {phrases, study, measures, followed}: Pick<EngagementWords, "phrases" | "study" | "measures" | "followed">,
  {estimate, low, high, n, rows, years = null}: EngagementNumbers
): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 3 : digitsFor(low, high);
  const how = followed ? `同じ${study.unit.one}を年度間で比較すると` : `すべての${rows}をまとめると`;
  const what = measures.length > 1 ? `${list(measures)}の平均` : `${list(measures)}のスコア`;
  const based = basedOn(n, rows, years);
  const range =
    low === null || high === null ? `${based}に基づきます。` : sidedInterval({low, high}, side, {digits, based});
  return `${how}、${phrases.perStep}${what}${isZero(size(estimate, digits)) ? "に違いはありません" : `は${size(estimate, digits)}点${sideAdverb[side]}なっています`}。${range}`;
}

export function beside({gap, response}: BesideEngagement): string {
  const other = gap
    ? isZero(size(gap.estimate, gap.digits))
      ? "これらの指標での差は、他の指標全体での差と同じです。"
      : `これらの指標での差は、他の指標全体での差を${size(gap.estimate, gap.digits)}点${gap.estimate < 0 ? "下" : "上"}回ります。この開きは明確で${gap.clear ? "す" : "はありません"}。`
    : "";
  return other + (Number.isNaN(response) ? "" : `回答率は${percent(response)}です。`);
}

export const alternative = ({unit, programme}: StudyWords, lower: boolean): string =>
  lower
    ? `雰囲気の良くない${unit.one}ほど、スコアが低く、${programme}に頼った可能性があります。`
    : `雰囲気の良い${unit.one}ほど、スコアが高く、${programme}に充てる時間もあった可能性があります。`;

export const wouldChange = ({unit}: StudyWords): string =>
  `開始を${unit.many}以外の者が決め、全員が回答した場合の結果です。`;

export const absent = (rows: string): string => `回答数が少ない${rows}は非公表とし、推定にも含めていません。`;

export const asks = {
  path: (study: StudyWords) =>
    `${beforeStart(study)}、${study.unit.many}は同じような推移をたどっていたか（平行トレンド）`,
  ownTrend: ({unit}: StudyWords) => `${unit.one}ごとのトレンドを考慮しても成り立つか`,
  lead: (noun: string) => `スコアは翌年度の${noun}と無関係か`,
  placebo: ({programme}: StudyWords, noun: string) =>
    `${programme}が影響し得ない指標は${noun === programme ? "これ" : noun}と無関係か`,
  answered: () => "十分な人数が回答したか",
  silent: (noun: string) => `${noun}が変わっても回答率は同程度だったか`,
  alpha: () => "各指標の質問項目は整合しているか（アルファ係数）",
  reliable: ({unit}: StudyWords) => `${unit.one}の平均値は信頼できるか`,
  reworded: () => "文言を変えた項目を除いても同じ結果か",
  source: (noun: string) => `スコアと${noun}は別々の情報源によるものか`,
  controls: (labels: readonly string[]) => `${list(labels)}のスコアは変わっていないか`,
  counted: () => "指標の数を調整しても明確な指標があるか"
};

export const alphaReason = (each: readonly string[], least: number): string =>
  each.length === 0 ? "回答者が少なすぎます。" : `${list(each)}。${decimal(least, 1)}未満であれば懸念されます。`;

export const singleItem = "各指標の項目は1つだけです。";

export const sourceReason = (same: boolean, label: string): string =>
  same ? "どちらも同じ調査によるものです。" : `${label}は記録によるものです。`;

export const rewordedReason = (each: readonly string[]): string =>
  each.length === 0
    ? "文言の変更や、年度による項目の欠落はありません。"
    : `変更された項目があります。それを除いた結果：${list(each)}。`;
