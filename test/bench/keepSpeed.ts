import type {DatedPeer} from "./benchCase.js";
import {keepRows} from "./keepRows.js";
import type {Run} from "./runOurs.js";

type Used = Omit<Run, "answer">;

export interface Beside {
  readonly name: string;
  readonly ours: Used;
  readonly peer: (Used & {readonly name: string}) | null;
  /** the peer's processor time over ours: over 1 is faster */
  readonly ratio: number | null;
  readonly dated: DatedPeer | null;
  readonly goal_ms: number | null;
  readonly load: number;
}

const words = `# Speed beside the fastest peer

Medians of processor time, ours and the peer's by turns in one run, once their answers agree; a ratio over 1 says that ours
is faster. Times of different rows are of different loads of the machine. Written by \`npm run bench -- --record\`.

What is left, as \`--profile\` shows: fixed effects at the loops that take the effects off each column and sum it by level, whose
every access is checked against its array; then, at memory, at products, scores, codes and the look for missing values. A third
effect of many levels is at the steps of conjugate gradients. Kendall's tau is at the columns read and written in random order
(radix sort, values by rank, inversions).`;

const head = ["case", "ours, ms", "MB", "peer", "its ms", "MB", "ratio", "measured once, elsewhere", "load", "on"];

export function keepSpeed({name, ours, peer, ratio, dated, goal_ms, load}: Beside): void {
  const goal = goal_ms === null ? "" : `goal: ${goal_ms} ms`;
  const row = [
    name,
    short(ours.cpu_ms),
    short(ours.mb),
    peer?.name ?? "",
    peer ? short(peer.cpu_ms) : "",
    peer ? short(peer.mb) : "",
    ratio === null ? "" : ratio.toPrecision(2),
    dated ? datedWords(dated) : goal,
    load.toFixed(1),
    new Date().toISOString().slice(0, 10)
  ];
  keepRows("speed", words, head, [row]);
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function datedWords({name, cpu_ms, ours_ms, on}: DatedPeer): string {
  return `${name}, ${on}: ${cpu_ms} ms${ours_ms === null ? "" : ` beside our ${ours_ms}`}`;
}
