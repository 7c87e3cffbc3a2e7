/** Ways of looking better than one is, each tried on the departments' finding or on the rule that it would get round. */
import {array, assert, boolean, constantFrom, float, integer, property, record} from "fast-check";
import {describe, expect, it} from "vitest";
import {agreementCheck} from "../../src/evidence/checks/agreementCheck.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Evidence, Finding, FindingDraft} from "../../src/evidence/finding.js";
import {judgeFindings} from "../../src/evidence/judgeFindings.js";
import {planOf} from "../../src/evidence/planOf.js";
import {certainties} from "../../src/evidence/verdict/certaintyOf.js";
import {type HeadlineCandidate, headline} from "../../src/evidence/verdict/headline.js";
import {departments} from "../../src/findings/departments/claim.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {coaching} from "./coaching.js";

const planned = (specification: string, worthwhile = 0.01) =>
  planOf({specification, term: "participation", worthwhile});
const within = planned("margin ~ participation | department_id + fiscal_year");

function contextOf(plan = within, more: Partial<EvidenceContext> = {}): EvidenceContext & {plan: typeof plan} {
  return {
    ...coaching,
    programmeYears: [2011, 2016],
    plan,
    ...more
  };
}

interface World {
  readonly effect?: number;
  readonly before?: number;
  readonly scale?: number;
  readonly name?: (d: number) => string;
  /** everyone takes part from the first year that there is */
  readonly allStarted?: boolean;
}

function made({effect = 0.05, before = 3, scale = 1, name = (d) => `D${d}`, allStarted = false}: World): ReleasedTable {
  const source = random(5);
  const rows = Array.from({length: 16}, (_, d) => {
    const quality = source.normal();
    return Array.from({length: 9}, (__, t) => {
      const into = t - 3;
      const share = into < 0 ? 0 : Math.max(0.05, Math.min(1, 0.3 + 0.05 * into + 0.2 * source.normal()));
      const margin = 0.06 + 0.02 * quality + effect * share + 0.005 * source.normal();
      return {
        department_id: name(d),
        name: name(d),
        division: d < 8 ? "A" : "B",
        fiscal_year: 2011 + into,
        participation: allStarted && into < 0 ? 0.1 : share,
        margin: scale * margin,
        revenue: 2e9,
        profit: 2e9 * scale * margin
      };
    }).slice(3 - before);
  }).flat();
  return {rows, suppressed: {}};
}

function judged(table: ReleasedTable, context = contextOf()): Finding {
  const [finding] = judgeFindings([departments(table, context)]).findings;
  if (!finding) throw new RangeError("missing finding: departments");
  return finding;
}

const states = ({checks}: Pick<FindingDraft, "checks">): Record<string, string> =>
  Object.fromEntries(checks.map(({id, state}) => [id, state]));
const rank = ({certainty}: Finding): number => certainties.indexOf(certainty);

describe("what is tried to look surer", () => {
  it("a pooled plan loses the words of change and all levels but the first; its difference is never in the first line", () => {
    const pooled = judged(made({}), contextOf(planned("margin ~ participation")));
    expect(pooled.title).toBe("Departments with more participation earned a higher profit margin");
    expect(pooled).toMatchObject({level: 1, candidacy: null, claim: "difference"});
    expect(judged(made({})).title).toMatch(/in years when/);
  });

  it("`| unit + year` alone is no third level: there must be years before, or units that have not started", () => {
    expect(judged(made({})).level).toBe(3);
    expect(judged(made({before: 0, allStarted: true})).level).toBe(2);
    expect(judged(made({allStarted: true}), contextOf(within, {programmeYears: [2008, 2016]})).level).toBe(2);
  });

  it("a share that was taken up is not a draw, whatever is declared", () => {
    const assignment = {
      how: "randomised",
      what: "departments",
      exposure: "participation",
      record: "draw.csv"
    } as const;
    const finding = judged(made({}), contextOf(within, {assignment}));
    expect(finding).toMatchObject({level: 3, kind: "association"});
    expect(finding.title).not.toMatch(/raised|Offering/);
    expect(finding).toEqual(judged(made({})));
  });

  it("years before the programme left out leave their checks unmade, and certainty no higher", () => {
    const [all, none] = [judged(made({})), judged(made({before: 0}))];
    expect(states(none).path).toBe("unmade");
    expect(rank(none)).toBeLessThanOrEqual(rank(all));
    expect(none.reached.of).toBe(all.reached.of);
  });

  it("a comparison that is there many times over counts as it does once", () => {
    const one = (estimate: number, half: number): Evidence => ({
      label: "",
      naive: false,
      note: "",
      unit: "points",
      rows: "cells",
      n: 100,
      estimate,
      low: estimate - half,
      high: estimate + half,
      df: null,
      p: null
    });
    const evidence = record({
      estimate: float({min: -2, max: 2, noNaN: true}),
      half: float({min: Math.fround(0.1), max: 3, noNaN: true})
    });
    assert(
      property(array(evidence, {minLength: 1, maxLength: 5}), integer({min: 2, max: 40}), (others, times) => {
        const some = others.map(({estimate, half}) => one(estimate, half));
        const many = [...some, ...Array.from({length: times}, () => some[0]!)];
        expect(agreementCheck(one(1, 0.5), many).state).toBe(agreementCheck(one(1, 0.5), some).state);
      }),
      {seed: 16, numRuns: 200}
    );
  });

  it("more planned comparisons never make one of them clear: a plan of ten pays for ten", () => {
    const candidate = record<HeadlineCandidate>({
      id: constantFrom("a", "b", "c"),
      p: float({min: 0, max: 1, noNaN: true}),
      estimate: constantFrom(-1, 1),
      certainty: constantFrom(...certainties),
      ownTrend: constantFrom(-1 as const, 0 as const, 1 as const),
      direction: constantFrom("higher" as const, "lower" as const),
      tooSmall: boolean()
    });
    assert(
      property(candidate, array(candidate, {maxLength: 9}), (first, others) => {
        const own = {...first, id: "first"};
        const family = [own, ...others.map((other, i) => ({...other, id: `other ${i}`}))];
        const named = (of: typeof family): boolean => {
          const {better, worse} = headline(of);
          return [...better, ...worse].includes("first");
        };
        expect(named(family) && !named([own])).toBe(false);
      }),
      {seed: 16, numRuns: 300}
    );
  });
});

describe("what changes nothing but signs and units", () => {
  it("other names for the units", () => {
    const renamed = judged(made({name: (d) => `Z${99 - d}`}));
    const plain = judged(made({}));
    expect({...renamed, absent: ""}).toEqual({...plain, absent: ""});
  });

  it("another unit of the outcome, with its margin", () => {
    const [plain, scaled] = [
      judged(made({})),
      judged(made({scale: 4}), contextOf(planned(within.specification, 0.04)))
    ];
    expect(scaled.primary?.estimate).toBeCloseTo(4 * (plain.primary?.estimate ?? 0), 9);
    expect(scaled).toMatchObject({title: plain.title, level: plain.level, claim: plain.claim, reached: plain.reached});
    expect(states(scaled)).toEqual(states(plain));
  });

  it("the other sign", () => {
    const [plain, turned] = [judged(made({})), judged(made({scale: -1}))];
    expect(turned.primary?.estimate).toBeCloseTo(-(plain.primary?.estimate ?? 0), 9);
    expect(turned.title).toBe(plain.title.replace("higher", "lower"));
    expect(turned).toMatchObject({level: plain.level, claim: plain.claim, reached: plain.reached});
    expect(states(turned)).toEqual(states(plain));
  });
});
