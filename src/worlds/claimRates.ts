/**
 * How often each claim is made over simulated studies, held against how often tests of 5 % would make it by chance.
 *
 * Model      claims ~ Binomial(worlds, 0.05) where there is nothing to claim; the bound is the least count that 99 % of such
 *            runs keep to
 * Not here   claims of what is there: the modules' contrast and the mixing in every world, differences between units where the
 *            better take part, everything where the programme works
 */
import {binomialCdf} from "../stats/distribution/binomial.js";
import {noncentralTCdf, noncentralTUpper} from "../stats/distribution/noncentralT.js";
import {studentTQuantile} from "../stats/distribution/studentT.js";
import type {Claim, FindingId} from "../evidence/finding.js";
import {findingIds, registry} from "../findings/registry.js";
import {rowOf} from "../findings/rowOf.js";
import {estimatesOf} from "./estimatesOf.js";
import type {World, WorldFinding, WorldKind, Worlds} from "./world.js";

export const nominal = 0.05;
const sure = 0.99;

/** Whether claims are within what chance gives; or that what is claimed is there, of itself or made by who takes part. */
export type ClaimVerdict = "inside" | "beyond" | "there" | "selected";

export interface ClaimRate {
  readonly kind: WorldKind;
  readonly finding: FindingId;
  readonly claim: Exclude<Claim, "none">;
  readonly worlds: number;
  readonly claims: number;
  /** of them, on the upper side */
  readonly above: number;
  /** most claims that chance may make */
  readonly bound: number;
  readonly verdict: ClaimVerdict;
  /** share of studies that should find the truth by the plan's test, given the errors it had; null where there is no one truth */
  readonly power: number | null;
}

/** Where those who improve take part, what improves is there to be found, though the programme does nothing. */
const unbounded: ReadonlySet<WorldKind> = new Set(["trends", "shocks"]);

/** The mixing in the sessions and the modules' contrast are no work of the programme's, and are in every world. */
export const alwaysThere: readonly FindingId[] = findingIds.filter((id) => registry[id].simulated?.always);

export function claimRates({worlds, truths}: Pick<Worlds, "worlds" | "truths">, kind: WorldKind): ClaimRate[] {
  const found = (finding: FindingId): WorldFinding[] =>
    worlds
      .filter((world) => world.kind === kind)
      .flatMap((world) => world.findings.filter((one) => one.finding === finding));
  return findingIds.flatMap((finding) => {
    const all = found(finding);
    if (all.length === 0) return [];
    return claimsOf(worlds, finding).map((claim) => {
      const claimed = all.filter((one) => one.claim === claim);
      const bound = claimBound(all.length);
      const there = kind === "truth" || alwaysThere.includes(finding);
      const selected = (kind !== "pure" && claim === "difference") || unbounded.has(kind);
      return {
        kind,
        finding,
        claim,
        worlds: all.length,
        claims: claimed.length,
        above: claimed.filter(({sign}) => sign > 0).length,
        bound,
        verdict: there ? "there" : selected ? "selected" : claimed.length <= bound ? "inside" : "beyond",
        power: kind === "truth" && primaryClaim(finding) === claim ? powerOf(worlds, truths, finding) : null
      };
    });
  });
}

/** The most of so many worlds that tests at 5 % find something in, all but one time in a hundred. */
export function claimBound(worlds: number): number {
  let k = 0;
  while (binomialCdf(k, worlds, nominal) < sure) k += 1;
  return k;
}

function primaryClaim(finding: FindingId): ClaimRate["claim"] {
  return rowOf(finding).simulated?.claims ?? "change";
}

/** What a finding's title may claim: what it does in any world, and what its planned estimate speaks of. */
function claimsOf(worlds: readonly World[], finding: FindingId): ClaimRate["claim"][] {
  const made = new Set(
    worlds.flatMap((world) => world.findings.flatMap((one) => (one.finding === finding ? one.claim : [])))
  );
  return (["difference", "change"] as const).filter((claim) => made.has(claim) || primaryClaim(finding) === claim);
}

/** Power for the true difference, from the middle one of the standard errors that the worlds had. */
function powerOf(worlds: readonly World[], truths: Worlds["truths"], finding: FindingId): number | null {
  const truth = truths.find((one) => one.finding === finding)?.truth;
  if (truth === undefined) return null;
  const errors = estimatesOf(worlds, "truth", finding, "primary").flatMap(({low, high, df}) => {
    const critical = studentTQuantile(nominal / 2, df ?? 1e6, {upper: true});
    return low === null || high === null ? [] : [{se: (high - low) / 2 / critical, df: df ?? 1e6, critical}];
  });
  const middle = errors.toSorted((a, b) => a.se - b.se)[Math.floor(errors.length / 2)];
  if (!middle) return null;
  const ncp = truth / middle.se;
  return noncentralTUpper(middle.critical, middle.df, ncp) + noncentralTCdf(-middle.critical, middle.df, ncp);
}
