import {named} from "../../words/language.js";
import {count, percent} from "../../words/ja/numbers.js";

export const lead = {
  title: (most: number, least: number): string =>
    `好意的な評価の割合はモジュールにより${percent(least)}〜${percent(most)}`
};

export const answers = {
  heading: "マインドセット別の評価",
  text: (): string =>
    "各モジュールの評価を、好意的でないものから好意的なものの順に示します。同じマインドセットのモジュールをまとめており、「内省」のマインドセットに属するものが内省のモジュールです。",
  title: (
    first: {readonly mindset: string; readonly share: number},
    last: {readonly mindset: string; readonly share: number}
  ): string =>
    `好意的な評価は、「${named(first.mindset)}」のモジュールで${percent(first.share)}、「${named(last.mindset)}」で${percent(last.share)}`,
  plainTitle: "モジュール別の評価",
  subtitle: "各モジュールの評価の割合（全年度）",
  steps: {
    least: "最も否定的",
    low: "否定的",
    middle: "どちらでもない",
    high: "好意的",
    most: "最も好意的"
  } as Readonly<Record<string, string>>,
  module: "モジュール"
};

export const means = {
  text: (): string =>
    "モジュールの平均は、誰がいつ評価したかにも左右されます。主たる比較ではその両方を調整し、評価数が少ないモジュールの平均は全体に近づけています。",
  title: (apart: number, of: number): string =>
    apart === 0
      ? `調整後、平均的なモジュールと明確に異なるものは${count(of)}件中なし`
      : `調整後、平均的なモジュールと明確に異なるものは${count(of)}件中${count(apart)}件`,
  alike: "計画で調整したもの以外に、モジュール間の差は認められず",
  subtitle: "モジュール別の評価の平均（調整前と調整後）",
  given: "調整前",
  adjusted: "調整後"
};

export const response = {
  text: (): string => "年度内の出席と評価の推移です。",
  title: (came: readonly [number, number], rated: readonly [number, number]): string =>
    `初回から最終回までに、出席率は${percent(came[0])}から${percent(came[1])}へ、評価の回答率は${percent(rated[0])}から${percent(rated[1])}へ`,
  subtitle: "グループの年度内の回別（全グループ）",
  came: "出席率（グループの構成員）",
  rated: "評価の回答率（出席者）",
  place: "年度内の回"
};
