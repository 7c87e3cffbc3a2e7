import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Dropped, Estimate} from "../../src/stats/estimate.js";
import {friedman} from "../../src/stats/rank/friedman.js";
import {kruskal} from "../../src/stats/rank/kruskal.js";
import {signedRank} from "../../src/stats/rank/signedRank.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {differencesOf} from "./differencesOf.js";
import {column, columns, flag, formula, level, one} from "./optionTypes.js";
import {takesOnly} from "./takesOnly.js";
import {twoSamplesOf} from "./twoSamplesOf.js";
import {twoSidesOf} from "./twoSidesOf.js";

const shape = {
  kind: one("wilcoxon", "signed-rank", "friedman", "kruskal"),
  x: z.optional(column),
  y: z.optional(column),
  group: z.optional(column),
  block: z.optional(column),
  columns: z.optional(columns),
  formula: z.optional(formula),
  exact: z.optional(z.union([flag, one("auto")])),
  continuity: z.optional(flag),
  level
};

type Asked = z.output<z.ZodMiniObject<typeof shape>>;

/** Kruskal takes y and group or a formula; Friedman a list of columns, or y, group and block. */
export const rank = defineMethod("rank", shape, ({exact = "auto", ...asked}, read) => {
  const {kind, continuity = true, level: width} = asked;
  const ofTwo = kind === "wilcoxon" || kind === "signed-rank";
  const options = {exact, continuity, level: width};
  const counted = {exact: exact === true};
  takesOnly(`kind ${kind}`, asked, {
    x: ofTwo && asked.group === undefined,
    group: kind !== "signed-rank",
    block: kind === "friedman",
    columns: kind === "friedman",
    formula: kind === "kruskal",
    continuity: ofTwo,
    level: ofTwo
  });
  if (kind === "wilcoxon") {
    const {samples, dropped} = twoSamplesOf(asked, read);
    return {...wilcoxon(...samples, options), dropped};
  }
  if (kind === "signed-rank") return signedRank(differencesOf(asked, read), options);
  if (kind === "friedman") return friedmanOf(asked, read, counted);
  if (asked.formula !== undefined) {
    const {y, group} = twoSidesOf(asked.formula, read);
    return kruskal(y, group, counted);
  }
  return kruskal(read.numbers(needed("y", asked)), read.labels(needed("group", asked)), counted);
});

function needed(option: "y" | "group" | "block", asked: Asked): string {
  const name = asked[option];
  if (name === undefined) throw new InvalidArgument(`missing ${option}; kind ${asked.kind} needs it`);
  return name;
}

function friedmanOf(asked: Asked, read: ColumnReader, options: {readonly exact: boolean}): Estimate<object> {
  if (asked.columns) {
    const wide = asked.columns.map(read.numbers);
    return friedman(
      Array.from(wide[0] ?? [], (_, i) => wide.map((values) => values[i] ?? null)),
      options
    );
  }
  const [y, groups, labels] = [
    read.numbers(needed("y", asked)),
    read.labels(needed("group", asked)),
    read.labels(needed("block", asked))
  ];
  const blocks = new Map<string, Map<string, number | null>>();
  let missing = 0;
  labels.forEach((block, i) => {
    const group = groups[i] ?? null;
    if (block === null || group === null) {
      missing += 1;
      return;
    }
    const row = blocks.get(block) ?? new Map<string, number | null>();
    if (row.has(group))
      throw new InvalidArgument(`invalid block; ${block} has treatment ${group} twice, row ${i + 1}; average it first`);
    blocks.set(block, row.set(group, y[i] ?? null));
  });
  const treatments = [...new Set(groups)].filter((label) => label !== null);
  const result = friedman(
    [...blocks.values()].map((row) => treatments.map((label) => row.get(label) ?? null)),
    options
  );
  const dropped: Dropped[] = missing > 0 ? [{reason: "missing block or group", n: missing}] : [];
  return {...result, dropped: [...dropped, ...result.dropped]};
}
