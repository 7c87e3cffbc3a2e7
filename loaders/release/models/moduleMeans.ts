import type {ReleasedTable} from "../../../src/released/table.js";
import {type DerivedColumn, releaseDerivedTable} from "../../disclosure/releaseDerived.js";
import {make} from "../make.js";
import {moduleRatings} from "../tables/moduleRatings.js";
import type {ReleaseModule} from "../releaseModule.js";
import {sessionEstimates} from "./sessionEstimates.js";

const points = {kind: "rating", unit: "points", grain: 0} as const;

const columns: Readonly<Record<string, DerivedColumn>> = {
  module_id: {kind: "key"},
  title: {kind: "key"},
  mindset: {kind: "key"},
  ratings: {kind: "count", unit: "ratings", grain: 1},
  raw: points,
  modelled: points,
  low: points,
  high: points
};

/** Modules' means as rated, and as the plan's model has them, with their intervals; none where the model has no modules. */
export const moduleMeans: ReleaseModule<ReleasedTable> = {
  name: "module_means",
  needs: sessionEstimates.needs,
  async make(context) {
    const [raw, estimates] = [await make(moduleRatings, context), await make(sessionEstimates, context)];
    if (!raw || !estimates?.value) return releaseDerivedTable([], columns, []);
    const modelled = new Map(estimates.value.modules.rows.map((row) => [row.module_id, row]));
    const rows = raw.value.rows.flatMap(({module_id, title, mindset, ratings, mean}) => {
      const own = module_id === undefined ? undefined : modelled.get(module_id);
      if (!own) return [];
      return [
        {
          module_id: module_id ?? null,
          title: title ?? null,
          mindset: mindset ?? null,
          ratings: ratings ?? null,
          raw: mean ?? null,
          modelled: own.modelled ?? null,
          low: own.modelled_low ?? null,
          high: own.modelled_high ?? null
        }
      ];
    });
    return releaseDerivedTable(rows, columns, [raw, estimates], {suppressed: estimates.value.modules.suppressed});
  }
};
