import type {
  AssignmentHow,
  CauseInput,
  Compared,
  HeadlineInput,
  NamedFinding,
  StandfirstInput
} from "../en/headline.js";
import type {Noun, StudyWords} from "../en/words.js";
import {count, list, timesIn} from "./numbers.js";
import {didOutcome} from "./outcome.js";

/** The report's answer, in two lines at most; what went the wrong way comes first. */
export function headline(input: HeadlineInput): string {
  const {kind, compared, persons, phrases, study, followed = true, takeUp} = input;
  switch (kind) {
    case "named":
      return namedHeadline(input);
    case "unsure":
      return compared.length + Number(persons) === 1
        ? `${compared[0] ?? "評価"}の差は明確だが、頼れるほど確かではない`
        : "明確な差は一部にあるが、頼れるほど確かなものはなし";
    case "too small":
      return `${study.programme}に伴う${list([...compared, ...(persons ? ["評価"] : [])])}の${followed ? "変化" : "差"}は、実務上意味のない大きさ`;
    case "none":
      return compared.length === 0
        ? `参加した${study.person.many}とその他の評価に明確な差は確認されず`
        : `${followed ? `${phrases.noun}の変化に伴う` : `${phrases.noun}による`}${list(compared)}の明確な${followed ? "変化" : "差"}は確認されず${persons ? "、評価にも明確な差なし" : ""}`;
    case "descriptive":
      return takeUp
        ? `${takeUp.year}年度は${study.person.many}の${takeUp.share}が参加、他との比較は本データでは不可能`
        : `本データは${study.programme}の記述にとどまり、他との比較は不可能`;
  }
}

function namedHeadline({named, level, phrases, study}: HeadlineInput): string {
  if (level === 5)
    return `${study.programme}の提供により${list(named.map(({side, outcome}) => `${outcome}が${side === "higher" ? "上昇" : "低下"}`))}`;
  const harm = named.filter(({hoped}) => !hoped);
  const good = named.filter(({hoped}) => hoped);
  const clauses = [harm, good].flatMap((some) => clausesOf(some, phrases.inYears, study));
  return `${clauses.join(harm.length > 0 && good.length > 0 ? "一方、" : "、")}傾向`;
}

function clausesOf(some: readonly NamedFinding[], inYears: string, {unit, person}: StudyWords): string[] {
  const units = some.filter(({id}) => id !== "managers");
  const persons = some.filter(({id}) => id === "managers");
  const said = units.map(({id, outcome, scored, side}) =>
    didOutcome({name: id, label: scored ? scoresOn(outcome) : outcome}, side)
  );
  return [
    ...(said.length > 0 ? [`${inYears}、${unit.many}の${said.join("、")}`] : []),
    ...persons.map(
      ({side}) => `参加した${person.many}は同様の非参加者より翌年度の評価が${side === "higher" ? "高い" : "低い"}`
    )
  ];
}

/** Who set it: persons who take part, or units of something that people do not take part in. */
function choiceOf(how: AssignmentHow, {person, unit}: StudyWords, own: string | undefined): string {
  switch (how) {
    case "voluntary":
      return own === undefined ? `参加は${person.many}自身が選んだもの` : `${own}は${unit.many}自身が決めたもの`;
    case "nominated":
      return own === undefined
        ? `参加する${person.many}は選抜されたもの`
        : `${own}の対象となる${unit.many}は選ばれたもの`;
    case "unknown":
      return own === undefined ? "参加を誰が決めたかは不明" : `${own}を誰が決めたかは不明`;
    case "externally assigned":
      return "開始を決めたのは第三者だが、この比較はそれだけによらないもの";
    case "randomised":
      return "無作為の割り当てはあるが、この比較はそれだけによらないもの";
  }
}

/** The line below the headline: whether the programme is the reason. */
export function causeLine({
  kind,
  level,
  how,
  study,
  programme = study.programme,
  own,
  body,
  several = true,
  followed = true
}: CauseInput): string {
  if (kind === "none") return `これは、${followed ? "変化" : "差"}がなかったことを示すものではありません。`;
  if (kind === "too small") return `${several ? "いずれの区間も" : "区間は"}、実務上意味のある差を含みません。`;
  if (kind === "descriptive") return `比較対象がないため、${programme}の成果については何も言えません。`;
  if (level === 5) return "無作為に割り当てられているため、これは提供の効果と言えます。";
  if (level === 4)
    return `開始時期は${body ?? "第三者"}が決めたため、参加者自身の選択で説明される可能性は低いと言えます。ただし、他の理由は残ります。`;
  return `${choiceOf(how, study, own)}であり、${programme}が理由とは限りません。`;
}

export const scoresOn = (measures: string): string => `${measures}のスコア`;
export const overallOf = (outcome: string): string => `全体の${outcome}`;

export const ratingsOf = ({many}: StudyWords["person"]): string => `${many}の評価`;

export const restsOn = (
  {units, of, having}: Compared,
  {rows, unit}: {readonly rows: string; readonly unit: Noun}
): string | undefined =>
  units >= of
    ? undefined
    : `主たる比較はそのうち${count(units)}${unit.many}${having === null ? "" : `（${having.noun}のある${rows}${count(having.of)}のうち${count(having.rows)}）`}に基づきます。残りには値がありません。`;

export function standfirst(input: StandfirstInput): string {
  const {
    study,
    years,
    units,
    departments = units,
    compared = "",
    persons,
    amount,
    planned,
    followed = true,
    comparisons,
    clear,
    unclear,
    unmade,
    described,
    synthetic,
    power
  } = input;
  const {unit, person, programme} = study;
  const when = years[0] === years[1] ? `${years[0]}年度に` : `${years[0]}年度から${years[1]}年度まで`;
  const subject = amount ?? programme;
  const ran = persons
    ? `${subject}は${when}、${units === 0 ? "" : `${count(departments)}${unit.many}の`}${person.many}を対象に実施されました。`
    : `${amount === undefined ? `${subject}は${when}ありました` : `${subject}を${when}調べました`}。調査の対象は${count(departments)}${unit.many}です。`;
  const verb = planned ? "計画しました" : "行いました";
  const found = power ? foundBy(power, followed) : "";
  return `${synthetic ? "本データは模擬データであり、実在の組織を示すものではありません。" : ""}${ran}${departments > units ? `小さい${unit.many}はまとめ、ここでは${count(units)}${unit.many}と数えます。` : ""}${compared}${madeOf({comparisons, clear, unclear, unmade, verb, followed, described, programme})}${found}`;
}

/** How often a change that is just large enough to matter would be missed. */
function foundBy({outcome, direction, chance}: NonNullable<StandfirstInput["power"]>, followed: boolean): string {
  const change = `意味のある最小の${outcome}の${followed ? (direction === "higher" ? "上昇" : "低下") : "差"}`;
  if (chance < 0.025) return `この規模の調査で、${change}を検出できることはほとんどありません。`;
  if (chance > 0.975) return `この規模の調査で、${change}を見逃すことはほとんどありません。`;
  return `この規模の調査では、${change}を${timesIn(1 - chance)}見逃します。`;
}

type Made = Pick<StandfirstInput, "comparisons" | "followed" | "clear" | "unclear" | "unmade" | "described"> & {
  readonly verb: string;
  readonly programme: string;
};

function madeOf({comparisons, followed, clear, unclear = [], unmade = [], verb, described, programme}: Made): string {
  const not = unmade.length === 0 ? "" : `${list(unmade)}は比較できませんでした。`;
  if (comparisons === 0) return "比較は行っていません。";
  if (comparisons === 1)
    return unmade.length === 1
      ? "計画した比較は実施できませんでした。"
      : `比較を1件${verb}。結果は${clear.length === 1 ? "明確です" : "明確ではありません"}。`;
  const those = clear.length === 0 ? "明確なものはありません" : `${clear.length}件（${list(clear)}）が明確です`;
  if (!described || described.questions === 0)
    return `比較を${comparisons}件${verb}。多重検定の調整後、${those}。${not}`;
  const rest =
    clear.length === 0 || unclear.length === 0
      ? ""
      : `残る${unclear.length}件（${unclear.join("、")}）は明確ではありません。`;
  const {questions, sessions} = described;
  return (
    `問いは${comparisons + questions}つです。そのうち${comparisons}つは${programme}に伴う${followed ? "変化" : "差"}を問うもので、それぞれに比較を1件ずつ${verb}。` +
    `多重検定の調整後、${those}。${rest}${not}ほかの${questions}つの問いは${sessions ? "セッションの様子" : "比較を伴わない結果"}を述べるものです。`
  );
}
