import type {Random} from "../../src/stats/random.js";

export type Columns = Readonly<Record<string, ArrayLike<number>>>;

export interface Peer {
  readonly language: "R" | "python";
  /** what it is called in a report, and the packages that must be there */
  readonly name: string;
  readonly packages: readonly string[];
  /** defines f(), which reads d and gives the numbers that ours must agree with */
  readonly code: string;
}

/** A peer that Debian does not package, measured once. */
export interface DatedPeer {
  readonly name: string;
  readonly cpu_ms: number;
  /** ours, on that machine and day, where it was measured beside it */
  readonly ours_ms: number | null;
  readonly on: string;
}

export interface BenchCase {
  readonly name: string;
  data(draw: Random): Columns;
  /** gives what is timed; its numbers must agree with the peer's */
  ours(data: Columns): () => readonly number[];
  readonly peer?: Peer;
  readonly dated?: DatedPeer;
  /** where nobody else does the like, a time to stay below */
  readonly goal_ms?: number;
  /** relative difference that is agreement: wide where both draw */
  readonly tolerance: number;
}
