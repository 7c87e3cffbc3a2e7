import {beforeAll, describe, expect, it} from "vitest";
import type {Finding, FindingId} from "../../src/evidence/finding.js";
import {isClear} from "../../src/evidence/isClear.js";
import {publish} from "../../loaders/release/publish.js";
import {committedSeed} from "../../loaders/simulate/committedSeed.js";
import {simulate} from "../../loaders/simulate/simulate.js";

/** The five findings of the article, in the naive analyses of the committed study. */
describe("the committed study shows naively that", () => {
  const found = new Map<FindingId, Finding>();
  beforeAll(async () => {
    const {findings} = await publish("data/fujitsu-ssl");
    for (const finding of findings.value.findings) found.set(finding.id, finding);
  });
  const naive = (id: FindingId): Finding["evidence"] => found.get(id)?.evidence.filter((one) => one.naive) ?? [];

  it("departments with more participation had more profit", () => {
    const [pooled] = naive("departments");
    expect(pooled && isClear(pooled) && pooled.estimate > 0).toBe(true);
  });

  it("revenue and profit rose as participation rose", () => {
    const levels = naive("organisation");
    expect(levels).toHaveLength(2);
    for (const one of levels) expect(isClear(one) && one.estimate > 0.66, one.label).toBe(true);
  });

  it("managers rated most sessions favourably, and those on reflection most", () => {
    expect(found.get("sessions")?.title).toMatch(
      /favourable score in (5[1-9]|[6-9]\d).% .* modules on reflection higher/
    );
  });

  it("managers' ratings mostly rose after they took part, with some ups and downs", () => {
    const [alone] = naive("managers");
    expect(alone && isClear(alone) && alone.estimate > 0).toBe(true);
    const rose = shareOfManagersWhoRose();
    expect(rose).toBeGreaterThan(0.52);
    expect(rose).toBeLessThan(0.8);
  });

  it("engagement went with participation, in teamwork and cross-functional communication more than elsewhere", () => {
    const [pooled] = naive("engagement");
    expect(pooled && isClear(pooled) && pooled.estimate > 0).toBe(true);
    const gap = found.get("engagement")?.evidence.find(({label}) => label === "Purpose less other measures");
    expect(gap?.estimate).toBeGreaterThan(0);
  });

  it("and the two lines met more in the sessions", () => {
    expect(naive("purpose")[0]?.estimate).toBeGreaterThan(10);
  });
});

/** Of those rated before and after their first session: the share whose mean standing is higher after. */
function shareOfManagersWhoRose(): number {
  const {performance_ratings: ratings = [], hidden_members: members = []} = simulate(committedSeed);
  const started = new Map<unknown, number>();
  for (const {manager_id: id, fiscal_year: year} of members)
    started.set(id, Math.min(started.get(id) ?? Infinity, Number(year)));
  const standing = new Map<unknown, {before: number[]; after: number[]}>();
  for (const year of new Set(ratings.map((row) => row.fiscal_year))) {
    const rows = ratings.filter((row) => row.fiscal_year === year);
    const mean = average(rows.map((row) => Number(row.rating)));
    const sd = Math.sqrt(average(rows.map((row) => (Number(row.rating) - mean) ** 2)));
    for (const {manager_id: id, rating} of rows) {
      const own = standing.get(id) ?? {before: [], after: []};
      own[Number(year) < (started.get(id) ?? 0) ? "before" : "after"].push((Number(rating) - mean) / sd);
      standing.set(id, own);
    }
  }
  const both = [...started.keys()].flatMap((id) => {
    const {before, after} = standing.get(id) ?? {before: [], after: []};
    return before.length > 0 && after.length > 0 ? [average(after) > average(before)] : [];
  });
  return both.filter(Boolean).length / both.length;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
