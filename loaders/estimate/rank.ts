import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {friedman} from "../../src/stats/rank/friedman.js";
import {kruskal} from "../../src/stats/rank/kruskal.js";
import {signedRank} from "../../src/stats/rank/signedRank.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {differencesOf} from "./differencesOf.js";
import type {Specification, SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";
import {twoSamplesOf} from "./twoSamplesOf.js";
import {twoSidesOf} from "./twoSidesOf.js";

/** Kruskal takes y and group or a formula; Friedman a list of columns, or y, group and block. */
export function rank(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const kind = read.text("kind", ["wilcoxon", "signed-rank", "friedman", "kruskal"]);
  const {exact} = specification;
  const options = {
    exact: typeof exact === "boolean" ? exact : ("auto" as const),
    continuity: specification.continuity !== false,
    level: read.number("level")
  };
  if (kind === "wilcoxon") return wilcoxon(...twoSamplesOf(read), options);
  if (kind === "signed-rank") return signedRank(differencesOf(read), options);
  if (kind === "friedman") return friedman(blocksOf(read), {exact: exact === true});
  const sides = read.has("formula")
    ? twoSidesOf(read.text("formula"), read)
    : {y: read.column("y"), group: read.labels("group")};
  return kruskal(sides.y, sides.group, {exact: exact === true});
}

function blocksOf(read: SpecificationReader): (number | null)[][] {
  if (read.has("columns")) {
    const columns = read.texts("columns").map(read.columnNamed);
    return Array.from(columns[0] ?? [], (_, i) => columns.map((column) => column[i] ?? null));
  }
  const y = read.column("y");
  const groups = read.labels("group");
  const blocks = new Map<string | number, Map<string | number, number | null>>();
  read.labels("block").forEach((block, i) => {
    if (block === null || groups[i] === null) return;
    const row = blocks.get(block) ?? new Map<string | number, number | null>();
    if (row.has(groups[i]!))
      throw new InvalidArgument(`invalid block; ${block} has treatment ${groups[i]} twice; average it first`);
    blocks.set(block, row.set(groups[i]!, y[i] ?? null));
  });
  const treatments = [...new Set(groups)].filter((label) => label !== null);
  return [...blocks.values()].map((row) => treatments.map((label) => row.get(label) ?? null));
}
