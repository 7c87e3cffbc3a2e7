import {dataTable} from "../../components/parts/dataTable.js";
import {element} from "../../components/parts/element.js";
import type {FoundBeside} from "../../components/figures/nullRows.js";
import {nullRows} from "../../components/figures/nullRows.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, digitsFor, percent, signed} from "../../evidence/format.js";
import {allAtOnce, articleFindings, askedOf} from "../../worlds/allAtOnce.js";
import {asStrong} from "../../worlds/asStrong.js";
import type {ClaimRate} from "../../worlds/claimRates.js";
import {alwaysThere, claimRates, nominal} from "../../worlds/claimRates.js";
import {estimatesOf} from "../../worlds/estimatesOf.js";
import type {WorldLens} from "../../worlds/estimatesOf.js";
import {pileUp} from "../../worlds/pileUp.js";
import {headlineRates, mostFalse} from "../../worlds/headlineRates.js";
import {falseClaimWords} from "../../words/en/falseClaims.js";
import type {WorldKind, Worlds} from "../../worlds/world.js";
import {worldKindNames} from "../../worlds/world.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {findingName} from "../../findings/findingName.js";
import type {Mark} from "../../components/parts/mark.js";
import {htmlMark} from "../../components/parts/mark.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {amount} from "../words.en.js";
import * as said from "./words.en.js";

const nulls = ["pure", "selection"] as const satisfies readonly WorldKind[];
const lenses = ["naive", "primary"] as const satisfies readonly WorldLens[];
const piles = 64;

/** What simulated studies say of the findings; nothing where the study has none. */
export function worldsExhibit(input: RobustnessInput): Mark {
  const {worlds, findings: found, document} = input;
  if (!worlds) return htmlMark();
  const paragraph = (words: string): Element => element(document, "p", {}, words);
  return htmlMark(
    element(document, "h2", {id: "null-worlds"}, said.heading),
    paragraph(introduction(worlds, input)),
    paragraph(atOnce(worlds, input)),
    strengthTable(worlds, found, input),
    element(document, "div", {class: "figure-pairs"}, ...found.map((finding) => findingFigure(worlds, finding, input))),
    ...falseClaims(worlds, input),
    element(document, "h3", {id: "claims"}, said.claims.heading),
    paragraph(said.claims.lead(nominal)),
    element(
      document,
      "div",
      {class: "table-pairs"},
      ...worldKindNames
        .filter((kind) => worlds.worlds.some((world) => world.kind === kind))
        .map((kind) => claimTable(kind, worlds, input))
    )
  );
}

function introduction({worlds}: Worlds, {context}: RobustnessInput): string {
  const made = (kind: WorldKind): number => worlds.filter((world) => world.kind === kind).length;
  return said.simulated(context.programme, eachKind(made), {
    notAsked: alwaysThere.map((id) => findingName(id, context)),
    failed: worlds.filter(({failed: reason}) => reason !== undefined).length
  });
}

const eachKind = <T>(of: (kind: WorldKind) => T): Record<WorldKind, T> => ({
  truth: of("truth"),
  pure: of("pure"),
  selection: of("selection"),
  trends: of("trends"),
  shocks: of("shocks")
});

function atOnce({worlds}: Worlds, {context}: RobustnessInput): string {
  const asked = askedOf(worlds).map((id) => findingName(id, context));
  const by = (lens: WorldLens): Record<WorldKind, {some: number; of: number}> =>
    eachKind((kind) => {
      const {all, worlds: of} = allAtOnce(worlds, kind, lens);
      return {some: all, of};
    });
  return said.atOnce({asked, number: articleFindings.length}, {simple: by("naive"), main: by("primary")});
}

function ours({primary, evidence}: Finding, lens: WorldLens): Evidence | null {
  return lens === "primary" ? primary : (evidence.find(({naive}) => naive) ?? null);
}

/** To as many digits as the main comparison, where an estimate has no interval of its own. */
function printed({estimate, low, high}: Evidence, {primary}: Finding): string {
  const [from, to] = low === null || high === null ? [primary?.low ?? null, primary?.high ?? null] : [low, high];
  return signed(estimate, from === null || to === null ? 2 : digitsFor(from, to));
}

function strengthTable({worlds}: Worlds, found: readonly Finding[], {context, document}: RobustnessInput): Element {
  const rows = found.flatMap((finding) =>
    lenses.flatMap((lens) => {
      const own = ours(finding, lens);
      if (!own) return [];
      const cell = (kind: WorldKind): string => {
        const {as, worlds: of} = asStrong(worlds, kind, finding.id, lens, own);
        return of === 0 ? "" : `${count(as)} of ${count(of)}`;
      };
      const asked = nulls.some((kind) => asStrong(worlds, kind, finding.id, lens, own).worlds > 0);
      if (!asked) return [];
      return [
        {
          finding: `${capital(findingName(finding.id, context))}, ${said.lenses[lens].toLowerCase()}`,
          ours: amount(printed(own, finding), own.unit),
          pure: cell("pure"),
          selection: cell("selection")
        }
      ];
    })
  );
  const columns = [
    {name: "finding", label: said.strength.finding},
    {name: "ours", label: said.strength.ours},
    {name: "pure", label: said.strength.pure},
    {name: "selection", label: said.strength.selection}
  ];
  return dataTable(rows, columns, {caption: said.strength.caption, document});
}

/** A finding's estimates in the null worlds, this study's beside them; nothing where there is none to show. */
function findingFigure({worlds}: Worlds, finding: Finding, input: RobustnessInput): Element | null {
  const groups = lenses.flatMap((lens) =>
    nulls.flatMap((kind) => {
      const own = ours(finding, lens);
      const values = estimatesOf(worlds, kind, finding.id, lens).map(({estimate}) => estimate);
      return own && values.length > 0 ? [{name: said.drawn.group(lens, kind), own, values, kind, lens}] : [];
    })
  );
  const [first] = groups;
  if (!first) return null;
  const all = groups.flatMap(({values, own}) => [...values, own.estimate]);
  const step = (greatestOf(all) - leastOf(all)) / piles;
  if (!(step > 0)) return null;
  const rows = groups.flatMap(({name, own, values}) =>
    pileUp(values, own.estimate, step).map((pile) => ({
      group: name,
      value: pile.at,
      worlds: pile.worlds,
      far: pile.far
    }))
  );
  const found = groups.map(({name, own, kind, lens}): FoundBeside => {
    const {as, worlds: of} = asStrong(worlds, kind, finding.id, lens, own);
    return {group: name, value: own.estimate, words: said.drawn.beside(printed(own, finding), {some: as, of})};
  });
  return nullRows(
    rows,
    {
      group: {name: "group", label: "Comparison"},
      value: {
        name: "value",
        ...(first.own.unit === "r" ? {label: "Correlation"} : {label: "Estimate", unit: first.own.unit})
      },
      count: {name: "worlds", label: "Studies", digits: 0},
      far: {name: "far", label: said.drawn.far}
    },
    {
      found,
      ...figureOptions(input, `null-${finding.id}`, figureTitle(worlds, finding, input), {
        subtitle: said.drawn.subtitle(input.context.programme),
        source: said.drawn.source
      })
    }
  );
}

function figureTitle(worlds: Worlds["worlds"], finding: Finding, {context}: RobustnessInput): string {
  const name = capital(findingName(finding.id, context));
  const own = ours(finding, "primary");
  if (!own) return said.drawn.title(name, null, false);
  const {as, worlds: of} = asStrong(worlds, "selection", finding.id, "primary", own);
  return said.drawn.title(name, {some: as, of}, alwaysThere.includes(finding.id));
}

function claimTable(kind: WorldKind, worlds: Worlds, {context, document}: RobustnessInput): Element {
  const truth = kind === "truth";
  const verdicts: Readonly<Record<ClaimRate["verdict"], string>> = said.claims.verdicts;
  const named = said.claims.columns;
  const rows = claimRates(worlds, kind).map(({finding, claim, claims, worlds: of, bound, verdict, power}) => ({
    claim: `${capital(findingName(finding, context))}: ${claim}`,
    claims: `${count(claims)} of ${count(of)} (${percent(claims / of)})`,
    ...(truth
      ? {power: power === null ? "" : percent(power)}
      : {bound: verdict === "there" || verdict === "selected" ? "" : count(bound), inside: verdicts[verdict]})
  }));
  const columns = [
    {name: "claim", label: named.claim},
    {name: "claims", label: named.claims},
    ...(truth
      ? [{name: "power", label: named.power}]
      : [
          {name: "bound", label: named.bound},
          {name: "inside", label: named.inside}
        ])
  ];
  return element(
    document,
    "div",
    {},
    element(document, "h4", {}, said.claims.where(kind, context.programme)),
    dataTable(rows, columns, {caption: said.claims.caption(kind), document})
  );
}

/** How often the report's first line would have been wrong: the table that the rules are held to. */
function falseClaims({worlds}: Worlds, {context, document}: RobustnessInput): Element[] {
  const rates = headlineRates(worlds).filter(({kind}) => kind !== "truth");
  if (rates.length === 0) return [];
  const rows = rates.map(({kind, worlds: made, named, most, kept}) => ({
    who: falseClaimWords.rows[kind as keyof typeof falseClaimWords.rows],
    named: `${count(named)} of ${count(made)}`,
    most: percent(most, 1),
    kept: kept === null ? falseClaimWords.noLimit : kept ? falseClaimWords.kept : falseClaimWords.broken
  }));
  const columns = [
    {name: "who", label: falseClaimWords.who},
    {name: "named", label: falseClaimWords.named},
    {name: "most", label: falseClaimWords.most},
    {name: "kept", label: falseClaimWords.limit(percent(mostFalse))}
  ];
  return [
    element(document, "h3", {id: "false-claims"}, falseClaimWords.heading),
    dataTable(rows, columns, {caption: falseClaimWords.caption(context.programme), document})
  ];
}
