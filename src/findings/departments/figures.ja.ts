import {count, decimal, digitsFor, interval, list, pValue, signed} from "../../words/ja/numbers.js";
import {unitName, withUnit} from "../../words/ja/units.js";
import type {TwoWayWeights} from "./twoWayWeights.js";
import type {Noun} from "../../words/en/words.js";

interface Shown {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

const range = ({low, high}: Shown, digits?: number): string =>
  low === null || high === null ? "" : `（${interval(low, high, digits)}）`;

const inUnit = (unit: string, per: string): string => `${unitName(unit)}${per === "" ? "" : `、${per}`}`;

export const naive = {
  text: (one: string, many: string, persons: string): string =>
    `単純比較は、これまでに全課程を修了した${persons}の割合と利益を${one}ごとに並べたものです。大小の${many}や初期と後期の年度が混在しています。`,
  title: (r: number): string => `利益と累積修了率：相関係数${decimal(r)}`,
  subtitle: (rows: number, one: string): string => `点は1${one}の1年度を表す（全${count(rows)}点）`
};

export const slopes = {
  between: ({many}: Noun, shown: string): string => `${many}間 ${shown}`,
  within: ({one}: Noun, shown: string): string => `同じ${one}内 ${shown}`,
  title: (outcome: string, {one, many}: Noun, between: string, within: string): string =>
    `${outcome}の差は、${many}間では${between}、同じ${one}内では${within}`,
  simpleTitle: (outcome: string, simple: string, within: string, how: string): string =>
    `${outcome}の差は、全体では${simple}、${how}では${within}`,
  withItself: ({one}: Noun): string => `同じ${one}内の比較`,
  planned: "主たる比較",
  subtitle: (outcome: string, exposure: string, rows: string, unit: string, per: string): string =>
    `${outcome}と${exposure}（${rows}）。傾きの単位：${inUnit(unit, per)}`,
  logged: (outcome: string): string => `${outcome}の対数`
};

export const groups = {
  ever: ({many}: Noun, exposure: string): string => `${exposure}が一度でもあった${many}`,
  never: ({many}: Noun): string => `一度もなかった${many}`,
  title: (outcome: string): string => `${outcome}の中央値（年度別）`,
  subtitle: (outcome: string, unit: string, {many}: Noun): string =>
    `${outcome}${unit === "" ? "" : `（${unitName(unit)}）`}：その年度に値のある${many}の中央値`
};

export function gapSentence(
  gap: {
    readonly gap: number;
    readonly low: number;
    readonly high: number;
    readonly p: number | null;
    readonly df: number | null;
    readonly unit: string;
    readonly digits: number;
    readonly clear: boolean;
  },
  {one, many}: Noun,
  withMore: string
): string {
  const first = `${many}間の差から同じ${one}内の差を引くと、${withUnit(decimal(gap.gap, gap.digits), gap.unit)}です。`;
  const test = gap.p === null || gap.df === null ? "" : `（p値${pValue(gap.p)}、自由度${decimal(gap.df, 1)}）`;
  const ends = `95%信頼区間は${decimal(gap.low, gap.digits)}〜${decimal(gap.high, gap.digits)}です${test}。`;
  const reading = gap.clear
    ? `つまり、${withMore}は他の面でも異なっています。同じ${one}内の比較は、そのうち変わらないものを取り除きます。`
    : `${many}が他の面でも異なるかどうかは判断できません。`;
  return `${first}${ends}${reading}`;
}

export const estimates = {
  title: ({many}: Noun, between: string, within: string): string =>
    `${many}間の比較では${between}、主たる比較では${within}`,
  plainTitle: (): string => "比較の方法別にみた差",
  subtitle: (unit: string, per: string): string => `単純比較、その他の順。単位：${inUnit(unit, per)}`
};

export const tests = {
  exchanged: ({one}: Noun): string => `同じ${one}内、年度の系列を無作為に交換`,
  text: ({one, many}: Noun, years: number): string =>
    `${years > 1 ? `同じ${one}の年度は互いに関連するため、` : ""}自由度は結果が実質いくつの${many}に基づくかを示します（サタスウェイト法）。`,
  exchange: ({many}: Noun, draws: number, division: string | null): string =>
    `最後の行では、${division === null ? "" : `同じ${division}の`}${many}の間で全年度の系列を無作為に${count(draws)}回交換しています。`,
  single: ({one, many}: Noun): string =>
    `各${one}は1行のみのため、誤差のクラスタリングはなく、${many}ごとの分散の違いを許す標準誤差（HC2）を用いています。`,
  redrawn: (strata: readonly string[]): string =>
    strata.length === 0 ? "主たる比較、割り当てを引き直し" : `主たる比較、同じ${list(strata)}の中で割り当てを引き直し`,
  redraw: ({many}: Noun, draws: number, strata: readonly string[]): string =>
    `最後の行では、${strata.length === 0 ? "" : `同じ${list(strata)}の`}${many}の間で割り当てを無作為に${count(draws)}回交換しています。`,
  caption: "各比較の検定",
  comparison: "比較",
  difference: (unit: string): string => `差（${unitName(unit)}）`,
  noInterval: "なし",
  resampled: "再標本化",
  interval: "95%信頼区間"
};

export const leftOut = {
  text: ({one}: Noun, {years, groups: others}: {readonly years: boolean; readonly groups: readonly string[]}): string =>
    `${[one, ...others, ...(years ? ["年度"] : [])].map((each) => `${each}を1つずつ`).join("、また")}除いて、主たる比較を繰り返しました。`,
  unit: ({one}: Noun): string => `${one}を1つ除外`,
  group: (one: string): string => `${one}を1つ除外`,
  year: (): string => "年度を1つ除外",
  title: (same: boolean, low: number, high: number, digits: number): string =>
    same
      ? `差の方向は変わらず、${decimal(low, digits)}〜${decimal(high, digits)}の範囲`
      : `何を除くかで差の方向が変わる（${interval(low, high, digits)}）`,
  subtitle: (unit: string, per: string): string => `1つずつ除いたときの差。単位：${inUnit(unit, per)}`
};

export const byYear = {
  heading: "年度別の結果",
  text: (
    {one, many}: Noun,
    {
      pearson,
      spearman,
      within
    }: {readonly pearson: Shown | null; readonly spearman: Shown | null; readonly within: Shown | null}
  ): string => {
    const told = (name: string, shown: Shown | null): string[] =>
      shown ? [`${name}${decimal(shown.estimate)}${range(shown, 2)}`] : [];
    const all = [...told("ピアソンの相関係数", pearson), ...told("スピアマンの順位相関係数", spearman)].join("、");
    const [inside] = told("同じ", within);
    return (
      `相関は、1年度の中で${many}同士を比較したものです。全年度をまとめると、${all}です。` +
      (inside === undefined || !within
        ? ""
        : `同じ${one}内の比較では${decimal(within.estimate)}${range(within, 2)}です。`) +
      `全年度の区間は、同じ${one}の年度が互いに関連するため、${one}を単位とするクラスター頑健な誤差によります。`
    );
  },
  title: (clear: number, years: number, exposure: string, outcome: string, {many}: Noun): string =>
    clear === 0
      ? `${many}間での${exposure}と${outcome}の明確な相関は、${count(years)}年度のいずれにもなし`
      : `${many}間での${exposure}と${outcome}の明確な相関は、${count(years)}年度のうち${count(clear)}年度`,
  subtitle: (): string =>
    "各年度の相関係数と95%信頼区間。見出しの年度数は、ピアソンの相関を年度の数で調整して数えたもの（ホルム法）"
};

export const order = {
  heading: "どちらが先に起きたか",
  text: (exposure: string): string =>
    `${exposure}が違いを生むのであれば、成果より先に生じるはずです。各棒は、成果と、前・同じ・後の年度の${exposure}との関連を示します。`,
  title: (found: "none" | "same" | "later" | "both" | "earlier" | "before", exposure: string): string =>
    ({
      none: `どの年度差でも、${exposure}と成果に明確な関連なし`,
      same: `灰色の帯を外れたのは、同じ年度の${exposure}のみ`,
      later: `灰色の帯を外れたのは後の年度の${exposure}のみで、それが理由であることとは整合しない`,
      before: `灰色の帯を外れたのは、前の年度の${exposure}のみ`,
      both: `前の年度と後の年度の${exposure}が灰色の帯を外れ、どちらが先かは明確でない`,
      earlier: `灰色の帯を外れたのは、同じ年度または前の年度の${exposure}で、後の年度にはなし`
    })[found],
  note: (bars: number): string =>
    `${count(bars)}本の棒のうち1本程度は、偶然でも灰色の帯を外れることがあります。棒同士の差は検定していないため、棒だけではどちらが先かは分かりません。`,
  first: (exposure: string): string => `${exposure}が先`,
  outcomeFirst: "成果が先",
  lag: "成果が後になる年数",
  correlation: "偏相関係数"
};

export function weights(
  {cells, negative, sum, half, units}: TwoWayWeights,
  {many}: Noun,
  rows: string,
  exposure: string | null
): string {
  const having = exposure === null ? "" : `${exposure}のある`;
  const rest = `主たる比較の半分は、${count(units)}の${many}のうち${count(half)}によるものです。`;
  if (negative === 0) return `${rest}${having}${count(cells)}の${rows}に、負の重みを持つものはありません。`;
  return (
    `${rest}${having}${count(cells)}の${rows}のうち、${count(negative)}が負の重みを持ちます。` +
    `重みの合計は1、負の重みの合計は${decimal(sum, 2)}です。差がどこでも同じであれば、結果はゆがみません。`
  );
}

export const timing = {
  labels: {
    sameYear: "同じ年度",
    yearBefore: "前の年度",
    sameYearBeside: "同じ年度（前の年度を調整）",
    yearBeforeBeside: "前の年度（同じ年度を調整）"
  },
  text: (exposure: string): string =>
    `主たる比較では、同じ年度の${exposure}を用いています。ここでは、前の年度の${exposure}でも、両方を同時に用いても比較しました。`,
  title: (clear: "both" | "opposite" | "same" | "before" | "neither", exposure: string): string =>
    ({
      both: `同じ年度の${exposure}でも前の年度の${exposure}でも、差は明確`,
      opposite: `同じ年度の${exposure}と前の年度の${exposure}とで、差は明確だが向きが逆`,
      same: `差は同じ年度の${exposure}では明確、前の年度では不明確`,
      before: `差は前の年度の${exposure}では明確、同じ年度では不明確`,
      neither: `同じ年度の${exposure}でも前の年度の${exposure}でも、差は不明確`
    })[clear],
  subtitle: (unit: string, per: string): string => `${inUnit(unit, per)}（参考：主たる比較に添えたもの）`
};

export const measures = {
  heading: "その他の指標",
  text: (per: string, {planned, profit}: {readonly planned: string | null; readonly profit: boolean}): string =>
    `${per === "" ? "" : `${per}の`}差です。` +
    (planned === null
      ? "いずれも主たる比較ではなく、探索的なものです。"
      : `主たる比較は${planned}で、その他は探索的なものです。`) +
    (profit ? "利益は規模とともに大きくなるため、1人あたり利益のほうが比較に適しています。" : ""),
  caption: "他の指標での同じ比較",
  measure: "指標",
  simple: "全体をまとめた比較",
  main: ({one}: Noun): string => `同じ${one}内の比較`,
  shown: ({estimate, low, high}: Shown): string => {
    if (low === null || high === null) return signed(estimate);
    const digits = digitsFor(low, high);
    return `${signed(estimate, digits)}（${interval(low, high, digits)}）`;
  }
};

export const otherArm = (label: string, shown: string): string => `同じモデルによる${label}の推定値は${shown}です。`;

export const published = {
  heading: "公表済みの推定値との照合",
  unit: (unit: string, logged: string | null): string =>
    logged === null ? `推定値の単位は${unitName(unit)}です` : `推定値は${slopes.logged(logged)}の差です`,
  text: (citation: string, rows: number, {unit, same}: {readonly unit: string; readonly same: boolean}): string =>
    `${citation}。本報告の推定値は${count(rows)}行に基づきます。いずれも各項の1単位あたりで、${unit}。かっこ内は標準誤差で${same ? "、公表時と同じ方法によるもので" : ""}す。`,
  caption: "公表済みの推定値と本報告の推定値"
};
