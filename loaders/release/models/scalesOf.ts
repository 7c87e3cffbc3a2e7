import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import type {Estimate, Term} from "../../../src/stats/estimate.js";
import {variance} from "../../../src/stats/description/variance.js";
import {groupAgreement} from "../../../src/stats/groups/groupAgreement.js";
import {reliability} from "../../../src/stats/scales/reliability.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {type DerivedColumn, releaseDerivedTable} from "../../disclosure/releaseDerived.js";
import type {Policy} from "../../disclosure/policy.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import type {Released} from "../../disclosure/released.js";
import {query} from "../query.js";
import type {ReleaseContext} from "../releaseModule.js";
import {remember} from "../remember.js";
import {tablesRead} from "../tablesRead.js";
import {shownAnswers} from "./shownAnswers.js";

interface PatternRow {
  readonly measure: string;
  /** items asked together, a space between */
  readonly items: string;
  readonly department_id: string;
  readonly fiscal_year: number;
  readonly answers: string;
  readonly persons: number;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Whether a survey measure's items belong together, and whether the people of a unit answer alike enough to be averaged.
 *
 * Estimand   alpha with Feldt's interval and omega total over respondents; the mean over unit-years of rwg(j), ICC(1) and
 *            ICC(2) of the items' mean in unit-years
 * Rows       exact, of respondents who answered every item; one result for each set of items that was asked together, so
 *            that an item put in other words is not taken for the one before
 *
 * @param measures  those that are asked for; all without any
 */
export async function scalesOf(
  context: ReleaseContext,
  measures: readonly string[] = []
): Promise<Released<ReleasedTable>> {
  const {policy} = context;
  const asking = {...(await shownAnswers(context)), measures: JSON.stringify(measures)};
  const asked = {asking, least: policy["survey.respondents"] ?? 2, fewest: fewest(policy)};
  const answers = "models/scale_answers";
  const tables = await tablesRead(context, answers);
  const forms = await remember(context, "scales", {...asked, tables}, async () =>
    formsOf(await query<PatternRow>(context, answers, asking), asked)
  );
  const made = forms.flatMap((form) => scaleOf(form, policy) ?? []);
  return releaseDerivedTable(
    made.map(({row}) => row),
    scaleColumns,
    made.map(({estimate}) => estimate)
  );
}

const coefficient = {kind: "survey", unit: "respondents", grain: 0} as const;

/** What a scale's row says, by column. */
export const scaleColumns: Readonly<Record<string, DerivedColumn>> = {
  measure: {kind: "key"},
  since: {kind: "key"},
  until: {kind: "key"},
  items: {kind: "scale", unit: "items"},
  minimum: {kind: "scale", unit: "points"},
  maximum: {kind: "scale", unit: "points"},
  respondents: {kind: "count", unit: "respondents", grain: 1},
  alpha: coefficient,
  alpha_low: coefficient,
  alpha_high: coefficient,
  omega: coefficient,
  rwgj: coefficient,
  icc1: coefficient,
  icc2: coefficient
};

interface Scale {
  readonly row: ReleasedTable["rows"][number];
  readonly estimate: Released<Estimate>;
}

/** What answers to one set of items that was asked together come to. */
interface Form {
  readonly measure: string;
  readonly since: number;
  readonly until: number;
  readonly items: number;
  readonly minimum: number;
  readonly maximum: number;
  /** each year's respondents, who may be the same persons in every year */
  readonly answering: number;
  /** persons who are certain to be different: the respondents of the year that has most */
  readonly persons: number;
  /** none where too few persons stand behind it */
  readonly terms: readonly Term[];
}

function formsOf(
  patterns: readonly PatternRow[],
  {least, fewest: needed}: {readonly least: number; readonly fewest: number}
): Form[] {
  const forms = new Map<string, PatternRow[]>();
  for (const row of patterns) {
    const form = forms.get(`${row.measure} ${row.items}`);
    if (form) form.push(row);
    else forms.set(`${row.measure} ${row.items}`, [row]);
  }
  return Array.from(forms.values(), (form) => {
    const {measure = "", minimum = 1, maximum = 5} = form[0] ?? {};
    const years = form.map((row) => row.fiscal_year);
    const [persons, answering] = [personsIn(form), answeringOf(form)];
    return {
      measure,
      since: leastOf(years),
      until: greatestOf(years),
      items: itemsOf(form).length,
      minimum,
      maximum,
      answering,
      persons,
      terms: persons < needed ? [] : scaleTerms(form, least)
    };
  });
}

const answeringOf = (form: readonly PatternRow[]): number => form.reduce((sum, row) => sum + row.persons, 0);

function personsIn(form: readonly PatternRow[]): number {
  const years = new Map<number, number>();
  for (const {fiscal_year: year, persons} of form) years.set(year, (years.get(year) ?? 0) + persons);
  return greatestOf(years.values(), 0);
}

const itemsOf = ([first]: readonly PatternRow[]): string[] => JSON.parse(first?.items ?? "[]") as string[];
const fewest = (policy: Policy): number => policy["model.persons"] ?? 2;

/** Consistency and agreement of one form's answers, each person's in a row of its own. */
function scaleTerms(form: readonly PatternRow[], least: number): Term[] {
  const {minimum = 1, maximum = 5} = form[0] ?? {};
  const answering = answeringOf(form);
  const names = itemsOf(form);
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(answering)]));
  const places = new Map<string, number>();
  const groups = new Int32Array(answering);
  let filled = 0;
  for (const {answers, persons: n, department_id: unit, fiscal_year: year} of form) {
    const values = answers.split(" ").map(Number);
    names.forEach((name, i) => columns[name]?.fill(values[i] ?? NaN, filled, filled + n));
    const place = places.get(`${unit} ${year}`) ?? places.size;
    places.set(`${unit} ${year}`, place);
    groups.fill(place, filled, filled + n);
    filled += n;
  }
  return [...consistencyTerms(columns), ...agreementTerms(columns, groups, {choices: maximum - minimum + 1, least})];
}

/** Null where too few persons stand behind it. */
function scaleOf({terms, persons, answering, ...form}: Form, policy: Policy): Scale | null {
  if (persons < fewest(policy)) return null;
  const estimate = releaseEstimate(
    {
      method: "reliability and agreement",
      n: answering,
      dropped: [],
      clusters: {},
      terms,
      fit: {},
      warnings: []
    },
    persons,
    policy
  );
  const found = new Map(estimate.value.terms.map((term) => [term.term, term]));
  return {
    row: {
      ...form,
      respondents: estimate.value.n,
      alpha: found.get("alpha")?.estimate ?? null,
      alpha_low: found.get("alpha")?.low ?? null,
      alpha_high: found.get("alpha")?.high ?? null,
      omega: found.get("omega total")?.estimate ?? null,
      rwgj: found.get("rwg(j)")?.estimate ?? null,
      icc1: found.get("ICC(1)")?.estimate ?? null,
      icc2: found.get("ICC(2)")?.estimate ?? null
    },
    estimate
  };
}

type Columns = Readonly<Record<string, Float64Array>>;

const normal = 1.959964;

/** Alpha and omega; none of a single item, nor where everybody answered an item alike. */
function consistencyTerms(columns: Columns): Term[] {
  const all = Object.values(columns);
  if (all.length < 2 || all.some((column) => !(variance(column) > 0))) return [];
  const {alpha, low, high, omega_total: omega} = reliability(columns).fit;
  const se = low === null || high === null ? null : (high - low) / (2 * normal);
  return [termOf("alpha", alpha, se, {low, high}), ...(omega === null ? [] : [termOf("omega total", omega, se)])];
}

/**
 * Agreement in groups of at least so many. The standard errors say how far to print: of rwg(j) by the spread over groups,
 * of ICC(1) by Fisher's (1925) large-sample formula at the mean size of a group, of ICC(2) by the delta method from it.
 */
function agreementTerms(
  columns: Columns,
  groups: Int32Array,
  {choices, least}: {readonly choices: number; readonly least: number}
): Term[] {
  const sizes: number[] = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  const large = Array.from(groups, (group) => ((sizes[group] ?? 0) >= least ? group : null));
  const number = sizes.filter((size) => size >= least).length;
  if (number < 2) return [];
  const {fit, n} = groupAgreement(columns, large, {choices});
  const agreed = Object.values(fit.rwgj ?? fit.rwg).filter((value) => value !== null);
  const mean = agreed.reduce((sum, value) => sum + value, 0) / agreed.length;
  const rwgj = termOf("rwg(j)", mean, Math.sqrt(variance(agreed) / agreed.length));
  const {icc1, icc2} = fit;
  if (icc1 === null || icc2 === null) return [rwgj];
  const size = n / number;
  const raised = 1 + (size - 1) * icc1;
  const se = (1 - icc1) * raised * Math.sqrt(2 / (size * (size - 1) * (number - 1)));
  return [rwgj, termOf("ICC(1)", icc1, se), termOf("ICC(2)", icc2, (se * size) / raised ** 2)];
}

function termOf(
  term: string,
  estimate: number,
  se: number | null,
  {low = null, high = null}: {low?: number | null; high?: number | null} = {}
): Term {
  return {term, estimate, se, statistic: null, df: null, p: null, low, high};
}
