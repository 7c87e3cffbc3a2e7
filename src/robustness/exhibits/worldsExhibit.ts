import {dataTable} from "../../components/parts/dataTable.js";
import {element} from "../../components/parts/element.js";
import type {FoundBeside} from "../../components/figures/nullRows.js";
import {nullRows} from "../../components/figures/nullRows.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, digitsFor, list, percent, signed} from "../../evidence/format.js";
import {allAtOnce, articleFindings, askedOf} from "../../worlds/allAtOnce.js";
import {asStrong} from "../../worlds/asStrong.js";
import type {ClaimRate} from "../../worlds/claimRates.js";
import {alwaysThere, claimRates, nominal} from "../../worlds/claimRates.js";
import {estimatesOf} from "../../worlds/estimatesOf.js";
import type {WorldLens} from "../../worlds/estimatesOf.js";
import {pileUp} from "../../worlds/pileUp.js";
import {headlineRates, mostFalse} from "../../worlds/headlineRates.js";
import {falseClaimWords} from "../../words/en/falseClaims.js";
import {inWords} from "../../words/en/numbers.js";
import type {WorldKind, Worlds} from "../../worlds/world.js";
import {worldKindNames} from "../../worlds/world.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {findingName} from "../../findings/findingName.js";
import type {Mark} from "../../components/parts/mark.js";
import {htmlMark} from "../../components/parts/mark.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {RobustnessInput} from "../robustnessInput.js";

const nulls = ["pure", "selection"] as const satisfies readonly WorldKind[];
const lenses = ["naive", "primary"] as const satisfies readonly WorldLens[];
const lensNames: Readonly<Record<WorldLens, string>> = {naive: "Simple", primary: "Main"};
const kindNames: Readonly<Record<WorldKind, string>> = {
  truth: "it works",
  pure: "it does nothing and anyone takes part",
  selection: "it does nothing and the better take part",
  trends: "it does nothing and those that have long been improving take part",
  shocks: "it does nothing and those that are about to improve take part"
};
const takers: Readonly<Record<(typeof nulls)[number], string>> = {
  pure: "anyone takes part",
  selection: "the better take part"
};
const piles = 64;

/** What simulated studies say of the findings; nothing where the study has none. */
export function worldsExhibit(input: RobustnessInput): Mark {
  const {worlds, findings: found, document} = input;
  if (!worlds) return htmlMark();
  const paragraph = (words: string): Element => element(document, "p", {}, words);
  return htmlMark(
    element(document, "h2", {id: "null-worlds"}, "How often would chance do this?"),
    paragraph(introduction(worlds, input)),
    paragraph(atOnce(worlds, input)),
    strengthTable(worlds, found, input),
    ...found.map((finding) => findingFigure(worlds, finding, input)),
    ...falseClaims(worlds, input),
    element(document, "h3", {id: "claims"}, "How often would each be claimed?"),
    paragraph(
      `How often these rules name a gain or loss. Where there is nothing to find, tests at ${percent(nominal)} find something by ` +
        "chance alone. They exceed \u201cat most\u201d one time in a hundred."
    ),
    ...worldKindNames
      .filter((kind) => worlds.worlds.some((world) => world.kind === kind))
      .map((kind) => claimTable(kind, worlds, input))
  );
}

function introduction({worlds}: Worlds, {context}: RobustnessInput): string {
  const {programme} = context;
  const failed = worlds.filter(({failed: reason}) => reason !== undefined).length;
  const of = (kind: WorldKind): string => count(worlds.filter((world) => world.kind === kind).length);
  return (
    `We simulated studies of this one's size and shape, and analysed each as we did this one, from raw tables to titles. ` +
    `In ${of("pure")} of them ${programme} does nothing and anyone takes part. In ${of("selection")} it does nothing and the better ` +
    `take part. In ${of("trends")} it does nothing and those that have long been improving take part, and in ${of("shocks")} those that are ` +
    `about to improve. In ${of("truth")} it works to a known extent. Any finding in the first kind is chance, and in the others without ` +
    `effect chance or selection. ${capital(list(alwaysThere.map((id) => findingName(id, context))))} are not asked of them: that the lines ` +
    `mixed, and that modules on reflection were liked, is so in every study, whatever ${programme} does.` +
    (failed === 0 ? "" : ` In ${count(failed)} the computation gave up; they are left out.`)
  );
}

function atOnce({worlds}: Worlds, {context}: RobustnessInput): string {
  const asked = askedOf(worlds);
  const number = articleFindings.length;
  const share = (kind: WorldKind, lens: WorldLens): string => {
    const {all, worlds: of} = allAtOnce(worlds, kind, lens);
    return `${count(all)} of ${count(of)}`;
  };
  return (
    `How often would ${asked.length === number ? `all ${inWords(number)}` : `${inWords(asked.length)} of the ${inWords(number)}`} findings of the article ` +
    (asked.length === number ? "" : `(${list(asked.map((id) => findingName(id, context)))}) `) +
    "have come out as good news at once? By the simple " +
    `comparisons in ${share("pure", "naive")} studies where anyone takes part, in ${share("selection", "naive")} where the better take part, ` +
    `and in ${share("truth", "naive")} where the programme works. By the main comparisons in ${share("pure", "primary")}, ` +
    `${share("selection", "primary")} and ${share("truth", "primary")}.`
  );
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
        return of === 0 ? "" : as === 0 ? `0 of ${count(of)}` : `${percent(as / of, 1)} of ${count(of)}`;
      };
      const asked = nulls.some((kind) => asStrong(worlds, kind, finding.id, lens, own).worlds > 0);
      if (!asked) return [];
      return [
        {
          finding: `${capital(findingName(finding.id, context))}, ${lensNames[lens].toLowerCase()}`,
          ours: `${printed(own, finding)} ${own.unit}`,
          pure: cell("pure"),
          selection: cell("selection")
        }
      ];
    })
  );
  const columns = [
    {name: "finding", label: "Question and comparison"},
    {name: "ours", label: "This study"},
    {name: "pure", label: "As large by chance alone"},
    {name: "selection", label: "By chance and selection"}
  ];
  return dataTable(rows, columns, {caption: "Simulated studies with a result as large as ours", document});
}

/** A finding's estimates in the null worlds, this study's beside them; nothing where there is none to show. */
function findingFigure({worlds}: Worlds, finding: Finding, input: RobustnessInput): Element | null {
  const groups = lenses.flatMap((lens) =>
    nulls.flatMap((kind) => {
      const own = ours(finding, lens);
      const values = estimatesOf(worlds, kind, finding.id, lens).map(({estimate}) => estimate);
      return own && values.length > 0 ? [{name: `${lensNames[lens]}, ${takers[kind]}`, own, values, kind, lens}] : [];
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
    return {group: name, value: own.estimate, words: `${printed(own, finding)}; ${count(as)} of ${count(of)} as large`};
  });
  return nullRows(
    rows,
    {
      group: {name: "group", label: "Comparison"},
      value: {name: "value", label: "Estimate", unit: first.own.unit},
      count: {name: "worlds", label: "Studies", digits: 0},
      far: {name: "far", label: "As large as in this study"}
    },
    {
      found,
      ...figureOptions(input, `null-${finding.id}`, figureTitle(worlds, finding, input), {
        subtitle: `Estimates in simulated studies in which ${input.context.programme} does nothing`,
        source: "simulated studies"
      })
    }
  );
}

function figureTitle(worlds: Worlds["worlds"], finding: Finding, {context}: RobustnessInput): string {
  const name = capital(findingName(finding.id, context));
  const own = ours(finding, "primary");
  if (!own) return `${name}: results of simulated studies`;
  const {as, worlds: of} = asStrong(worlds, "selection", finding.id, "primary", own);
  const there = alwaysThere.includes(finding.id) ? ", where it is as true as here" : "";
  return `${name}: ${count(as)} of ${count(of)} simulated studies without effect but with selection gave a result as large${there}`;
}

function claimTable(kind: WorldKind, worlds: Worlds, {context, document}: RobustnessInput): Element {
  const truth = kind === "truth";
  const verdicts: Readonly<Record<ClaimRate["verdict"], string>> = {
    inside: "yes",
    beyond: "no",
    there: "there to find",
    selected: "made by selection"
  };
  const rows = claimRates(worlds, kind).map(({finding, claim, claims, worlds: of, bound, verdict, power}) => ({
    claim: `${capital(findingName(finding, context))}: ${claim}`,
    claims: `${count(claims)} of ${count(of)} (${percent(claims / of)})`,
    ...(truth
      ? {power: power === null ? "" : percent(power)}
      : {bound: verdict === "there" || verdict === "selected" ? "" : count(bound), inside: verdicts[verdict]})
  }));
  const columns = [
    {name: "claim", label: "Claim"},
    {name: "claims", label: "Studies that make it"},
    ...(truth
      ? [{name: "power", label: "Power for the true difference"}]
      : [
          {name: "bound", label: "At most by chance"},
          {name: "inside", label: "Inside"}
        ])
  ];
  return element(
    document,
    "div",
    {},
    element(document, "h4", {}, `Where ${kindNames[kind].replace(/^it/, context.programme)}`),
    dataTable(rows, columns, {caption: `Claims where ${kindNames[kind]}`, document})
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
