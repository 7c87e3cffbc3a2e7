import type {Plan} from "../../src/evidence/context.js";
import type {Finding, FindingDraft} from "../../src/evidence/finding.js";
import {list} from "../../src/evidence/format.js";
import {judgeFindings} from "../../src/evidence/judgeFindings.js";
import type {Headline} from "../../src/evidence/verdict/headline.js";
import type {ClaimValues} from "../../src/findings/findingRow.js";
import {type FindingId, findingIds, registry} from "../../src/findings/registry.js";
import type {OtherWay} from "../../src/findings/otherWay.js";
import {rowOf} from "../../src/findings/rowOf.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {named} from "../../src/words/language.js";
import {unfittedReason} from "../../src/words/impossible.js";
import {releaseDerived} from "../disclosure/releaseDerived.js";
import {NotYet} from "../disclosure/notYet.js";
import type {Released} from "../disclosure/released.js";
import {TooFewBehind} from "../disclosure/tooFewBehind.js";
import {evidenceContext, planFor} from "./context.js";
import {make, whyNotMade} from "./make.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";
import {remember} from "./remember.js";
import {sources} from "./sources.js";

export interface Findings {
  readonly findings: readonly Finding[];
  /** what the report's first line may name */
  readonly headline: Headline<string>;
  /** findings that the study can't speak to, and why */
  readonly absent: readonly {readonly finding: FindingId; readonly reason: string}[];
  /** of a finding on rows that do not leave the study: the same claim by other comparisons, for its page's controls */
  readonly otherWays: Readonly<Partial<Record<string, readonly OtherWay[]>>>;
}

/** The findings that the study's tables and plan can speak to, in the report's order. */
export const findings: ReleaseModule<Findings> = {
  name: "findings",
  needs: [],
  async make(context) {
    const found: Released<Claimed>[] = [];
    const absent: {finding: FindingId; reason: string}[] = [];
    for (const finding of findingIds.filter((id) => !context.without?.includes(id))) {
      const plan = planFor(context.study, finding);
      const released = plan && (await claimOf(finding, context, plan).catch(unfitted));
      if (released instanceof Unfitted)
        absent.push({finding, reason: unfittedReason(released.why.reason, context.study.words)});
      else if (released) found.push(released);
      else absent.push({finding, reason: whyAbsent(finding, context)});
    }
    const unmade: string[] = absent.flatMap(({finding}) =>
      registry[finding].change && planFor(context.study, finding) ? [finding] : []
    );
    const judged = judgeFindings(
      found.map(({value}) => ownAlternative(value.draft, context.study)),
      unmade
    );
    const otherWays = Object.fromEntries(
      found.flatMap(({value: {draft, otherWays: ways}}) =>
        ways.length === 0
          ? []
          : [[draft.id, ways.map((way) => ({...way, finding: ownAlternative(way.finding, context.study)}))]]
      )
    );
    return releaseDerived({...judged, absent, otherWays}, ...found);
  }
};

/** What else could explain a result, in the study's words where its plan has some. */
function ownAlternative(draft: FindingDraft, {plan}: ReleaseContext["study"]): FindingDraft {
  const own = plan.find(({finding}) => finding === draft.id)?.alternative;
  return own === undefined ? draft : {...draft, alternative: named(own)};
}

/** A plan that the data at hand can't carry leaves its finding out, not the site. */
class Unfitted {
  constructor(readonly why: NotIdentified) {}
}

/** The engine's words may name groups, so its reason alone is passed on. */
function unfitted(error: unknown): Unfitted {
  if (error instanceof NotIdentified) return new Unfitted(error);
  throw error;
}

function whyAbsent(finding: FindingId, context: ReleaseContext): string {
  const {study} = context;
  const {from} = registry[finding];
  const needed = new Set(from.flatMap((name) => sources[name].needs));
  const missing = [...needed].filter((table) => !study.tables.includes(table));
  const [refused] = from.flatMap((name) => whyNotMade(sources[name].name, context) ?? []);
  if (refused instanceof TooFewBehind)
    return refused.of === "persons"
      ? `fewer than ${refused.least} ${study.words.person.many} are behind the planned comparison, too few to publish`
      : "too few rows are behind the planned comparison for it to be published";
  if (refused instanceof NotYet)
    // why it waits is for its steward: that few persons differ would tell of them
    return "it was not published before, and waits for a later release";
  if (refused) return unfittedReason(refused.reason, study.words);
  return missing.length > 0 ? `the study lacks ${list(missing)}` : "the analysis plan names no specification for it";
}

/** what hands the tables on to a finding's room */
const handing = ["loaders/release/findings.ts", "loaders/release/context.ts", "src/findings/registry.ts"];

interface Claimed {
  readonly draft: FindingDraft;
  readonly otherWays: readonly OtherWay[];
}

/** What the finding's room makes of the tables that its row names; null where one is missing. */
async function claimOf(finding: FindingId, context: ReleaseContext, plan: Plan): Promise<Released<Claimed> | null> {
  const {from, beside} = registry[finding];
  const read = new Map<string, Released<unknown>>();
  for (const name of [...from, ...beside]) {
    const released = await make<unknown>(sources[name], context);
    if (released && released.value !== null) read.set(name, released);
  }
  if (!from.every((name) => read.has(name))) return null;
  const values = Object.fromEntries(Array.from(read, ([name, {value}]) => [name, value]));
  const planned = {...evidenceContext(context.study), plan};
  const reads = {values, planned, plans: context.study.plan};
  const claimed = await remember(
    context,
    `finding-${finding}`,
    reads,
    async (): Promise<Claimed> => {
      const row = rowOf(finding);
      const taken = values as ClaimValues<string, string>;
      const draft = await row.claim(taken, planned, (other) => planFor(context.study, other));
      return {draft, otherWays: (await row.otherWays?.(taken, planned)) ?? []};
    },
    {by: {modules: [`src/findings/${finding}/claim.ts`, "src/evidence/planOf.ts"], alone: handing}}
  );
  return releaseDerived(claimed, ...read.values());
}
