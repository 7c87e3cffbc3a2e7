/**
 * The plan's terms of its exposure in earlier years, each with its own difference, and all of them with the main one at once.
 *
 * Model      the plan's own, all terms in it
 * Errors     by unit, CR2 with Satterthwaite df; the joint test is their HTZ
 * Not here   the sum of the terms, which is the difference of an exposure that lasts
 */
import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {type DepartmentPanel, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {laggedTerms} from "../../evidence/panel/laggedTerms.js";
import {count} from "../../words/numbers.js";
import {say} from "../../words/say.js";

export interface LaggedEvidence {
  readonly terms: readonly {readonly lag: number; readonly evidence: Evidence}[];
  /** of all terms of the exposure, the main one among them; null where units are too few for so many */
  readonly joint: {readonly p: number; readonly df1: number; readonly df2: number} | null;
}

/** Null where the plan has no such terms. */
export function laggedEvidence(panel: DepartmentPanel): LaggedEvidence | null {
  const lagged = laggedTerms(panel);
  if (lagged.length === 0) return null;
  const {specification, columns, order, term, unit, rows, scale} = panel;
  const all = [term, ...lagged.map((one) => one.term)];
  return ifIdentified(() => {
    const fitted = ols(specification, columns, {...order, cluster: unitColumn, about: all});
    const tested = ifIdentified(() => ols(specification, columns, {...order, cluster: unitColumn, test: all}).fit.wald);
    const {p = null, df1 = 0, df2 = null} = tested ?? {};
    return {
      terms: lagged.map(({term: own, lag}) => ({
        lag,
        evidence: evidenceFrom(fitted, {
          label: lag === 1 ? say("A year later") : say("{0} years later", count(lag)),
          term: own,
          unit,
          rows,
          scale
        })
      })),
      joint: p === null || df2 === null ? null : {p, df1, df2}
    };
  });
}
