import {type Source, sources} from "../disclosure/publishedRecord.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {readStudy} from "../study/readStudy.js";
import {printAnswer} from "../study/printAnswer.js";
import {type Act, addAct, readActs} from "./acts.js";
import {openStudy} from "./openStudy.js";
import {readPast} from "./pastReleases.js";
import {query} from "./query.js";

interface Period {
  readonly source: Source;
  readonly period: number;
}

export interface CloseOptions {
  readonly study: string;
  readonly source?: string;
  readonly period?: string;
  readonly json?: boolean;
}

/**
 * `close`: fixes the figures of one source and fiscal year, which the next release publishes for the first time and every
 * later one carries; without a source and a year it lists those that are open.
 */
export async function runClose(values: CloseOptions): Promise<number> {
  // a folder that is no study is refused, though it has no open period either
  await readStudy(values.study);
  const open = await openPeriods(values.study);
  if (values.source === undefined && values.period === undefined) {
    const lines = open.map(({source, period}) => `${source} ${period}`);
    printAnswer({open}, lines.join("\n") || "no period is open", values);
    return 0;
  }
  const source = sources.find((one) => one === values.source);
  if (values.source === undefined) throw new AskedWrongly(`missing --source; one of ${sources.join(", ")}`);
  if (!source) throw new AskedWrongly(`invalid --source; one of ${sources.join(", ")}: ${values.source}`);
  const period = open.find((one) => one.source === source && String(one.period) === values.period);
  if (!period) {
    const years = open.flatMap((one) => (one.source === source ? [one.period] : []));
    throw new AskedWrongly(`invalid --period; open years of ${source}: ${years.join(", ") || "none"}`);
  }
  const closed: Act = {act: "close", ...period, on: new Date().toISOString().slice(0, 10)};
  await addAct(values.study, closed);
  const words = `${source} ${period.period} is closed: the next release publishes its figures, and later ones keep them`;
  printAnswer({closed}, words, values);
  return 0;
}

/** Before a first release nothing is open: it closes what it publishes. */
async function openPeriods(folder: string): Promise<readonly Period[]> {
  const past = await readPast(folder);
  if (!past) return [];
  const closed = new Set(
    (await readActs(folder)).flatMap((one) => (one.act === "close" ? [`${one.source} ${one.period}`] : []))
  );
  const present = await openStudy(folder, (context) => query<Period>(context, "sql/periods"));
  return present.filter(
    ({source, period}) => !past.closed[source].includes(period) && !closed.has(`${source} ${period}`)
  );
}
