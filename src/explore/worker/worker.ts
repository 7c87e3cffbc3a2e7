/** The explorer's worker: the tables once, then questions. */
import {nameStudy} from "../../words/language.js";
import type {Grain} from "../grain.js";
import {grainsOf} from "../grainsOf.js";
import {answer} from "./answer.js";
import type {Left, Reply, Request, Setup} from "./ask.js";

let grains: Promise<readonly Grain[]> = Promise.resolve([]);
/** one question after the other, in the order in which they came */
let last: Promise<void> = Promise.resolve();
/** questions whose answers are no longer wanted */
const left = new Set<number>();

globalThis.addEventListener("message", ({data}: MessageEvent<Blob | Request | Left>) => {
  if (data instanceof Blob) grains = grainsIn(data);
  else if ("left" in data) left.add(data.left);
  else last = last.then(() => reply(data));
});

async function grainsIn(setup: Blob): Promise<readonly Grain[]> {
  const {tables, study} = JSON.parse(await setup.text()) as Setup;
  nameStudy(study);
  return grainsOf(tables, study);
}

async function reply({id, question, comparison}: Request): Promise<void> {
  const post = (message: Reply): void => globalThis.postMessage(message, {});
  const pause = async (): Promise<void> => {
    await turn();
    if (left.has(id)) throw new DOMException("left", "AbortError");
  };
  try {
    await pause();
    const grain = (await grains).find(({name}) => name === comparison.table);
    if (!grain) throw new RangeError(`missing table: ${comparison.table}`);
    const progress = (done: number, of: number): void => post({id, progress: {done, of}});
    post({id, answer: await answer(question, comparison, grain, {progress, pause})});
  } catch (error) {
    if (!left.delete(id)) post({id, error: error instanceof Error ? error.message : String(error)});
  }
}

/** Lets messages in that have come meanwhile. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
