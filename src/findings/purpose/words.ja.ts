import {impossibleSentence} from "../../words/ja/card.js";
import {sidedInterval} from "../../words/ja/intervals.js";
import {lineNoun} from "../../words/studyNouns.js";
import {count, digitsFor, isZero, list, percent, size} from "../../words/ja/numbers.js";
import type {PurposeNumbers, SurveyTrends} from "./words.en.js";

export const question = (lines: readonly string[]): string =>
  `${lines.length < 2 ? `各${lineNoun().one}` : list(lines)}の連携は進んだか`;

const linesOf = (number: number): string => `${number === 2 ? "2つの" : "各"}${lineNoun().one}`;

export const otherLine = (): string => `別の${lineNoun().one}`;

export function title({clear, more, lines}: {clear: boolean; more: boolean; lines: number}): string {
  return clear
    ? `セッションでの${linesOf(lines)}の交流が${more ? "増加" : "減少"}`
    : `セッションでの${linesOf(lines)}の交流に明確な傾向は確認されず`;
}

export function sentence({person, from, to, chance, trend, years}: PurposeNumbers): string {
  const {estimate, low, high} = trend;
  const digits = low === null || high === null ? 0 : digitsFor(low, high);
  const amount = size(estimate, digits);
  const range =
    low === null || high === null
      ? ""
      : sidedInterval({low, high}, estimate < 0 ? "lower" : "higher", {
          digits,
          based: `${count(years)}年度`,
          ways: ["低下の", "上昇の"]
        });
  return (
    `${person}がセッションで会った人のうち、${otherLine()}の人は${from.year}年度が${percent(from.share)}、` +
    `${to.year}年度が${percent(to.share)}でした。${lineNoun().one}に関係なくグループを組んでいれば、${to.year}年度は${percent(chance)}でした。` +
    `全年度に当てはめた直線では、${isZero(amount) ? "変化はありません" : `${amount}ポイントの${estimate < 0 ? "低下" : "上昇"}です`}。${range}`
  );
}

export const beside = ({all, rose, fell}: SurveyTrends): string =>
  all === 0
    ? ""
    : `${lineNoun().one}別の調査スコアを年度を追って調べました。${count(all)}件のうち、明確に上昇したものは${count(rose)}件、明確に低下したものは${count(fell)}件です。`;

export const notFollowed = (): string => `${lineNoun().many}の推移は追跡できず`;

export const impossible = impossibleSentence;

export const fewYears = (years: number): string =>
  years === 0 ? "セッションに十分な人数が参加した年度がない" : `セッションの記録が${count(years)}年度分しかない`;

export const oneLine = (): string => `${lineNoun().one}が1つしかない`;

export const alternative =
  "セッションで誰と誰が会うかは主催者が決めています。これはグループの組み方を示すもので、働き方を示すものではありません。";

export const wouldChange = (lines: number): string =>
  `${lines === 2 ? "両" : "複数の"}${lineNoun().one}が共に担当した案件や顧客の、開始前後の記録です。`;

export const absent = (persons: string, came: number | null): string =>
  `セッションに一度も出席しなかった${persons}は含まれません${came === null ? "" : `（全年度で、出席できた人の${percent(1 - came)}）`}。`;

export const asks = {
  coverage: (persons: string) => `数値は${persons}の大半を含んでいるか`,
  meaning: () => "セッションで会うことは、その他の場での協力を示すか",
  lines: (survey: boolean) => `各${lineNoun().one}の数値${survey ? "と調査" : ""}は同じ方向に動いているか`
};

export function meaningReason({declared, towards, all}: {declared: boolean; towards: number; all: number}): string {
  const first = "誰と会うかは主催者が決めています。";
  return declared
    ? `${first}${lineNoun().one}別の調査スコア${count(all)}件のうち、明確に目的の方向へ動いたものは${count(towards)}件です。`
    : `${first}案件の記録はありません。`;
}
