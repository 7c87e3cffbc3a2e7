import {count, list, percent} from "../../words/ja/numbers.js";
import {lineNoun} from "../../words/studyNouns.js";
import {unitName} from "../../words/ja/units.js";

export const lead = {
  other: (): string => `別の${lineNoun().one}の人`,
  chance: (): string => `${lineNoun().one}無関係の場合`,
  title: (first: number, share: number, last: number, end: number): string =>
    `セッションで会った人のうち別の${lineNoun().one}の人は、${first}年度の${percent(share)}から${last}年度の${percent(end)}へ`,
  subtitle: (persons: string): string =>
    `${persons}の平均（年度別）と、${lineNoun().one}に関係なくグループを組んだ場合の割合`
};

export const lines = {
  heading: (division: string): string => `${division}別の結果`,
  text: (): string =>
    `グループの組み方にかかわらず、小さい${lineNoun().one}ほど他の${lineNoun().one}の人に会う機会が多くなります。そこで、${lineNoun().one}に関係なくグループを組んだ場合の割合と比べています。`,
  line: (division: string): string => division,
  share: (): string => `別の${lineNoun().one}の人`,
  chance: (): string => `${lineNoun().one}無関係の場合`,
  people: "出席者数",
  axis: (): string => `会った人のうち他の${lineNoun().one}の人（%）`,
  title: (
    persons: string,
    told: readonly {readonly name: string; readonly start: number; readonly end: number}[]
  ): string =>
    `${persons}が他の${lineNoun().one}の人に会った割合（無関係に組んだ場合との比）：${told.map(({name, start, end}) => `${name}は${percent(start)}から${percent(end)}へ`).join("、")}`,
  description: (told: readonly {readonly name: string; readonly start: number; readonly end: number}[]): string =>
    `${lineNoun().one}に関係なくグループを組んだ場合の割合に対する比は、${told.map(({name, start, end}) => `${name}が初年度${percent(start)}、最終年度${percent(end)}`).join("、")}。`
};

export const measures = {
  heading: "セッション以外での変化",
  text: (labels: readonly string[], changed: readonly string[]): string =>
    `調査では${list(labels)}について尋ねています。スコアが高くても${lineNoun().one}間の協力を意味するとは限らず、同じ時期に他の出来事も起きています。` +
    (changed.length === 0 ? "" : `文言が変わった項目：${list(changed)}。`),
  title: (clear: number, of: number): string =>
    clear === 0
      ? `プログラム期間中に明確に変化した傾向は${count(of)}件中なし`
      : `プログラム期間中に明確に変化した傾向は${count(of)}件中${count(clear)}件`,
  subtitle: "直線に沿った初年度から最終年度までの変化",
  seriesTitle: (label: string, ends: readonly string[]): string => `${label}の推移：${ends.join("、")}`,
  ends: (start: string, end: string, line: string): string => `${line === "" ? "" : `${line}は`}${start}から${end}へ`,
  seriesSubtitle: (unit: string): string => `年度別の平均${unit === "" ? "" : `（${unitName(unit)}）`}`
};
