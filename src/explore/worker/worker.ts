/** The explorer's worker: the tables once, then questions. */
import type {Grain} from "../grain.js";
import {grainsOf} from "../grainsOf.js";
import {answer} from "./answer.js";
import type {Reply, Request, Setup} from "./ask.js";

let grains: readonly Grain[] = [];

globalThis.addEventListener("message", ({data}: MessageEvent<Setup | Request>) => {
  if ("tables" in data) grains = grainsOf(data.tables, data.study);
  else void reply(data);
});

async function reply({id, question, comparison}: Request): Promise<void> {
  const post = (message: Reply): void => globalThis.postMessage(message, {});
  try {
    const grain = grains.find(({name}) => name === comparison.table);
    if (!grain) throw new RangeError(`missing table: ${comparison.table}`);
    post({id, answer: await answer(question, comparison, grain, (done, of) => post({id, progress: {done, of}}))});
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
}
