/**
 * The comparisons that a reader has made, kept on this device only: how many distinct ones, how many of them chance alone
 * would make clear, what is left once their number is counted.
 */
import {adjust} from "../stats/adjustment/adjust.js";

export interface LedgerEntry {
  /** the comparison's query without view and page state */
  readonly key: string;
  readonly label: string;
  readonly p: number | null;
  readonly planned: boolean;
  /** when it was first seen, ISO 8601 */
  readonly at: string;
}

export interface Hypothesis {
  readonly text: string;
  readonly at: string;
  /** how many comparisons had been made by then */
  readonly after: number;
}

export interface LedgerState {
  readonly entries: readonly LedgerEntry[];
  readonly hypotheses: readonly Hypothesis[];
}

export interface LedgerSummary {
  readonly made: number;
  readonly exploratory: number;
  readonly clear: number;
  /** clear ones that chance alone would give */
  readonly byChance: number;
  /** of each entry, in its order */
  readonly q: readonly (number | null)[];
}

const level = 0.05;
const most = 5000;

export interface Ledger {
  readonly state: LedgerState;
  record(found: readonly Omit<LedgerEntry, "at">[]): void;
  suppose(text: string): void;
  restore(text: string): void;
  clear(): void;
}

interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export function ledger(name: string, {store, now}: {readonly store: Store | null; readonly now: () => string}): Ledger {
  const key = `longview ledger ${name}`;
  let state = read(store, key);
  const keep = (next: LedgerState): void => {
    state = next;
    try {
      store?.setItem(key, JSON.stringify(next));
    } catch {
      // a device that keeps nothing still counts until the page is left
    }
  };
  return {
    get state() {
      return state;
    },
    record(found) {
      const seen = new Set(state.entries.map((entry) => entry.key));
      const fresh = found.filter((entry) => !seen.has(entry.key) && seen.add(entry.key));
      if (fresh.length > 0 && state.entries.length < most)
        keep({...state, entries: [...state.entries, ...fresh.map((entry) => ({...entry, at: now()}))]});
    },
    suppose(text) {
      keep({...state, hypotheses: [...state.hypotheses, {text, at: now(), after: state.entries.length}]});
    },
    restore(text) {
      keep(merge(state, parseLedger(text)));
    },
    clear() {
      keep({entries: [], hypotheses: []});
    }
  };
}

export function summariseLedger({entries}: LedgerState): LedgerSummary {
  const exploratory = entries.filter(({planned}) => !planned);
  const tried = exploratory.filter(({p}) => p !== null);
  return {
    made: entries.length,
    exploratory: exploratory.length,
    clear: tried.filter(({p}) => p !== null && p < level).length,
    byChance: level * tried.length,
    q: adjust(
      entries.map(({p}) => p),
      "bh"
    )
  };
}

/** @throws {RangeError} if the text is no ledger */
export function parseLedger(text: string): LedgerState {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new RangeError("This file is not a ledger. Choose the ledger.json of an earlier download.");
  }
  const {entries, hypotheses} = (given ?? {}) as Partial<LedgerState>;
  if (
    !Array.isArray(entries) ||
    !Array.isArray(hypotheses) ||
    !entries.every(isEntry) ||
    !hypotheses.every(isHypothesis)
  )
    throw new RangeError("This file is not a ledger. Choose the ledger.json of an earlier download.");
  return {entries: entries.slice(0, most), hypotheses: hypotheses.slice(0, most)};
}

function isEntry(one: unknown): one is LedgerEntry {
  const {key, label, p, planned, at} = (one ?? {}) as Partial<LedgerEntry>;
  const chance = p === null || (typeof p === "number" && p >= 0 && p <= 1);
  return (
    typeof key === "string" &&
    typeof label === "string" &&
    chance &&
    typeof planned === "boolean" &&
    typeof at === "string"
  );
}

function isHypothesis(one: unknown): one is Hypothesis {
  const {text, at, after} = (one ?? {}) as Partial<Hypothesis>;
  return typeof text === "string" && typeof at === "string" && typeof after === "number";
}

function merge(own: LedgerState, other: LedgerState): LedgerState {
  const keys = new Set(own.entries.map(({key}) => key));
  const known = new Set(own.hypotheses.map(({at, text}) => `${at} ${text}`));
  return {
    entries: [...own.entries, ...other.entries.filter(({key}) => !keys.has(key))],
    hypotheses: [...own.hypotheses, ...other.hypotheses.filter(({at, text}) => !known.has(`${at} ${text}`))]
  };
}

function read(store: Store | null, key: string): LedgerState {
  try {
    return parseLedger(store?.getItem(key) ?? '{"entries": [], "hypotheses": []}');
  } catch {
    return {entries: [], hypotheses: []};
  }
}
