import type {ExposureKind} from "../en/exposure.js";
import type {Banded, MainPoints, PlacesTaken, Point, RatedScale, Setting} from "../en/reportWords.js";
import {scalesDiffer} from "../scalesDiffer.js";
import type {StudyWords} from "../en/words.js";
import {certaintyWords} from "./card.js";
import {count, decimal, list, percent, threeDigits} from "./numbers.js";
import {unitName} from "./units.js";

const most = 5;
const surest = ["high", "moderate", "low", "very low"];

/** Three to five points in plain words, the surest first, each with how sure we are. */
export function mainPoints(input: MainPoints): string[] {
  const {study, purpose, clear, comparisons, small, organisation, sessions, engagement, drawn, amount = false} = input;
  const said = (one: Point | null, words = "", of = ""): {certainty: string; text: string}[] =>
    one ? [{certainty: one.certainty, text: `${one.title}。${words}${of}${sure(one)}`}] : [];
  const none =
    comparisons === 0
      ? []
      : [
          `${comparisons === 1 ? "1件の比較は明確ではありません" : `${count(comparisons)}件の比較に明確なものはありません`}。${small ? "意味のある大きさの差は、信頼区間に含まれていません" : "意味のある大きさの差がある可能性は残ります"}。`
        ];
  const points = [
    ...clear.flatMap((one) => said(one, firstTwo(one.sentence))),
    ...said(sessions, "", sessions?.differs ? "この差についての" : ""),
    ...said(purpose, "セッション以外での協力が増えたかどうかは判断できません。"),
    ...said(organisation),
    ...said(engagement)
  ].toSorted((a, b) => surest.indexOf(a.certainty) - surest.indexOf(b.certainty));
  const told = [...(clear.length > 0 ? [] : none), ...points.map(({text}) => text)].slice(0, most);
  const next = drawn
    ? []
    : [`${amount ? "変更" : "開始"}を無作為に決めれば、${study.programme}による違いかどうかを示すことができます。`];
  return [...told, ...next].slice(0, most);
}

const sure = ({certainty}: Point): string =>
  `確信度：${(certaintyWords as Readonly<Record<string, string>>)[certainty] ?? certainty}。`;

/** The number and its interval, without what they are based on. */
function firstTwo(sentence: string): string {
  return (sentence.match(/[^。]+。/g) ?? [])
    .slice(0, 2)
    .join("")
    .replace(/（[^）]*に基づく）/, "");
}

export function settingWords(
  {purpose, groups, meets, minutes, about, sessions}: Setting,
  {person}: StudyWords
): string | null {
  const all = [
    ...(purpose === undefined ? [] : [`目的は、${purpose}ことでした。`]),
    ...(groups === undefined
      ? []
      : [
          `${groups[0]}〜${groups[1]}人の${person.many}のグループが、${meets ?? ""}${minutes === undefined ? "" : `${minutes}分間`}集まり${about === undefined ? "ました" : `、${about}について話し合いました`}。`
        ]),
    ...(sessions === undefined ? [] : [`全課程は${count(sessions)}回です。`])
  ];
  return all.length === 0 ? null : all.join("");
}

export const costsNote = (programme: string, drawn: boolean): string =>
  `これは費用のみです。${drawn ? "" : `成果が${programme}によるものとは示されていないため、`}成果との差し引きは行いません。`;

export const placesCost = ({year, places, amounts}: PlacesTaken, {person}: StudyWords): string =>
  `${year}年度は約${count(places)}人の${person.many}が参加しました。全員が全課程を受けた場合の費用は約${list(amounts)}です。`;

export const overYears = (
  measures: string,
  {
    from,
    to,
    years: [first, last]
  }: {readonly from: number; readonly to: number; readonly years: readonly [number, number]}
): string =>
  `全従業員でみると、${measures}の平均は${first}年度の${decimal(from)}から${last}年度の${decimal(to)}になりました。`;

export const scaleKinds: Readonly<Record<string, string>> = {relative: "相対評価", absolute: "絶対評価"};

/** what a kind of scale rates somebody by, where it is first named */
const ratedBy: Readonly<Record<string, string>> = {
  relative: "（互いに比べて付ける評価）",
  absolute: "（定められた基準による評価）"
};

export const ratedShares = (scales: readonly RatedScale[], {person}: Pick<StudyWords, "person">): string =>
  `参加者のうち、${scales
    .map(
      ({kind, up, same, down, alike}) =>
        `${scales.length > 1 ? `${scaleKinds[kind] ?? kind}${ratedBy[kind] ?? ""}では` : ""}${percent(up)}の評価が上昇、${percent(same)}が同じ、${percent(down)}が低下${alike === null ? "" : `（同様の${person.many}の上昇は${percent(alike)}）`}`
    )
    .join("、")}しました。${scalesDiffer(scales) ? apart(scales, person.many) : ""}`;

/** Which scale has more of those who took part rated higher than of the others, and which fewer. */
function apart(scales: readonly RatedScale[], persons: string): string {
  const on = (more: boolean): string =>
    list(
      scales.flatMap(({kind, up, alike}) =>
        alike !== null && up !== alike && up > alike === more ? [scaleKinds[kind] ?? kind] : []
      )
    );
  return `評価が上昇した人は、同様の${persons}と比べ、${on(true)}では多く、${on(false)}では少ないことになります。`;
}

export const noCosts = (programme: string): string => `本データには${programme}の費用が示されていません。`;

function bandSaid({value, step}: Banded): string {
  if (step === 0 || value === 0 || value === 1) return percent(value);
  if (value <= step / 2) return `${percent(step)}未満`;
  return value >= 1 - step / 2 ? `${percent(1 - step)}超` : `約${percent(value)}`;
}

export const tookPart = {
  title: (low: Banded, high: Banded, year: number, {unit, person}: StudyWords): string =>
    low.value === high.value
      ? `${year}年度の対象${person.many}の参加率は、どの${unit.one}も${bandSaid(low)}`
      : `${year}年度の対象${person.many}の参加率は、${unit.one}により${bandSaid(low)}〜${bandSaid(high)}`,
  subtitle: ({person}: StudyWords, steps: readonly number[]): string =>
    `対象${person.many}のうち参加した割合（${steps.length > 0 ? `${steps.map((step) => decimal(100 * step, 0)).join("・")}ポイント幅の区分で示し、値は区分の真ん中、` : ""}年度別）`,
  value: "参加率"
};

export const notCovered = {
  finding: (question: string, reason: string): string => `${question}：${reason}。`
};

export function exposedHeading(kind: ExposureKind, noun: string, {unit}: Pick<StudyWords, "unit">): string {
  if (kind === "share" || kind === "sessions") return "参加の状況";
  return kind === "yes or no" || kind === "law" ? `${noun}があった${unit.many}の数` : `${noun}の推移`;
}

export const yearsNamed = {
  calendar: (): string => "年は暦年です。",
  fiscal: (): string => "年度は会計年度で、始まる年で表します。"
};

export const sharesOverYears = (
  {
    first,
    last,
    eligible
  }: {
    readonly first: {readonly year: number; readonly share: number};
    readonly last: {readonly year: number; readonly share: number};
    readonly eligible: number | null;
  },
  {person}: Pick<StudyWords, "person">
): string =>
  `対象${person.many}の参加率は、${first.year}年度が${percent(first.share)}、${last.year}年度が${percent(last.share)}${eligible === null ? "" : `（${person.many}約${count(eligible)}人中）`}でした。`;

export const unitsOverYears = (
  years: readonly {readonly year: number; readonly had: number; readonly of: number}[],
  {noun, unit}: Pick<StudyWords, "unit"> & {readonly noun: string}
): string =>
  `${noun}のある${unit.many}：${list(years.map(({year, had, of}) => `${year}年度は${count(of)}中${count(had)}`))}。`;

export const exposureOverYears = (
  {noun, unit}: {readonly noun: string; readonly unit: string},
  {
    first,
    last,
    units
  }: {
    readonly first: {readonly year: number; readonly mean: number};
    readonly last: {readonly year: number; readonly mean: number};
    readonly units: string;
  }
): string => {
  const digits = threeDigits([first.mean, last.mean]);
  const [from, to] = [first, last].map(({mean}) =>
    unit === "share" ? percent(mean) : `${decimal(mean, mean === 0 ? 0 : digits)}${unitName(unit)}`
  );
  return `${units}の平均でみると、${noun}は${first.year}年度が${from}、${last.year}年度が${to}でした。`;
};
