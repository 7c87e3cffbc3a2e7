import {checkAnchor} from "../../../src/components/parts/checkAnchor.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {type Mark, htmlMark} from "../../../src/components/parts/mark.js";
import {domains} from "../../../src/evidence/domains.js";
import {deciding, domainState} from "../../../src/evidence/domainState.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital} from "../../../src/evidence/format.js";
import {findingName} from "../../../src/findings/findingName.js";
import {claimState} from "../../../src/report/claimState.js";
import {certaintyWords, levelWords} from "../../../src/words/card.js";
import {claimCell} from "../../../src/words/claimed.js";
import {trust, trustCell, trustHeadings} from "../../../src/words/trust.js";
import type {MarkInput} from "./markInput.js";

/** How far each finding can be trusted: a row a finding, a column a problem, each cell a link to its check. */
export function threatTable(findings: readonly Finding[], {context, tables, pages, document}: MarkInput): Mark {
  const {how} = context.assignment;
  const chosen = how !== "randomised" && how !== "externally assigned";
  const rows = findings.map((finding) => ({
    finding: capital(findingName(finding.id, context)),
    answer: claimCell(claimState(finding, context, tables)),
    comparison: capital(levelWords[finding.level]),
    sure: capital(certaintyWords[finding.certainty]),
    ...Object.fromEntries(
      domains.map((domain) => [domain, trustCell(domainState(finding, domain), {domain, chosen})] as const)
    )
  }));
  const columns = [
    {name: "finding", label: trustHeadings.question},
    {name: "answer", label: trustHeadings.answer},
    {name: "comparison", label: trustHeadings.comparison},
    {name: "sure", label: trustHeadings.sure},
    ...domains.map((domain) => ({name: domain, label: trustHeadings[domain]}))
  ];
  const address = new Map(
    findings.flatMap((finding, i) =>
      pages.some((page) => page.address === `findings/${finding.id}.html`) ? [[rows[i], finding] as const] : []
    )
  );
  return htmlMark(
    dataTable(rows, columns, {
      caption: trust.trustCaption,
      href: (row, column) => {
        const finding = address.get(row as (typeof rows)[number]);
        return finding && hrefOf(finding, column);
      },
      cards: true,
      document
    })
  );
}

/** A finding's page; for a problem the check that answers it, the one that tells most against the finding. */
function hrefOf(finding: Finding, column: string): string | undefined {
  const page = `./findings/${finding.id}.html`;
  if (column === "finding") return page;
  const domain = domains.find((one) => one === column);
  const check = domain && deciding(finding, domain);
  return check && `${page}#${checkAnchor(check)}`;
}
