import type {ReleasedTable} from "../../src/released/table.js";
import {AuditError, auditRelease} from "../disclosure/auditRelease.js";
import {behindOf} from "../disclosure/behind.js";
import type {Behind} from "../disclosure/behind.js";
import {type Control, uncontrolled} from "../disclosure/control.js";
import {personKeys} from "../disclosure/personKeys.js";
import {loadSolver} from "../disclosure/loadSolver.js";
import type {ReleaseUnit} from "../disclosure/mergeUnits.js";
import type {Released} from "../disclosure/released.js";
import type {Study} from "../study/readStudy.js";
import {speakFor} from "../study/speakFor.js";
import {againstLast, type ProfileRow} from "./againstLast.js";
import {controlRelease} from "./controlRelease.js";
import type {StudyReport} from "./describeStudy.js";
import {describeStudy} from "./describeStudy.js";
import type {Language} from "../../src/words/language.js";
import type {Worlds} from "../../src/worlds/world.js";
import type {Findings} from "./findings.js";
import {findings} from "./findings.js";
import {boundOf} from "./boundOf.js";
import {openStudy} from "./openStudy.js";
import {codeDigest} from "./fingerprint.js";
import {make} from "./make.js";
import {recordOf} from "./recordOf.js";
import {type ReleaseContext} from "./releaseModule.js";
import {moduleMeans} from "./models/moduleMeans.js";
import {type PageEstimates, pageEstimates} from "./pageEstimates.js";
import {nullWorlds} from "./nullWorlds.js";
import {readProfile} from "./profiles.js";
import {plannedNotMade} from "./plannedNotMade.js";
import {query, queryOnce} from "./query.js";
import {resolveAudit, resolvedInWords} from "./resolveAudit.js";
import {stewardReport} from "./stewardReport.js";
import {unitsOf} from "./unitsOf.js";

export interface StudyRelease {
  readonly study: Study;
  readonly report: Released<StudyReport>;
  readonly findings: Released<Findings>;
  /** what pages draw beyond the findings and tables */
  readonly estimates: Released<PageEstimates>;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
  /** simulated studies like this one; null where its folder has none */
  readonly worlds: Released<Worlds | null>;
  readonly units: readonly ReleaseUnit[];
  /** for the study's steward, and for nobody else; empty unless asked for */
  readonly steward: string;
  /** what goes on record of it; null where the rules on persons are lifted, or nothing is of persons */
  readonly record: string | null;
  /** digests of who is behind it, for the steward's machine alone */
  readonly vintage: string | null;
  /** what its steward should know, a line each */
  readonly notes: readonly string[];
  /** what was counted of its tables, for this machine alone */
  readonly profile: readonly ProfileRow[];
  readonly audited: {readonly cells: number; readonly estimates: number; readonly standing: boolean};
}

export interface AuditedRelease extends StudyRelease {
  readonly behind: Behind;
}

const modelPlace = ".longview/models";

/**
 * Everything that may leave a study: its tables, its findings, and what is said of its files, once the audit has passed.
 *
 * @throws {StudyError} if its data break a rule
 * @throws {AuditError} if what would be released tells more than it may
 */
export async function releaseStudy(
  folder: string,
  {withSteward = false, vintages, language, models = modelPlace}: ReleaseOptions = {}
): Promise<AuditedRelease> {
  await speakFor(folder, {language});
  return openStudy(
    folder,
    async (opened) => {
      const {study} = opened;
      const bound = await boundOf({...opened, models}, {vintages});
      const start: ReleaseContext = {...opened, models, ...(bound && {standing: bound.standing})};
      const profile = await query<ProfileRow>(opened, "sql/profile");
      const warned = [
        ...(await query<{message: string}>(opened, "sql/warnings")).map(({message}) => message),
        ...againstLast(study, await readProfile(study, vintages), profile)
      ];
      const {context, controlled, found, estimates, report, behind, control} = await passAudit(start);
      const means = await make(moduleMeans, context);
      const tables = new Map([...controlled, ...(means ? [[moduleMeans.name, means] as const] : [])]);
      const units = await unitsOf(context);
      const notes = [...warned, ...plannedNotMade(study, found.value), ...(bound?.notes ?? []).map(({text}) => text)];
      const steward = withSteward
        ? await stewardReport({
            context,
            tables,
            findings: found.value,
            units,
            behind,
            notes: [...notes, ...resolvedInWords(control)]
          })
        : "";
      const kept = bound ? await recordOf(context, bound, await codeDigest()) : {record: null, vintage: null};
      const cells = behind.tables.reduce((sum, table) => sum + table.cells.length, 0);
      return {
        study,
        tables,
        findings: found,
        estimates,
        report,
        worlds: await nullWorlds.make(context),
        units,
        steward,
        ...kept,
        notes,
        profile,
        audited: {cells, estimates: behind.estimates.length, standing: (bound?.standing.record ?? null) !== null},
        behind
      };
    },
    {language}
  );
}

export interface ReleaseOptions {
  /** also writes what only the study's steward may see */
  readonly withSteward?: boolean;
  /** where this machine keeps the digests of who is behind what was published */
  readonly vintages?: string;
  /** in place of the one that the study declares */
  readonly language?: Language;
  /** where results of models are kept */
  readonly models?: string;
}

interface Passed {
  readonly context: ReleaseContext;
  readonly controlled: ReadonlyMap<string, Released<ReleasedTable>>;
  readonly found: Released<Findings>;
  readonly estimates: Released<PageEstimates>;
  readonly report: Released<StudyReport>;
  readonly behind: Behind;
  /** what the audit withheld and coarsened */
  readonly control: Control;
}

/** Everything made and audited, and made again coarser or with more withheld until nothing is found. */
async function passAudit(start: ReleaseContext): Promise<Passed> {
  const solve = await loadSolver();
  const people = await queryOnce<{person: string}>(start, "sql/person_keys");
  const persons = personKeys(start.study.public_microdata ? [] : people.map(({person}) => person));
  let control = uncontrolled;
  for (;;) {
    const {context, tables} = await controlRelease(start, control);
    const found = await findings.make(context);
    const estimates = await pageEstimates(context, found, tables);
    const report = await describeStudy.make(context);
    const means = await make(moduleMeans, context);
    const behind = behindOf([...tables.values(), ...(means ? [means] : []), found, estimates, report]);
    const told = auditRelease(behind, {policy: context.policy, solve, persons});
    if (told.length === 0) return {context, controlled: tables, found, estimates, report, behind, control};
    const cells = behind.tables.flatMap((table) => table.cells);
    const more = resolveAudit(told, cells, control);
    if (more === null) throw new AuditError(told);
    control = more;
  }
}
