/** How sessions are rated, estimated back. */
import type {Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";
import {leastSquares, logOdds} from "../solve.js";
import type {Facts, Measured} from "./facts.js";
import {logistic} from "./sums.js";

export function measureSessions(
  tables: SimulatedTables,
  p: Parameters,
  facts: Facts,
  moduleQuality: readonly number[]
): Measured {
  const {sessions = [], attendance = [], hidden_likings = [], hidden_members = [], modules = []} = tables;
  const held = new Map(sessions.map((row) => [row.session_id, row]));
  const attended = new Map<string, Set<number>>();
  for (const {session_id: session, manager_id: manager} of attendance) {
    const {group_id: at, position} = held.get(session ?? null)!;
    const key = `${manager} ${at}`;
    attended.set(key, (attended.get(key) ?? new Set()).add(Number(position)));
  }
  const [present, one, late, reliability]: number[][] = [[], [], [], []];
  for (const [key, positions] of attended) {
    const [manager = ""] = key.split(" ");
    // before the last session attended nobody has stopped coming
    for (let position = 1; position < Math.max(...positions); position++) {
      present!.push(Number(positions.has(position)));
      one!.push(1);
      late!.push(-(position - 1) / (p.sessions - 1));
      reliability!.push(facts.hidden(manager, "reliability"));
    }
  }
  const [presence, fall] = logOdds(present!, [one!, late!], reliability!);
  const expected = hidden_members.reduce(
    (sum, row) => sum + logistic(presence! - fall! + facts.hidden(row.manager_id, "reliability")),
    0
  );
  const came = [...attended.values()].filter((positions) => positions.has(p.sessions)).length;

  const index = new Map(
    modules.map((row, i) => [row.module_id, {i, reflective: Number(row.mindset === "reflective")}])
  );
  const ones = hidden_likings.map(() => 1);
  const lates = hidden_likings.map((row) => Number(row.late));
  const likings = hidden_likings.map((row) => Number(row.liking));
  const own = hidden_likings.map(
    (row, k) =>
      likings[k]! - moduleQuality[index.get(row.module_id ?? null)!.i]! - facts.hidden(row.manager_id, "leniency")
  );
  const reflective = hidden_likings.map((row) => index.get(row.module_id ?? null)!.reflective);
  const {b, s2} = leastSquares(own, [ones, reflective, lates]);
  const response = logOdds(
    hidden_likings.map((row) => Number(row.rated)),
    [ones, likings.map((value) => value - p.ratingMean), lates.map((value) => -value)]
  );
  return {
    presence: logistic(presence!),
    presenceFall: fall!,
    quitting: 1 - (came / expected) ** (1 / (p.sessions - 1)),
    ratingMean: b[0]!,
    ratingReflective: b[1]!,
    ratingFatigue: b[2]!,
    ratingNoise: s2,
    ratingResponse: logistic(response[0]!),
    ratingResponseLiking: response[1]!,
    ratingResponseFall: response[2]!
  };
}
