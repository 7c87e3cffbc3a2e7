import {NotIdentified} from "../errors/notIdentified.js";
import {normalTerm} from "../generalised/normalTerm.js";
import type {Panel} from "./panel.js";
import type {Average, GroupTimeFit} from "./groupTimeFit.js";
import type {Cell} from "./groupTimeCell.js";
import {covarianceOf, standardError} from "./influence.js";

type Averages = GroupTimeFit["aggregates"] & {readonly dynamicInfluence: readonly Float64Array[]};

export function averages(cells: readonly Cell[], panel: Panel, level: number): Averages {
  const n = panel.first.length;
  const shares = new Map<number, number>();
  for (const {group} of cells)
    shares.set(group, panel.first.reduce((sum, first) => sum + (first === group ? 1 : 0), 0) / n);
  const share = (group: number): number => shares.get(group)!;

  /** Cohort-weighted mean of cells; `owners` are the cohorts whose shares' estimation enters its influence. */
  const weighted = (
    parts: readonly {group: number; att: number; influence: Float64Array}[],
    owners: readonly number[] = parts.map(({group}) => group)
  ): {att: number; influence: Float64Array} => {
    const total = parts.reduce((sum, {group}) => sum + share(group), 0);
    const att = parts.reduce((sum, part) => sum + part.att * share(part.group), 0) / total;
    const influence = new Float64Array(n);
    parts.forEach((part, k) => {
      for (let unit = 0; unit < n; unit++) {
        const own = (panel.first[unit] === owners[k] ? 1 : 0) - share(part.group);
        influence[unit]! += (share(part.group) * part.influence[unit]! + own * (part.att - att)) / total;
      }
    });
    return {att, influence};
  };
  const plain = (parts: readonly {att: number; influence: Float64Array}[]): {att: number; influence: Float64Array} => {
    const influence = new Float64Array(n);
    for (const part of parts) part.influence.forEach((value, unit) => (influence[unit]! += value / parts.length));
    return {att: parts.reduce((sum, {att}) => sum + att, 0) / parts.length, influence};
  };
  const shown = (
    overall: {att: number; influence: Float64Array},
    parts: readonly {at: number; att: number; influence: Float64Array}[] = []
  ): Average => {
    const {estimate: att, se, low, high} = normalTerm("", overall.att, standardError(overall.influence, panel), level);
    return {
      att,
      se: se!,
      low: low!,
      high: high!,
      terms: parts.map((part) => {
        const spread = standardError(part.influence, panel);
        if (spread > 0) return normalTerm(String(part.at), part.att, spread, level);
        return {
          term: String(part.at),
          estimate: part.att,
          se: null,
          statistic: null,
          df: null,
          p: null,
          low: null,
          high: null
        };
      })
    };
  };
  const by = <Key extends number>(keys: Iterable<Key>): Key[] => [...new Set(keys)].toSorted((a, b) => a - b);
  const after = cells.filter(({group, time}) => group <= time);
  if (after.length === 0)
    throw new NotIdentified("not identified: no period after treatment has comparison units", "no comparison");
  const groups = by(after.map(({group}) => group)).map((group) => ({
    at: group,
    group,
    ...plain(after.filter((cell) => cell.group === group))
  }));
  const calendar = by(after.map(({time}) => time)).map((time) => ({
    at: time,
    ...weighted(after.filter((cell) => cell.time === time))
  }));
  const dynamic = by(cells.map(({group, time}) => time - group)).map((since) => ({
    at: since,
    ...weighted(cells.filter(({group, time}) => time - group === since))
  }));
  return {
    simple: shown(weighted(after)),
    group: {
      ...shown(
        weighted(
          groups,
          cells.map(({group}) => group)
        ),
        groups
      ),
      se_own_shares: standardError(weighted(groups).influence, panel)
    },
    calendar: shown(plain(calendar), calendar),
    dynamic: {
      ...shown(plain(dynamic.filter(({at}) => at >= 0)), dynamic),
      vcov: covarianceOf(
        dynamic.map(({influence}) => influence),
        panel
      )
    },
    dynamicInfluence: dynamic.map(({influence}) => influence)
  };
}
