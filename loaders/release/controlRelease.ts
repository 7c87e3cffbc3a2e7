import type {ReleasedTable} from "../../src/released/table.js";
import {behindOf} from "../disclosure/behind.js";
import type {Released} from "../disclosure/released.js";
import {suppressComplementary} from "../disclosure/suppressComplementary.js";
import {departmentYears} from "./tables/departmentYears.js";
import {events} from "./tables/events.js";
import {make} from "./make.js";
import {managerBalance} from "./tables/managerBalance.js";
import {managerFlow} from "./tables/managerFlow.js";
import {mixing} from "./tables/mixing.js";
import {moduleAnswers} from "./tables/moduleAnswers.js";
import {moduleRatings} from "./tables/moduleRatings.js";
import {organisationYears} from "./tables/organisationYears.js";
import {ratingEffects} from "./tables/ratingEffects.js";
import {ratingShifts} from "./tables/ratingShifts.js";
import {ratingYears} from "./tables/ratingYears.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";
import {sessionResponse} from "./tables/sessionResponse.js";
import {surveyGroups} from "./tables/surveyGroups.js";
import {surveyMeasures} from "./tables/surveyMeasures.js";
import {surveyScales} from "./tables/surveyScales.js";
import {surveyWording} from "./tables/surveyWording.js";

/** The tables that a study may release, by name; one not there is one whose raw tables the study lacks. */
export const tableModules: readonly ReleaseModule<ReleasedTable>[] = [
  departmentYears,
  organisationYears,
  events,
  mixing,
  moduleRatings,
  moduleAnswers,
  sessionResponse,
  ratingYears,
  managerFlow,
  managerBalance,
  ratingShifts,
  ratingEffects,
  surveyMeasures,
  surveyScales,
  surveyWording,
  surveyGroups
];

export interface ControlledRelease {
  readonly context: ReleaseContext;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
}

/**
 * A study's tables together, bound by what stands: made again with more withheld until no withheld cell can be worked out
 * from the others.
 */
export async function controlRelease(
  start: ReleaseContext,
  withheld: ReadonlySet<string> = new Set()
): Promise<ControlledRelease> {
  let hidden = withheld;
  for (;;) {
    const context: ReleaseContext = {...start, hidden};
    const tables = new Map<string, Released<ReleasedTable>>();
    for (const module of tableModules) {
      const table = await make(module, context);
      if (table) tables.set(module.name, table);
    }
    const more = suppressComplementary(behindOf(tables.values()).tables.flatMap(({cells}) => cells));
    if ([...more].every((name) => hidden.has(name))) return {context, tables};
    hidden = new Set([...hidden, ...more]);
  }
}
