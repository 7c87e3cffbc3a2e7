import {claimCard} from "../../../src/components/claimCard.js";
import {dataTable} from "../../../src/components/dataTable.js";
import type {Domain} from "../../../src/evidence/certainty.js";
import {domains} from "../../../src/evidence/certainty.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital, count, list} from "../../../src/evidence/format.js";
import {isClear} from "../../../src/evidence/isClear.js";
import {nextDesign} from "../../../src/evidence/nextDesign.js";
import {threatNames, threats} from "../../../src/evidence/threats.js";
import {planFor} from "../../release/context.js";
import type {Findings} from "../../release/findings.js";
import {findingPages} from "../findings/findingPages.js";
import {coverageFigure} from "./coverageFigure.js";
import {figureOptions} from "./figureOptions.js";
import {findingNames} from "./findingNames.js";
import {listOf} from "./listOf.js";
import type {Mark, Marks} from "./mark.js";
import {htmlMark, textMark} from "./mark.js";
import type {MarkInput} from "./markInput.js";

/** The report: its claims, what they come to together, who took part, what would settle more. */
export function reportMarks(input: MarkInput): Marks {
  const {release, tables, context, document} = input;
  const {findings, absent} = release.findings.value;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  return {
    "report.claims": htmlMark(...findings.map((finding) => claim(finding, input))),
    "report.together": textMark(together(findings)),
    "report.threats": threatTable(findings, input),
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
        "The plan names no share of persons who take part, from which a next design could be sized."
    ),
    "report.absent": htmlMark(listOf(document, absentees(absent)))
  };
}

function claim(finding: Finding, input: MarkInput): Element {
  const {release, pages, document} = input;
  const address = `findings/${finding.id}.html`;
  const href = pages.some((page) => page.address === address) ? `./${address}` : undefined;
  const plan = planFor(release.study, finding.id);
  const options = {id: `${finding.id}-small`, width: [640, 340] as const, document};
  const figure = plan && findingPages[finding.id].small({...input, finding, plan}, options);
  return claimCard(finding, {href, figure: figure ?? undefined, document});
}

function threatTable(findings: readonly Finding[], {release: {study}, document}: MarkInput): Mark {
  const rows = findings.map((finding) => ({
    finding: capital(findingNames[finding.id]),
    ...threats(finding, study.assignment)
  }));
  const columns = [
    {name: "finding", label: "Finding"},
    ...(Object.keys(domains) as Domain[]).map((domain) => ({name: domain, label: threatNames[domain]}))
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What each finding has withstood", document}));
}

function together(found: readonly Finding[]): string {
  const clear = found.filter(({primary}) => primary && isClear(primary));
  const open = found.filter((finding) => !clear.includes(finding));
  const named = (group: readonly Finding[]): string => list(group.map(({id}) => findingNames[id]));
  if (found.length === 0) return "The study has no finding yet.";
  const first =
    clear.length === 0
      ? "In none of the comparisons does the planned estimate leave out no difference."
      : `The planned estimate leaves out no difference for ${named(clear)}.`;
  const second = open.length === 0 ? "" : ` For ${named(open)} the data are compatible with none.`;
  return `${first}${second} ${found.length === 1 ? "It is one look" : `They are ${count(found.length)} looks`} at one programme, and no proof.`;
}

function absentees(absent: Findings["absent"]): string[] {
  if (absent.length === 0) return ["Every planned finding is reported."];
  return absent.map(({finding, reason}) => `${capital(findingNames[finding])}: ${reason}.`);
}
