import {count, decimal, interval, list, percent, size} from "../../words/ja/numbers.js";

export const path = {
  title: (outcome: string, exposure: string, years: number): string =>
    `${years}年間の${outcome}と${exposure}（1点が1年度）`,
  subtitle: (outcome: string, exposure: string): string => `組織全体の${exposure}と${outcome}（年度別）`
};

export const lenses = {
  heading: "実数、トレンド除去後、前年度からの変化",
  text: (effective: number, years: number, detectable: number): string =>
    `毎年のように増え続ける、または減り続ける系列が持つ情報は、年数よりも少なくなります。本データは、独立した${count(years)}年のうち約${decimal(effective, 1)}年分に相当します。` +
    `独立した${count(years)}年があっても、5回に4回の確率で検出できるのは相関係数${decimal(detectable)}以上の場合に限られます。`,
  less: "トレンドを除くと、2つの系列の類似は小さい",
  same: "前年度からの変化も、系列そのものと同程度に連動"
};

export const unrelated = {
  heading: "無関係な2つの系列でもこのように見えるか",
  text: (walk: number, observed: number, trend: number): string =>
    `この2つと同じように増減し、互いに無関係な系列の組を模擬的に作成しました。各年が前年に積み上がる場合、${percent(walk)}の組で相関係数の絶対値が` +
    `${size(observed)}以上となりました。各年が直線の周りで変動する場合は${percent(trend)}でした。`
};

export const trends = {
  heading: "各系列のトレンド",
  text: (): string =>
    "傾きは、すべての2年度の組の傾きの中央値です（タイル＝セン推定）。ケンドールのタウは、上昇した組と低下した組の数を比べたものです。",
  title: (rising: readonly string[], of: number): string =>
    rising.length === 0
      ? "明確なトレンドのある系列はなし"
      : rising.length === of && of > 1
        ? `${list(rising)}のいずれにも明確なトレンド`
        : `${of}系列のうち${rising.length}系列に明確なトレンド：${list(rising)}`,
  caption: "各系列のトレンド"
};

export const sector = {
  heading: "業界との比較",
  text: (
    told: readonly {
      readonly name: string;
      readonly r: number;
      readonly low: number | null;
      readonly high: number | null;
    }[]
  ): string =>
    "業界全体に共通する成長は取り除くことができます。" +
    `その後に残る前年度からの変化と、参加率の変化との相関係数は、${told
      .map(
        ({name, r, low, high}) =>
          `${name}が${decimal(r)}${low === null || high === null ? "" : `（${interval(low, high, 2)}）`}`
      )
      .join("、")}です。`,
  title: (label: string, gap: number): string =>
    gap === 0
      ? `${label}の成長は業界と同程度`
      : `最終年度の${label}は、初年度比で業界を${percent(Math.abs(gap), 1)}${gap > 0 ? "上回る" : "下回る"}水準`,
  subtitle: (year: number): string => `${year}年度＝100`,
  label: "業界"
};
