import {claimCard} from "../../../src/components/parts/claimCard.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {Domain} from "../../../src/evidence/certainty.js";
import {domains} from "../../../src/evidence/certainty.js";
import {inMoney, moneySentence} from "../../../src/findings/departments/inMoney.js";
import {mayClaimCause} from "../../../src/evidence/designLevel.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital, count} from "../../../src/evidence/format.js";
import {nextDesign} from "../../../src/evidence/nextDesign.js";
import {limits} from "../../../src/evidence/report/limits.js";
import {recommendations} from "../../../src/evidence/report/recommendations.js";
import {takeUp} from "../../../src/evidence/report/takeUp.js";
import {verdict} from "../../../src/evidence/report/verdict.js";
import {threatNames, threats} from "../../../src/evidence/threats.js";
import {planFor} from "../../release/context.js";
import type {Findings} from "../../release/findings.js";
import {findingPages} from "../../../src/findings/registry.js";
import {coverageFigure} from "./coverageFigure.js";
import {figureOptions} from "../../../src/components/parts/figureOptions.js";
import {findingName} from "../../../src/evidence/findingName.js";
import {listOf} from "../../../src/components/parts/listOf.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";

/** The report: its claims, what they come to together, who took part, what would settle more. */
export function reportMarks(input: MarkInput): Marks {
  const {release, tables, context, document} = input;
  const {findings, absent} = release.findings.value;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  const {title, paragraph} = verdict(findings, context);
  const {can, cannot} = limits(findings, context);
  return {
    "report.claims": htmlMark(...findings.map((finding) => claim(finding, input))),
    "report.title": textMark(title),
    "report.verdict": textMark(paragraph),
    "report.can": htmlMark(listOf(document, can.length > 0 ? can : ["Nothing beyond the figures as they stand."])),
    "report.cannot": htmlMark(listOf(document, cannot)),
    "report.advice": htmlMark(adviceList(findings, input)),
    "report.threats": threatTable(findings, input),
    "report.costs": costs(input),
    "report.context": textMark(
      takeUp({organisation: tables.get("organisation_years"), departments: table}, context, plan) ?? ""
    ),
    "report.coverage": htmlMark(
      table &&
        coverageFigure(
          table,
          context,
          figureOptions(
            input,
            "coverage",
            `${count(new Set(table.rows.map((row) => row.department_id)).size)} ${context.unit.many} can be shown, each with its ${context.person.many}`
          )
        )
    ),
    "report.next": textMark(
      (table && plan && nextDesign(table, {...context, plan})) ||
        "The plan names no exposure from which a next design could be sized."
    ),
    "report.absent": htmlMark(listOf(document, absentees(absent, context)))
  };
}

function claim(finding: Finding, input: MarkInput): Element {
  const {release, pages, document} = input;
  const address = `findings/${finding.id}.html`;
  const href = pages.some((page) => page.address === address) ? `./${address}` : undefined;
  const plan = planFor(release.study, finding.id);
  const options = {id: `${finding.id}-small`, width: [560, 288] as const, document};
  const figure = plan && findingPages[finding.id].small({...input, finding, plan}, options);
  return claimCard(finding, {href, figure: figure ?? undefined, document});
}

function threatTable(findings: readonly Finding[], {release: {study}, context, document}: MarkInput): Mark {
  const rows = findings.map((finding) => ({
    finding: capital(findingName(finding.id, context)),
    ...threats(finding, study.assignment)
  }));
  const columns = [
    {name: "finding", label: "Finding"},
    ...(Object.keys(domains) as Domain[]).map((domain) => ({name: domain, label: threatNames[domain]}))
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What each finding has withstood", document}));
}

/** Costs and hours as the study declares them beside the departments' difference in money, never divided by it. */
function costs({release: {study, findings}, tables, context, document}: MarkInput): Mark {
  const table = tables.get("department_years");
  const finding = findings.value.findings.find(({id}) => id === "departments");
  const money = table && finding && inMoney(finding, table, context);
  const cause = finding !== undefined && mayClaimCause(finding.level, study.assignment);
  const said =
    money &&
    `${moneySentence(money, context.unit.one)}${cause ? "" : ` That ${context.programme} brought it is not shown.`}`;
  const paragraph = (text: string): Element => element(document, "p", {}, text);
  if (study.costs.length === 0)
    return htmlMark(paragraph("The study declares neither costs nor hours."), said ? paragraph(said) : null);
  const columns = [
    {name: "label", label: "Declared"},
    {name: "amount", label: "Amount"},
    {name: "unit", label: "Unit"}
  ];
  return htmlMark(
    dataTable(study.costs, columns, {caption: "Costs and hours", document}),
    said ? paragraph(said) : null
  );
}

function adviceList(findings: readonly Finding[], {context, pages, document}: MarkInput): Element {
  const items = recommendations(findings, context).map(({advice, because, finding}) => {
    const address = `findings/${finding}.html`;
    const place = pages.some((page) => page.address === address)
      ? element(document, "a", {href: `./${address}`}, capital(findingName(finding, context)))
      : capital(findingName(finding, context));
    return element(document, "li", {}, element(document, "strong", {}, advice), ` ${because} (`, place, ")");
  });
  return element(document, "ul", {class: "advice"}, ...items);
}

function absentees(absent: Findings["absent"], context: MarkInput["context"]): string[] {
  if (absent.length === 0) return ["Every planned finding is reported."];
  return absent.map(({finding, reason}) => `${capital(findingName(finding, context))}: ${reason}.`);
}
