import {sidedInterval} from "../../words/ja/intervals.js";
import {
  count,
  decimal,
  digitsFor,
  interval,
  isZero,
  list,
  ordinal,
  percent,
  placeInHundred,
  pValue,
  size
} from "../../words/ja/numbers.js";
import {sideAdverb, sideWord} from "../../words/ja/outcome.js";
import {scaleKinds} from "../../words/ja/reportWords.js";
import type {Noun, Side} from "../../words/en/words.js";
import type {ManagersNumbers, ManagersTitle, OnScale, OwnRatings, WayChosen} from "./words.en.js";

export const question = ({many}: Noun): string => `参加後、${many}の評価は上がったか`;

export function title({answer, side, persons: {many}, against}: ManagersTitle): string {
  const clear = {
    similar: `参加した${many}は、参加していない同様の${many}より翌年度の評価が${sideWord[side]}傾向`,
    waiting: `参加した${many}は、開始後の評価がまだ開始していない${many}より${sideWord[side]}傾向`,
    themselves: `参加した${many}は、開始後の評価が開始前より${sideWord[side]}傾向`
  };
  const small = {
    similar: "翌年度の評価の差は、実務上意味のない大きさ",
    waiting: "開始後の評価の差は、実務上意味のない大きさ",
    themselves: "開始前後の評価の差は、実務上意味のない大きさ"
  };
  const none = {
    similar: `翌年度の評価に、同様の${many}との明確な差は確認されず`,
    waiting: `開始後の評価に、まだ開始していない${many}との明確な差は確認されず`,
    themselves: "開始前後の評価に明確な差は確認されず"
  };
  return (answer === "clear" ? clear : answer === "small" ? small : none)[against];
}

export function way({against, among, cohorts, persons: {one, many}}: WayChosen): string {
  if (among !== undefined)
    return among === "unpromoted"
      ? "主たる比較（昇進の年度を除く）"
      : `主たる比較（${scaleKinds[among.scale] ?? among.scale}のみ）`;
  if (against === "similar") return `まだ開始していない同様の${many}（翌年度）`;
  if (against === "themselves") return "本人の開始前";
  return cohorts ? `まだ開始していない${many}（開始年度別）` : `まだ開始していない${many}（${one}ごとの水準を考慮）`;
}

export function sentence({estimate, low, high, n, rows, among, p = null}: ManagersNumbers): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high, estimate);
  const based = `${count(n)}${rows}`;
  const range =
    low === null || high === null ? `${based}に基づきます。` : sidedInterval({low, high}, side, {digits, based, p});
  const amount = size(estimate, digits);
  const within =
    among === undefined
      ? ""
      : among === "unpromoted"
        ? "昇進の年度を除くと、"
        : `${scaleKinds[among.scale] ?? among.scale}の年度では、`;
  if (isZero(amount)) return `${within}参加者の評価に違いはありません。${range}`;
  const place = placeInHundred(estimate);
  const move = place === 50 ? "なっています" : `なり、100人中50番目から${ordinal(place)}への移動に相当します`;
  return `${within}参加者の評価は標準偏差で${amount}${sideAdverb[side]}${move}。${range}`;
}

export function beside({low, high, own, expected}: OwnRatings): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const [moved, chanced] = [size(own ?? 0, digits), size(expected ?? 0, digits)];
  const seen =
    own === null
      ? ""
      : isZero(moved)
        ? "全年度でみると、参加者自身の評価は開始後と開始前で同じでした。"
        : `全年度でみると、参加者自身の評価は開始後のほうが開始前より標準偏差で${moved}${own < 0 ? "低く" : "高く"}なっています。`;
  if (expected === null) return seen;
  const chance = isZero(chanced) ? "変化しないと" : `標準偏差で${chanced}${expected < 0 ? "低下" : "上昇"}すると`;
  return `${seen}偶然だけ（平均への回帰）であれば、開始の前年度から${chance}予想されます。`;
}

export const comparison = {adjustedFor: ["過去の評価", "勤続年数"]} as const;

export const alternative = ({many}: Noun, {knew, side}: {readonly knew: boolean; readonly side: Side}): string =>
  `評価が${side === "higher" ? "上がり" : "下がり"}つつあった${many}が参加した可能性があります。${knew ? "評価者は参加の有無を知っていた可能性があります。" : ""}`;

export const wouldChange = "開始を無作為に決め、参加の有無を知らない評価者が評価した場合の結果です。";

const kindNames = (kinds: readonly string[]): string => list(kinds.map((kind) => scaleKinds[kind] ?? kind));

/** Of relative ratings, whose average is fixed. */
export const zeroSum = (kinds: readonly string[]): string =>
  kinds.includes("relative") ? "相対評価では、誰かの評価が上がれば誰かの評価が下がります。" : "";

export function absent({many}: Noun, kinds: readonly string[]): string {
  const scales =
    kinds.length > 1
      ? `評価は年度により${kindNames(kinds)}で行われました。各年度の評価はその年度の標準偏差で表し、尺度間の換算は行っていません。`
      : "";
  return `その年度の評価がない${many}は含まれません。${scales}${zeroSum(kinds)}`;
}

export const asks = {
  raters: () => "評価者は参加の有無を知らずに評価したか",
  alike: () => "開始前、両グループは同様だったか",
  path: () => "開始前、両グループは同じような推移をたどっていたか（平行トレンド）",
  ownTrend: ({one}: Noun) => `${one}ごとのトレンドを考慮しても成り立つか`,
  honest: () => "開始後も開始前と同程度に推移が異なるとしても成り立つか",
  scales: () => "それぞれの評価尺度だけでも成り立つか",
  sunab: () => "開始年度に別の重みを用いても成り立つか（サンとアブラハムの方法）",
  bacon: () => "先に開始した者との比較を除いても成り立つか（グッドマン＝ベーコンの分解）",
  promotions: () => "昇進の年度を除いても成り立つか",
  spillover: ({many}: Noun) => `開始前の${many}は、すでに開始した同僚の影響を受けていないか`
};

export const ratersReason = (knew: boolean): string =>
  knew ? "評価者は参加の有無を知っていた可能性があります。" : "評価者は参加の有無を知りませんでした。";

export const alikeReason = (largest: number, most: number): string =>
  `最大の差は標準偏差で${decimal(largest)}です。${decimal(most)}を超えると懸念されます。`;

export const pathReason = ({p, drift, enough}: {p: number; drift: number; enough: boolean}): string =>
  `開始前の年度の同時検定のp値は${pValue(p)}です。意味のある差を説明し得る年間${decimal(drift, 3)}のずれは、` +
  (enough ? "あれば検出できたはずです。" : "見逃している可能性があります。");

export function honestReason(low: number | null, high: number | null): string {
  return low === null || high === null
    ? "その場合、差はどの値にもなり得ます。"
    : `その場合、差は${decimal(low)}〜${decimal(high)}標準偏差の範囲です。`;
}

export const scalesReason = (each: readonly OnScale[]): string => `${each.map(onScale).join("、")}です。`;

function onScale({kind, estimate, range, clear}: OnScale): string {
  const scale = `${scaleKinds[kind] ?? kind}では`;
  if (range === null) return `${scale}${decimal(estimate)}`;
  const digits = digitsFor(...range);
  return `${scale}${decimal(estimate, digits)}（${interval(...range, digits)}${clear ? "" : "、明確ではない"}）`;
}

export const baconReason = (share: number, estimate: number): string =>
  `そのような比較の重みは${percent(share)}です。残りの比較の推定値は${decimal(estimate)}です。`;
