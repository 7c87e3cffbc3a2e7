import {JSDOM} from "jsdom";
import {claimCard} from "../../src/components/claimCard.js";
import type {Column, Row} from "../../src/components/column.js";
import {dataTable} from "../../src/components/dataTable.js";
import {element} from "../../src/components/element.js";
import {forest} from "../../src/components/forest.js";
import {strengthKey, strengthLadder} from "../../src/components/strengthLadder.js";
import {compareWithPublished} from "../../src/evidence/departments.js";
import type {Evidence, Finding, FindingId} from "../../src/evidence/finding.js";
import {capital, count, decimal, digitsFor, list, pValue, percent, signed} from "../../src/evidence/format.js";
import {domains} from "../../src/evidence/certainty.js";
import type {Domain} from "../../src/evidence/certainty.js";
import {isClear} from "../../src/evidence/isClear.js";
import {nextDesign} from "../../src/evidence/nextDesign.js";
import {detectable, robustness} from "../../src/evidence/robustness.js";
import {threatNames, threats} from "../../src/evidence/threats.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {numbers} from "../../src/released/table.js";
import {ols} from "../../src/stats/regression/ols.js";
import simulation from "../../src/stats/simulation.json" with {type: "json"};
import validation from "../../src/stats/validation.json" with {type: "json"};
import {evidenceContext, planFor} from "../release/context.js";
import type {Findings} from "../release/findings.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {coverageFigure, curveFigure, lagFigure, leadFigure, secondFigure, smallFigure} from "./figures.js";
import type {Mark, Marks} from "./fillMarks.js";
import type {Page} from "./pages.js";
import {styleMarks} from "./styleMarks.js";

const names: Readonly<Record<FindingId, string>> = {
  purpose: "the purpose",
  departments: "departments",
  organisation: "the organisation",
  sessions: "the sessions",
  managers: "managers",
  engagement: "engagement"
};

/** A figure's title: what is seen in it, in a sentence. */
function leadTitle({id, evidence, primary}: Finding, tables: ReadonlyMap<string, ReleasedTable>): string {
  const [naive] = evidence;
  const printed = (one: Evidence | null | undefined): string =>
    one
      ? `${signed(one.estimate, one.low === null || one.high === null ? 2 : digitsFor(one.low, one.high))} ${one.unit}`
      : "nothing";
  switch (id) {
    case "purpose": {
      return naive
        ? `${printed(naive)} from the first year to the last of people met from another line`
        : "Who met whom, year by year";
    }
    case "departments": {
      return `Pooled ${printed(naive)}, within units ${printed(primary)}: two pictures of the same cells`;
    }
    case "organisation": {
      return "All measures drift with the years, which is why they go together";
    }
    case "sessions": {
      const shares = numbers(tables.get("module_ratings")?.rows ?? [], "favourable").filter(
        (share) => !Number.isNaN(share)
      );
      return `From ${percent(Math.max(...shares))} favourable for the best-liked module to ${percent(Math.min(...shares))} for the least`;
    }
    case "managers": {
      const rows = (tables.get("rating_effects")?.rows ?? []).filter((row) => Number(row.years) >= 0);
      const clear = rows.filter((row) => Number(row.low) > 0 || Number(row.high) < 0).length;
      return rows.length > 0
        ? `${clear === 0 ? "None" : count(clear)} of ${count(rows.length)} years after the start stand${clear === 1 ? "s" : ""} clear of no difference`
        : "Standing among the year's ratings, by years from the first session";
    }
    case "engagement": {
      const measures = evidence.slice(4).filter(({control}) => !control);
      const clear = measures.filter(isClear).length;
      return `${clear === 0 ? "None" : count(clear)} of ${count(measures.length)} measures moved clear of no difference within units`;
    }
  }
}

const secondTitles: Readonly<Partial<Record<FindingId, string>>> = {
  organisation: "What looks alike in levels need not be alike once the trend is out",
  sessions: "Little of the modules' differences is chance: so far do they move when they borrow from all",
  managers: "Where those who started stood, year by year, with no comparison"
};

/** Everything from data that stands in the pages, by the name of its mark. */
export function marksFor({study, report, findings, tables}: StudyRelease, pages: readonly Page[]): Marks {
  const {document} = new JSDOM("").window;
  const context = evidenceContext(study);
  const plain = new Map(Array.from(tables, ([name, table]) => [name, table.value]));
  const marks: Record<string, Mark> = styleMarks({document});
  const text = (name: string, value: string): void => void (marks[name] = {text: value});
  const html = (name: string, ...nodes: (Element | null)[]): void =>
    void (marks[name] = {html: nodes.flatMap((node) => (node ? [node.outerHTML] : [])).join("\n")});
  const table = (rows: readonly Row[], columns: readonly Column[], caption: string): Element =>
    dataTable(rows, columns, {caption, document});

  text("study.title", study.title);
  text("study.organisation", study.organisation);
  text("study.summary", study.summary);
  text("study.description", study.description);
  text("study.programme", study.words.programme);
  text("study.units", study.words.unit.many);
  text("study.unit", study.words.unit.one);
  text("study.persons", study.words.person.many);
  text("study.years", study.programmeYears.join(" to "));
  text("study.assignment", study.assignment);
  text(
    "study.nature",
    study.synthetic
      ? "Synthetic reconstruction: every figure here is simulated; none is the organisation's own."
      : "Real data."
  );
  html(
    "study.sources",
    listOf(
      document,
      study.sources.map(({title = "", path}) => (path ? `${title}: ${path}` : title))
    )
  );
  html("strength.key", strengthKey({document}));

  const found = findings.value.findings;
  html(
    "report.claims",
    ...found.map((finding) => {
      const address = `findings/${finding.id}.html`;
      const href = pages.some((page) => page.address === address) ? `./${address}` : undefined;
      const plan = planFor(study, finding.id);
      const small = {id: `${finding.id}-small`, width: [640, 340] as const, document};
      const figure = plan && smallFigure({finding, tables: plain, context, term: plan.term}, small);
      return claimCard(finding, {href, figure: figure ?? undefined, document});
    })
  );
  const departmentPlan = planFor(study, "departments");
  const departmentTable = plain.get("department_years");
  const byPlan = departmentPlan && {...context, plan: departmentPlan};
  html(
    "report.threats",
    table(
      found.map((finding) => ({
        finding: capital(names[finding.id]),
        ...threats(finding, study.assignment)
      })),
      [
        {name: "finding", label: "Finding"},
        ...(Object.keys(domains) as Domain[]).map((domain) => ({name: domain, label: threatNames[domain]}))
      ],
      "What each finding has withstood"
    )
  );
  text(
    "report.next",
    (departmentTable && byPlan && nextDesign(departmentTable, byPlan)) ||
      "The plan names no share of persons who take part, from which a next design could be sized."
  );
  html(
    "report.coverage",
    departmentTable
      ? coverageFigure(departmentTable, context, {
          id: "coverage",
          title: `${count(new Set(departmentTable.rows.map((row) => row.department_id)).size)} ${study.words.unit.many} can be shown, each with its ${study.words.person.many}`,
          source: `${study.title}, released tables`,
          width: [680, 340],
          document
        })
      : null
  );
  const strong = departmentTable && byPlan && robustness(departmentTable, byPlan);
  if (strong) markRobustness(strong);
  text("report.together", together(found));
  html("report.absent", listOf(document, absentees(findings.value.absent)));
  for (const finding of found) markFinding(finding);

  const {files, rejected, rules, tables: canonical} = report.value;
  html("data.files", table(files as unknown as Row[], fileColumns, "Files that were read"));
  html(
    "data.rejected",
    rejected.length === 0
      ? paragraph(document, "No row was rejected.")
      : table(rejected as unknown as Row[], rejectedColumns, "Rows rejected")
  );
  html(
    "data.rules",
    table(
      rules.map((rule) => ({...rule, value: rule.value ?? "lifted: the rows are public"})),
      ruleColumns,
      "Rules of disclosure control"
    )
  );
  html(
    "data.tables",
    table(
      canonical.map(({table: name, grain, present, mapped}) => ({
        table: name,
        grain,
        present,
        from: present ? (mapped ? "mapping SQL" : "a file") : ""
      })),
      tableColumns,
      "Canonical tables"
    )
  );
  html("data.suppressed", table(suppressionRows(plain), suppressedColumns, "Cells withheld"));
  html(
    "methods.plan",
    table(
      study.plan.map(({finding, dated, specification, term, note = ""}) => ({
        finding,
        dated,
        specification,
        term,
        note
      })),
      planColumns,
      "Analysis plan"
    )
  );
  html(
    "methods.validation",
    table(
      validation.map(({family, title, compared, of, worst, tolerance}) => ({
        family,
        title,
        compared: `${compared} of ${of}`,
        worst: worst.error === 0 ? "none" : worst.error.toExponential(0).replace("-", "\u2212"),
        tolerance: tolerance.toExponential(0).replace("-", "\u2212")
      })),
      [
        {name: "family", label: "Family"},
        {name: "title", label: "Target"},
        {name: "compared", label: "Values compared"},
        {name: "worst", label: "Worst relative error"},
        {name: "tolerance", label: "Allowed"}
      ],
      "What the estimators were checked against"
    )
  );
  html(
    "methods.simulation",
    table(
      simulation.map(({name, kind, nominal, rate, runs, promise}) => ({
        name,
        kind: kind === "size" ? "true nulls refused" : "truths covered",
        nominal: percent(nominal),
        rate: percent(rate, 1),
        runs,
        promise
      })),
      [
        {name: "name", label: "Method and setting"},
        {name: "kind", label: "Share of"},
        {name: "nominal", label: "Promised"},
        {name: "rate", label: "Found"},
        {name: "runs", label: "Simulated studies", digits: 0},
        {name: "promise", label: "Promise"}
      ],
      "How often tests and intervals keep their promise in small samples"
    )
  );
  return marks;

  function markFinding(finding: Finding): void {
    const {id} = finding;
    const plan = planFor(study, id);
    for (const name of [
      "title",
      "sentence",
      "question",
      "specification",
      "alternative",
      "wouldChange",
      "absent"
    ] as const) {
      text(`${id}.${name}`, finding[name]);
    }
    text(
      `${id}.doubts`,
      finding.doubts.length === 0
        ? "Nothing that was checked marks it down further."
        : `It is marked down because ${list(finding.doubts)}.`
    );
    html(`${id}.strength`, strengthLadder(finding.level, finding.certainty, {document}));
    const options = {
      id: `${id}-lead`,
      title: leadTitle(finding, plain),
      source: `${study.title}, released tables`,
      width: [680, 340] as const,
      document
    };
    html(`${id}.figure`, plan && leadFigure({finding, tables: plain, context, term: plan.term}, options));
    html(
      `${id}.second`,
      plan &&
        secondFigure(
          {finding, tables: plain, context, term: plan.term},
          {...options, id: `${id}-second`, title: secondTitles[id] ?? "", width: [680, 340]}
        )
    );
    const shown = id === "engagement" ? finding.evidence.slice(0, 4) : finding.evidence;
    html(
      `${id}.evidence`,
      forest(shown, {
        id: `${id}-evidence`,
        title: evidenceTitle(finding),
        subtitle: "The naive picture first, then what survives",
        width: [680, 340],
        document
      })
    );
    html(`${id}.published`, id === "departments" ? publishedTable(finding) : null);
  }

  function markRobustness({points, positive, joint, lags, confounder, ...rest}: NonNullable<typeof strong>): void {
    const options = {source: `${study.title}, released tables`, width: [680, 340] as const, document};
    text(
      "robustness.sentence",
      `Of ${count(points.length)} defensible specifications ${percent(positive)} have a positive estimate. Were ${study.words.unit.many} to ` +
        `change places, a median as far from nought would come up with p ${pValue(joint.median)}, a sum of evidence as great with p ` +
        `${pValue(joint.stouffer)} (${count(joint.draws)} draws).`
    );
    text(
      "robustness.confounder",
      `Something unmeasured would have to explain ${percent(confounder.estimate, 1)} of what is left of both participation and outcome ` +
        `to take the planned estimate to nought, and ${percent(confounder.interval, 1)} to take its interval there.`
    );
    html(
      "robustness.curve",
      curveFigure(
        {points, positive, joint, lags, confounder, ...rest},
        {
          ...options,
          id: "curve",
          title: `${percent(positive)} of ${count(points.length)} defensible estimates are positive`
        }
      )
    );
    const strongest = lags.toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r))[0];
    html(
      "robustness.lags",
      lagFigure(
        {points, positive, joint, lags, confounder, ...rest},
        {
          ...options,
          id: "lags",
          title: strongest
            ? `Within units the two go together most ${strongest.lag === 0 ? "in the same year" : strongest.lag > 0 ? "when participation comes first" : "when the outcome comes first"}`
            : "Which comes first"
        }
      )
    );
    html(
      "robustness.detectable",
      table(
        detectable(found).map(({finding, detectable: least, unit}) => ({
          finding: capital(names[finding as FindingId]),
          least: decimal(least, least < 1 ? 2 : 1),
          unit
        })),
        [
          {name: "finding", label: "Finding"},
          {name: "least", label: "Least difference found in four of five studies"},
          {name: "unit", label: "Unit"}
        ],
        "What this study could have seen"
      )
    );
  }

  function publishedTable(finding: Finding): Element | null {
    const published = study.plan.find((planned) => planned.finding === finding.id)?.published;
    const rows = plain.get("department_years")?.rows;
    if (!published || !rows) return null;
    const columns = Object.fromEntries(
      Object.keys(rows[0] ?? {}).map((name) => [
        name,
        typeof rows[0]?.[name] === "string" ? rows.map((row) => String(row[name])) : numbers(rows, name)
      ])
    );
    const fitted = ols(finding.specification, columns, {
      vcov: published.vcov === "iid" ? "iid" : {cluster: "department_id"}
    });
    const compared = published.terms.map((term) => {
      const ours = fitted.terms.find((candidate) => candidate.term === term.term);
      if (!ours) throw new RangeError(`the plan's published term is not in the model: ${term.term}`);
      const {estimate, se, agrees} = compareWithPublished(term, ours);
      const minus = (value: string): string => value.replace("-", "\u2212");
      return {term: term.term, published: `${minus(term.estimate)} (${term.se})`, ours: `${estimate} (${se})`, agrees};
    });
    return element(
      document,
      "div",
      {},
      element(document, "h2", {}, "Beside the published estimates"),
      element(document, "p", {}, `${published.citation}; ${fitted.n} rows, standard errors in brackets.`),
      table(
        compared,
        [
          {name: "term", label: "Term"},
          {name: "published", label: "Published"},
          {name: "ours", label: "Computed here"},
          {name: "agrees", label: "Agrees to the printed digits"}
        ],
        "Published estimates beside ours"
      )
    );
  }
}

/** What is left of the naive estimate. */
function evidenceTitle({evidence, primary}: Finding): string {
  const naive = evidence.find((one) => one.naive && one.low !== null);
  if (!naive || !primary || naive === primary || naive.unit !== primary.unit) return "The estimate, by comparison";
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  return `Of a naive ${signed(naive.estimate, digits)} ${naive.unit}, ${signed(primary.estimate, digits)} is left in the planned comparison`;
}

function together(found: readonly Finding[]): string {
  const clear = found.filter(({primary}) => primary && isClear(primary));
  const open = found.filter((finding) => !clear.includes(finding));
  const named = (group: readonly Finding[]): string => list(group.map(({id}) => names[id]));
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
  return absent.map(({finding, reason}) => `${capital(names[finding])}: ${reason}.`);
}

function suppressionRows(tables: ReadonlyMap<string, ReleasedTable>): Row[] {
  return Array.from(tables, ([name, {rows, suppressed}]) => {
    const withheld = Object.values(suppressed).reduce((sum, n) => sum + n, 0);
    return {table: name, rows: rows.length, withheld, columns: Object.keys(suppressed).join(", ") || "none"};
  });
}

function listOf(document: Document, items: readonly (string | Node)[]): Element {
  return element(document, "ul", {}, ...items.map((item) => element(document, "li", {}, item)));
}

function paragraph(document: Document, words: string): Element {
  return element(document, "p", {}, words);
}

const fileColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "read", label: "Rows read", digits: 0},
  {name: "accepted", label: "Accepted", digits: 0},
  {name: "rejected", label: "Rejected", digits: 0},
  {name: "deduplicated", label: "Duplicates", digits: 0},
  {name: "extra", label: "Columns passed over", digits: 0}
];
const rejectedColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "column", label: "Column"},
  {name: "rule", label: "Rule"},
  {name: "rows", label: "Rows", digits: 0}
];
const ruleColumns: Column[] = [
  {name: "label", label: "Rule"},
  {name: "value", label: "Value"},
  {name: "source", label: "Source"}
];
const tableColumns: Column[] = [
  {name: "table", label: "Table"},
  {name: "grain", label: "Grain"},
  {name: "present", label: "In this study"},
  {name: "from", label: "Made from"}
];
const suppressedColumns: Column[] = [
  {name: "table", label: "Released table"},
  {name: "rows", label: "Rows", digits: 0},
  {name: "withheld", label: "Cells withheld", digits: 0},
  {name: "columns", label: "In the columns"}
];
const planColumns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "dated", label: "Dated"},
  {name: "specification", label: "Specification"},
  {name: "term", label: "Term"},
  {name: "note", label: "Note"}
];
