import {areNought} from "../../words/areNought.js";
import {beforeStart} from "../../words/ja/beforeStart.js";
import {impossibleSentence} from "../../words/ja/card.js";
import {basedOn, sidedInterval} from "../../words/ja/intervals.js";
import {count, decimal, digitsFor, isZero, list, pValue, size} from "../../words/ja/numbers.js";
import {didOutcome, sideAdverb} from "../../words/ja/outcome.js";
import {withUnit} from "../../words/ja/units.js";
import type {Outcome} from "../../words/en/outcome.js";
import type {Side, StudyWords} from "../../words/en/words.js";
import type {Absent, DepartmentsNumbers, DepartmentsWords, Errors, LeftOutWords, WouldChange} from "./words.en.js";

export function question({
  phrases,
  study,
  isShare
}: Pick<DepartmentsWords, "phrases" | "study"> & {isShare: boolean}): string {
  const {unit, person} = study;
  return isShare
    ? `参加した${person.many}が多い年度ほど、${unit.many}の業績は良かったか`
    : `${phrases.asRose}${unit.many}の業績は良くなったか`;
}

export function title(words: DepartmentsWords): string {
  const {answer, side, outcome, phrases, study, followed, before, smallWithin, effect} = words;
  const units = study.unit.many;
  const measure = outcome.label;
  if (effect && answer === "clear")
    return `${study.programme}の提供により${measure}が${side === "higher" ? "上昇" : "低下"}`;
  switch (answer) {
    case "clear":
      return followed || effect
        ? `${phrases.inYears}、${units}の${didOutcome(outcome, side)}傾向`
        : `${phrases.unitsWithMore}ほど、${didOutcome(outcome, side)}傾向`;
    case "difference": {
      const first = `${phrases.unitsWithMore}は${didOutcome(outcome, side)}${before ? `が、その差は${beforeStart(study)}から存在` : "傾向"}`;
      if (!followed) return first;
      const rest = smallWithin
        ? `同じ${study.unit.one}の中での変化は実務上意味のない大きさ`
        : `${phrases.asRose}${measure}が変化したかどうかは不明`;
      return `${first}。${rest}`;
    }
    case "small":
      return followed
        ? `${phrases.asRose}みられた${measure}の変化は、実務上意味のない大きさ`
        : `${phrases.noun}による${measure}の差は、実務上意味のない大きさ`;
    case "none":
      return `${phrases.noun}と${measure}の間に明確な関連は確認されず`;
    case "impossible":
      return `${units}の計画どおりの比較は実施できず`;
  }
}

export function sentence(
  {
    outcome,
    phrases,
    study,
    followed,
    within,
    effect
  }: Pick<DepartmentsWords, "outcome" | "phrases" | "study" | "followed" | "within" | "effect">,
  {estimate, low, high, unit, n, rows, years = null, percent}: DepartmentsNumbers
): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const same = within.length > 0 ? `同じ${list(within)}の中で` : "";
  const how = followed
    ? `同じ${study.unit.one}を年度間で比較すると`
    : same || effect
      ? `${same}${effect ? "無作為の割り当てどおりに" : ""}${study.unit.many}を比較すると`
      : `すべての${rows}をまとめると`;
  const based = basedOn(n, rows, years);
  if (areNought([estimate, low ?? 0, high ?? 0]))
    return `${how}、${phrases.perStep}${outcome.label}に違いはありません（${based}に基づく）。`;
  const relative = inPercent(percent);
  const amount = size(estimate, digits);
  const first = `${how}、${phrases.perStep}${outcome.label}${isZero(amount) ? "に違いはありません" : `は${withUnit(amount, unit)}${relative}${sideAdverb[side]}なっています`}。`;
  if (low === null || high === null) return `${first}信頼区間はありません（${based}に基づく）。`;
  return `${first}${sidedInterval({low, high}, side, {digits, based})}`;
}

/** What a logarithm's difference is in percent; nothing where that is printed as zero. */
function inPercent(percent: number | null): string {
  const printed = [0, 1].map((digits) => size(percent ?? 0, digits)).find((number) => !isZero(number));
  return printed === undefined ? "" : `（${printed}%）`;
}

export function lagged(
  {outcome, phrases}: Pick<DepartmentsWords, "outcome" | "phrases">,
  terms: readonly {readonly lag: number; readonly shown: DepartmentsNumbers}[],
  joint: {readonly p: number; readonly df1: number; readonly df2: number} | null
): string {
  const said = terms.map(({lag, shown: {estimate, low, high, unit, percent}}) => {
    const side: Side = estimate < 0 ? "lower" : "higher";
    const digits = low === null || high === null ? 2 : digitsFor(low, high);
    const amount = size(estimate, digits);
    const moved = isZero(amount)
      ? "に違いはありません"
      : `は${withUnit(amount, unit)}${inPercent(percent)}${sideAdverb[side]}なっています`;
    const first = `同じモデルで${count(lag)}年前の${phrases.noun}についてみると、${phrases.perStep}${outcome.label}${moved}。`;
    return low === null || high === null ? first : `${first}${sidedInterval({low, high}, side, {digits})}`;
  });
  const together = joint
    ? `主たる比較の差とまとめて検定すると、p値は${pValue(joint.p)}です（自由度${count(joint.df1)}と${decimal(joint.df2, 1)}）。`
    : "";
  return `${said.join("")}${together}`;
}

export function impossible(reason: string): string {
  return impossibleSentence(reason);
}

export function alternative(
  {study, phrases, effect}: Pick<DepartmentsWords, "study" | "phrases" | "effect">,
  {isShare, worse}: {readonly isShare: boolean; readonly worse: boolean}
): string {
  const {unit, programme} = study;
  if (effect)
    return `無作為に割り当てても、偶然、欠測、および${phrases.noun}と同時に起きた他の変化の可能性は残ります。`;
  return isShare
    ? `業績が${worse ? "下向き" : "上向き"}つつあった${unit.one}ほど、${programme}に充てる時間の余裕があった可能性があります。`
    : `${phrases.ownReasons[worse ? "worse" : "better"]}があります。`;
}

export function wouldChange({programme, unit}: StudyWords, {drawn, setByOthers, amount}: WouldChange): string {
  if (drawn) return `他の${unit.many}で${programme}を改めて無作為に割り当て、異なる結果が得られた場合です。`;
  const what = `${amount === null ? `${programme}の開始` : `${amount}の変更`}が無作為に`;
  return setByOthers
    ? `${what}決められた場合の結果です。`
    : `${what}、または${unit.many}以外の者によって決められた場合の結果です。`;
}

export function absent(rows: string, {of, missing, withheld}: Absent): string {
  if (missing === 0) return `データにある${count(of)}${rows}のすべてが、推定に含まれています。`;
  const why = withheld ? "値がない、または個人の保護のため非公表である" : "値がない";
  return `${count(of)}${rows}のうち${count(missing)}は、${why}ため、推定に含まれません。`;
}

export const asks = {
  cells: (rows: string) => `計画した${rows}は十分に揃っているか`,
  lost: ({unit}: StudyWords, noun: string) => `${noun}の有無によらず、${unit.many}の値は同じ割合で揃っているか`,
  absorbed: (study: StudyWords, {drawn}: {readonly drawn: boolean}) =>
    `主たる比較は、${drawn ? "割り当ての前" : beforeStart(study)}からあった差を取り除いているか`,
  path: (study: StudyWords) =>
    `${beforeStart(study)}、${study.unit.many}は同じような推移をたどっていたか（平行トレンド）`,
  ownTrend: ({unit}: StudyWords) => `${unit.one}ごとのトレンドを考慮しても成り立つか`,
  lead: ({label}: Outcome, noun: string) => `${label}は翌年度の${noun}と無関係か`,
  placebo: ({programme}: StudyWords, noun: string) =>
    `${programme}が影響し得ない指標は${noun === programme ? "これ" : noun}と無関係か`,
  nextYear: ({label}: Outcome) => `1年後の${label}についても成り立つか`,
  leaveOut: ({unit}: StudyWords, {years, groups}: LeftOutWords) =>
    `どの${[unit.one, ...groups, ...(years ? ["年度"] : [])].join("または")}を除いても結果は成り立つか`,
  steps: (noun: string) => `${noun}は十分に細かい刻みで公表されているか`
};

export const lostReason = (
  {
    missing,
    of,
    rows,
    differs
  }: {readonly missing: number; readonly of: number; readonly rows: string; readonly differs: boolean},
  {unit, person}: StudyWords
): string => {
  const unseen = `${unit.one}の中で失われた${person.many}は、ここでは分かりません。`;
  if (missing === 0) return `割り当てられた${count(of)}${rows}のすべてに値があります。${unseen}`;
  return `${count(of)}${rows}のうち${count(missing)}には値がなく、${differs ? "一方に明らかに偏っています" : "割り当てにより異なる可能性があります"}。${unseen}`;
};

export const drawnReason = "無作為に割り当てられています。";

export const absorbedReason = (unit: string): string => `各${unit}を自らの他の年度と比較しています。`;

export const methodSentence = (
  absorbed: readonly string[],
  {errors, unit, fewest}: {readonly errors: Errors; readonly unit: StudyWords["unit"]; readonly fewest: number}
): string => {
  const model =
    absorbed.length === 0 ? "推定方法は回帰分析です。" : `推定方法は、${list(absorbed)}ごとの水準を含む回帰分析です。`;
  const told = {
    clustered: `標準誤差は${unit.one}を単位とするクラスター頑健なもの（CR2、サタスウェイト法）です。`,
    wild: `${unit.many}が${count(fewest)}に満たないため、区間とp値はワイルド・クラスター・ブートストラップによります。`,
    robust: `各${unit.one}は1行のみのため、標準誤差はクラスター化していません（HC2、サタスウェイト法）。`
  }[errors];
  return `${model}${told}`;
};

export const remainsReason = (estimate: string, range: string): string =>
  `推定値に${estimate}（${range}）の差が残っています。`;

export const stepsReason = (steps: readonly number[], share: string): string =>
  `${steps.map((step) => decimal(100 * step, 0)).join("・")}ポイント刻みの公表でも、ばらつきの${share}が保たれます。`;

export const money = (one: string, amount: string, less: boolean, between: string): string =>
  `平均的な${one}では年間${amount}の${less ? "減少" : "増加"}に相当します（${between}）。`;
