import {claimCard} from "../../../src/components/parts/claimCard.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {domains} from "../../../src/evidence/domains.js";
import {domainState} from "../../../src/evidence/domainState.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital, count} from "../../../src/evidence/format.js";
import {nextDesign} from "../../../src/evidence/nextDesign.js";
import {limits} from "../../../src/evidence/report/limits.js";
import {recommendations} from "../../../src/evidence/report/recommendations.js";
import {takeUp} from "../../../src/evidence/report/takeUp.js";
import {verdict} from "../../../src/evidence/report/verdict.js";
import {trustCaption, trustCell, trustHeadings} from "../../../src/words/en/trust.js";
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
  const {findings, absent, headline} = release.findings.value;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  const units = new Set(table?.rows.map((row) => row.department_id)).size;
  const planned = release.report.value.plan.status === "locked";
  const told = verdict({findings, headline, plan, units, planned}, context);
  const {can, cannot} = limits(findings, context, release.study);
  return {
    "report.claims": htmlMark(...findings.map((finding) => claim(finding, input))),
    "report.title": textMark(told.title),
    "report.cause": textMark(told.cause),
    "report.standfirst": textMark(told.standfirst),
    "report.together": textMark(told.together),
    "report.can": htmlMark(listOf(document, can.length > 0 ? can : ["What was measured, and no comparison."])),
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
            `${count(units)} ${context.unit.many} can be shown, each with its ${context.person.many}`
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

function threatTable(findings: readonly Finding[], {context, document}: MarkInput): Mark {
  const {how} = context.assignment;
  const chosen = how !== "randomised" && how !== "externally assigned";
  const rows = findings.map((finding) => ({
    finding: capital(findingName(finding.id, context)),
    ...Object.fromEntries(
      domains.map((domain) => [domain, trustCell(domainState(finding, domain), {domain, chosen})] as const)
    )
  }));
  const columns = [
    {name: "finding", label: trustHeadings.question},
    ...domains.map((domain) => ({name: domain, label: trustHeadings[domain]}))
  ];
  return htmlMark(dataTable(rows, columns, {caption: trustCaption, document}));
}

/** Costs and hours as the study declares them: no gain in money beside them, so that nobody divides. */
function costs({release: {study}, document}: MarkInput): Mark {
  if (study.costs.length === 0)
    return htmlMark(element(document, "p", {}, "The study declares neither costs nor hours."));
  const columns = [
    {name: "label", label: "Declared"},
    {name: "amount", label: "Amount"},
    {name: "unit", label: "Unit"}
  ];
  return htmlMark(dataTable(study.costs, columns, {caption: "Costs and hours", document}));
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
