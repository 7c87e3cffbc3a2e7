import {claimCard} from "../../../src/components/parts/claimCard.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {unbroken} from "../../../src/components/parts/unbroken.js";
import {answerOf} from "../../../src/evidence/answerOf.js";
import type {Evidence, Finding} from "../../../src/evidence/finding.js";
import {capital} from "../../../src/evidence/format.js";
import {certaintyWords} from "../../../src/words/card.js";
import {limits} from "../../../src/report/limits.js";
import {recommendations} from "../../../src/report/recommendations.js";
import {takeUp} from "../../../src/report/takeUp.js";
import {
  claimCell,
  claimHeadings,
  claimed as claimedWords,
  claimsIntroduction,
  claimsNote
} from "../../../src/words/claimed.js";
import {isAmount} from "../../../src/evidence/isAmount.js";
import {exposureOf} from "../../../src/evidence/exposureOf.js";
import {type Exposure, exposurePhrases} from "../../../src/words/exposure.js";
import {
  costsNote,
  exposedHeading,
  mainPoints,
  notCovered,
  reportWords,
  settingWords,
  yearsNamed
} from "../../../src/words/reportWords.js";
import {alsoSaid} from "./alsoSaid.js";
import {costsTogether} from "./costsTogether.js";
import {evidenceWords} from "../../../src/evidence/evidenceWords.js";
import {fewestDigits} from "../../../src/evidence/fewestDigits.js";
import {perStep} from "../../../src/findings/perStep.js";
import {claimState} from "../../../src/report/claimState.js";
import {nextStudyWords} from "../../../src/words/nextStudy.js";
import {planFor} from "../../release/context.js";
import {verdictOf} from "../../release/verdictOf.js";
import type {Findings} from "../../release/findings.js";
import {participationFigure} from "./participationFigure.js";
import {findingName} from "../../../src/findings/findingName.js";
import {listOf} from "../../../src/components/parts/listOf.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";
import {threatTable} from "./threatTable.js";
import {named} from "../../../src/words/language.js";
import {say, unitName} from "../../../src/words/say.js";

/** The report: its claims, what they come to together, who took part, what would settle more. */
export function reportMarks(input: MarkInput): Marks {
  const {release, tables, context, document} = input;
  const {findings, absent, headline} = release.findings.value;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  const exposure: Exposure = plan ? exposureOf(plan, context) : {kind: "share", one: "participation", step: 0.1};
  const {kind} = exposure;
  const {noun} = exposurePhrases(exposure, context);
  const told = verdictOf(release);
  const drawn = findings.some(({level}) => level === 5);
  const {can, cannot} = limits(findings, context, release.study);
  return {
    "report.claims": htmlMark(...findings.map((finding) => claim(finding, input))),
    "report.title": textMark(told.title),
    "report.cause": textMark(told.cause),
    "report.standfirst": textMark(told.standfirst),
    "report.together": textMark(told.together),
    "report.can": htmlMark(...suggested(can, drawn, document)),
    "report.cannot": htmlMark(
      ...(cannot.length === 0 ? [] : [element(document, "p", {}, say("It cannot show:")), listOf(document, cannot)])
    ),
    "report.advice": htmlMark(adviceList(findings, input)),
    "report.points": htmlMark(listOf(document, pointsOf(findings, headline, context, isAmount(exposure)))),
    "report.setting": settingSection(input),
    "report.claimed": claimedSection(findings, input),
    "report.threats": threatTable(findings, input),
    "report.costs": costs(input, {people: kind === "share" || kind === "sessions", drawn}),
    "report.context": textMark(
      takeUp({organisation: tables.get("organisation_years"), departments: table}, context, plan) ?? ""
    ),
    "report.years": textMark(yearsNamed[release.study.fiscalYearStart === "01-01" ? "calendar" : "fiscal"]()),
    "report.exposed": textMark(exposedHeading(kind, noun, context)),
    "report.coverage": htmlMark(table && participationFigure(table, input)),
    "report.next": textMark(
      release.estimates.value.next ??
        nextStudyWords.noNextStudy(plan ? {noun, isAmount: isAmount(exposure)} : null, context)
    ),
    "report.absent": htmlMark(...absenteesList(absent, input))
  };
}

function claim(finding: Finding, input: MarkInput): Element {
  const {release, pages, rooms, document} = input;
  const address = `findings/${finding.id}.html`;
  const href = pages.some((page) => page.address === address) ? `./${address}` : undefined;
  const plan = planFor(release.study, finding.id);
  const options = {id: `${finding.id}-small`, width: [560, 288] as const, finding: finding.title, document};
  const figure =
    plan &&
    rooms
      .get(finding.id)
      ?.small({...input, finding, plan, derived: release.estimates.value.findings[finding.id]}, options);
  return claimCard(finding, {href, figure: figure ?? undefined, also: alsoSaid(finding.id, input), document});
}

/** The report's main points, of the findings as they were judged. */
function pointsOf(
  findings: readonly Finding[],
  {kind, clear, adjusted}: Findings["headline"],
  {unit, person, programme}: MarkInput["context"],
  amount: boolean
): string[] {
  const found = (id: string): Finding | null => findings.find((one) => one.id === id) ?? null;
  const sessions = found("sessions");
  const engagement = found("engagement");
  return mainPoints({
    study: {unit, person, programme},
    purpose: found("purpose"),
    clear: clear.flatMap((id) => found(id) ?? []).filter(({id}) => id !== "organisation"),
    comparisons: Object.keys(adjusted).length,
    small: kind === "too small",
    organisation: found("organisation"),
    sessions: sessions && {...sessions, differs: answerOf(sessions) === "clear"},
    engagement: clear.includes("engagement") ? null : engagement,
    drawn: findings.some(({level}) => level === 5),
    amount
  });
}

/** What the programme set out to do; nothing where the study does not say it. */
function settingSection({release: {study}, context, document}: MarkInput): Mark {
  const words = settingWords(
    {
      purpose: context.purpose?.label,
      sessions: study.sessionsInProgramme,
      ...study.setting,
      meets: study.setting?.meets && named(study.setting.meets),
      about: study.setting?.about && named(study.setting.about)
    },
    context
  );
  return words === null
    ? htmlMark()
    : htmlMark(
        element(document, "h2", {id: "setting"}, say("What the programme set out to do")),
        element(document, "p", {}, words)
      );
}

/** What was claimed for the programme, each claim beside what the data show. */
function claimedSection(findings: readonly Finding[], input: MarkInput): Mark {
  const {
    release: {study},
    context,
    tables,
    document
  } = input;
  if (!study.claims) return htmlMark();
  const {source, caution, items} = study.claims;
  const rows = items.map(({finding: id, claim: words}) => {
    const finding = findings.find((one) => one.id === id) ?? null;
    const simple = finding?.evidence.find(({naive}) => naive);
    return {
      claim: named(words),
      shown: claimCell(claimState(finding, context, tables)),
      simple: simple && finding ? inTable(simple, fewestDigits(finding.evidence)) : "",
      main: finding?.primary ? inTable(finding.primary) : "",
      sure: finding ? capital(certaintyWords[finding.certainty]) : ""
    };
  });
  const columns = (["claim", "shown", "simple", "main", "sure"] as const).map((name) => ({
    name,
    label: claimHeadings[name]
  }));
  const plan = planFor(study, "departments");
  return htmlMark(
    element(document, "h2", {id: "claims"}, say("What was claimed for it")),
    element(
      document,
      "p",
      {},
      claimsIntroduction({source: named(source), number: items.length, synthetic: study.synthetic})
    ),
    dataTable(rows, columns, {caption: claimedWords.claimsCaption, cards: true, document}),
    plan &&
      element(
        document,
        "p",
        {class: "figure-note"},
        claimsNote(perStep({context, plan}), context, {margin: plan.outcome.name === "margin"})
      ),
    caution === undefined ? null : element(document, "p", {}, named(caution))
  );
}

const inTable = (evidence: Evidence, fewest?: number): string => unbroken(evidenceWords(evidence, fewest));

/** Costs and hours as the study declares them: no gain in money beside them, so that nobody divides. */
function costs(input: MarkInput, {people, drawn}: {readonly people: boolean; readonly drawn: boolean}): Mark {
  const {
    release: {study},
    context,
    document
  } = input;
  // a law or a tax has none that a study of it would say
  if (study.costs.length === 0)
    return people ? htmlMark(element(document, "p", {}, reportWords.noCosts(context.programme))) : htmlMark();
  const columns = [
    {name: "label", label: say("What")},
    {name: "amount", label: say("Amount")},
    {name: "unit", label: say("Unit")}
  ];
  return htmlMark(
    dataTable(costsSaid(study.costs), columns, {caption: say("Costs and hours"), document}),
    element(document, "p", {}, costsTogether(input)),
    element(document, "p", {}, costsNote(context.programme, drawn))
  );
}

const costsSaid = (declared: MarkInput["release"]["study"]["costs"]) =>
  declared.map(({label, amount, unit}) => ({label: named(label), amount, unit: unitName(unit)}));

function adviceList(findings: readonly Finding[], {context, pages, document}: MarkInput): Element {
  const items = recommendations(findings, context).map(({advice, because, finding}) => {
    const address = `findings/${finding}.html`;
    const place = pages.some((page) => page.address === address)
      ? element(document, "a", {href: `./${address}`}, capital(findingName(finding, context)))
      : capital(findingName(finding, context));
    return element(
      document,
      "li",
      {},
      element(document, "strong", {}, advice),
      say(" {0} (", because),
      place,
      say(")")
    );
  });
  return element(document, "ul", {class: "advice"}, ...items);
}

/** What the plan asks and the data cannot answer; what a study never set out to ask is not missed. */
function absentees(absent: Findings["absent"], {release: {study}, context}: MarkInput): string[] {
  return absent
    .filter(({finding}) => planFor(study, finding) !== null)
    .map(({finding, reason}) => notCovered.finding(findingName(finding, context), reason));
}

function absenteesList(absent: Findings["absent"], input: MarkInput): Element[] {
  const all = absentees(absent, input);
  return all.length === 0 ? [] : [listOf(input.document, all)];
}

/** What the comparisons suggest, or show where a draw decided, with how sure it is; where none is clear, that. */
function suggested(can: readonly string[], drawn: boolean, document: Document): Element[] {
  const paragraph = (text: string): HTMLElement => element(document, "p", {}, text);
  return can.length === 0
    ? [paragraph(say("It shows what was measured. No comparison is clear."))]
    : [
        paragraph(
          drawn
            ? say("It shows the following. Brackets say how sure we are of the direction.")
            : say("It suggests the following. Brackets say how sure we are of the direction.")
        ),
        listOf(document, can)
      ];
}
