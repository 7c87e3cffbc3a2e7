import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Dropped, Estimate} from "../../src/stats/estimate.js";
import {groupAgreement} from "../../src/stats/groups/groupAgreement.js";
import {icc} from "../../src/stats/groups/icc.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {column, columns, count, level, one} from "./optionTypes.js";
import {takesOnly} from "./takesOnly.js";

const shape = {
  kind: one("icc", "group"),
  ratings: z.optional(columns),
  y: z.optional(z.union([column, columns])),
  target: z.optional(column),
  judge: z.optional(column),
  items: z.optional(columns),
  group: z.optional(column),
  levels: z.optional(count),
  level
};

type Asked = z.output<z.ZodMiniObject<typeof shape>>;

/** For kind group, y is a column or a list of items, levels the number of answer categories. */
export const agreement = defineMethod("agreement", shape, (asked, read) => {
  const ofTargets = asked.kind === "icc";
  takesOnly(`kind ${asked.kind}`, asked, {
    ratings: ofTargets,
    y: ofTargets ? asked.ratings === undefined : asked.items === undefined,
    target: ofTargets && asked.ratings === undefined,
    judge: ofTargets && asked.ratings === undefined,
    level: ofTargets,
    items: !ofTargets,
    group: !ofTargets,
    levels: !ofTargets
  });
  return ofTargets ? ofRatings(asked, read) : ofGroups(asked, read);
});

function ofRatings(asked: Asked, read: ColumnReader): Estimate<object> {
  const {ratings, dropped} = ratingsOf(asked, read);
  const result = icc(ratings, {level: asked.level});
  const named = result.terms.flatMap(({term, estimate, low, high}): [string, number | null][] => [
    [term, estimate],
    [`${term}_low`, low],
    [`${term}_high`, high]
  ]);
  return {
    ...result,
    dropped: [...dropped, ...result.dropped],
    fit: {...result.fit, ...Object.fromEntries(named)}
  };
}

function ofGroups({y, items, group, levels}: Asked, read: ColumnReader): Estimate<object> {
  const names = items ?? (y === undefined ? [] : [y].flat());
  if (names.length === 0) throw new InvalidArgument("missing y; kind group needs it, or items");
  if (group === undefined) throw new InvalidArgument("missing group; kind group needs it");
  const answers = Object.fromEntries(names.map((name) => [name, read.numbers(name)]));
  return groupAgreement(answers, read.labels(group), {choices: levels});
}

interface Ratings {
  readonly ratings: readonly (readonly (number | null)[])[];
  readonly dropped: readonly Dropped[];
}

/** One row a target, one column a judge. */
function ratingsOf({ratings, y, target, judge}: Asked, read: ColumnReader): Ratings {
  if (ratings) {
    const wide = ratings.map(read.numbers);
    return {ratings: Array.from(wide[0] ?? [], (_, i) => wide.map((values) => values[i] ?? null)), dropped: []};
  }
  const [values, targets, judges] = [
    read.numbers(needed("y", y)),
    read.labels(needed("target", target)),
    read.labels(needed("judge", judge))
  ];
  const names = [...new Set(judges)].filter((name) => name !== null);
  const rows = new Map<string, (number | null)[]>();
  const seen = new Set<string>();
  const missing = new Map<string, number>();
  targets.forEach((name, i) => {
    const by = judges[i] ?? null;
    if (name === null || by === null) {
      const reason = `missing ${name === null ? target : judge}`;
      missing.set(reason, (missing.get(reason) ?? 0) + 1);
      return;
    }
    const key = JSON.stringify([name, by]);
    if (seen.has(key))
      throw new InvalidArgument(`invalid judge; two ratings of one target by one judge, row ${i + 1}; keep one`);
    seen.add(key);
    const row = rows.get(name) ?? names.map(() => null);
    row[names.indexOf(by)] = values[i] ?? null;
    rows.set(name, row);
  });
  return {ratings: [...rows.values()], dropped: Array.from(missing, ([reason, n]) => ({reason, n}))};
}

function needed(option: string, given: string | readonly string[] | undefined): string {
  if (typeof given !== "string") throw new InvalidArgument(`missing ${option}; kind icc needs it, or ratings`);
  return given;
}
