/** The explorer's worker: the tables once, then questions. */
import type {Grain} from "../grain.js";
import {grainsOf} from "../grainsOf.js";
import {answer} from "./answer.js";
import type {Reply, Request, Setup} from "./ask.js";

let grains: Promise<readonly Grain[]> = Promise.resolve([]);

globalThis.addEventListener("message", ({data}: MessageEvent<Blob | Request>) => {
  if (data instanceof Blob) grains = grainsIn(data);
  else void reply(data);
});

async function grainsIn(setup: Blob): Promise<readonly Grain[]> {
  const {tables, study} = JSON.parse(await setup.text()) as Setup;
  return grainsOf(tables, study);
}

async function reply({id, question, comparison}: Request): Promise<void> {
  const post = (message: Reply): void => globalThis.postMessage(message, {});
  try {
    const grain = (await grains).find(({name}) => name === comparison.table);
    if (!grain) throw new RangeError(`missing table: ${comparison.table}`);
    post({id, answer: await answer(question, comparison, grain, (done, of) => post({id, progress: {done, of}}))});
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
}
