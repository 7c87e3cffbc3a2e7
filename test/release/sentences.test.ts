import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findingIds} from "../../src/findings/registry.js";
import type {Finding} from "../../src/evidence/finding.js";
import {limits} from "../../src/report/limits.js";
import {recommendations} from "../../src/report/recommendations.js";
import {verdict} from "../../src/report/verdict.js";
import {evidenceContext, planFor} from "../../loaders/release/context.js";
import type {StudyRelease} from "../../loaders/release/releaseStudy.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {nullParameters, parameters} from "../../loaders/simulate/parameters.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";

const causal = /\b(caus(ed|es|ing)|drove|drives|prov(es|ed|en)|impact|effects?|led to|thanks to|resulted in|ROI)\b/i;

describe("the findings of two simulated studies", () => {
  let place: string;
  let worlds: readonly StudyRelease[];

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "longview-sentences-"));
    // sentences need no more than what has every finding
    const small = {departments: 16, programmeYears: 6};
    const made = {
      worked: {seed: 3, parameters: {...parameters, ...small}},
      idle: {seed: 4, parameters: {...nullParameters("pure"), ...small}}
    };
    for (const [name, world] of Object.entries(made)) await writeSimulation(join(place, name), world);
    worlds = [await releaseStudy(join(place, "worked")), await releaseStudy(join(place, "idle"))];
  }, 240_000);
  afterAll(() => rm(place, {recursive: true, force: true}));

  const found = (world: number): readonly Finding[] => worlds[world]?.findings.value.findings ?? [];

  it("say other things of other data, in every finding", () => {
    for (const world of [0, 1]) expect(found(world).map(({id}) => id)).toEqual(findingIds);
    found(0).forEach((finding, i) => {
      expect(found(1)[i]?.sentence, finding.id).not.toBe(finding.sentence);
      expect(found(1)[i]?.checks, finding.id).not.toEqual(finding.checks);
    });
  });

  it("claim no cause, in any sentence that a reader meets", () => {
    const told = worlds.flatMap(({study, findings}) => {
      const context = evidenceContext(study);
      const {findings: all} = findings.value;
      const {can, cannot} = limits(all, context);
      const {title, cause, standfirst, together} = verdict(
        {
          findings: all,
          headline: findings.value.headline,
          plan: planFor(study, "departments"),
          units: 24,
          planned: false
        },
        context
      );
      return [
        title,
        cause,
        standfirst,
        together,
        ...can,
        ...cannot,
        ...recommendations(all, context).flatMap(({advice, because}) => [advice, because]),
        ...all.flatMap((finding) => [finding.title, finding.sentence, finding.alternative, finding.wouldChange])
      ];
    });
    expect(told.filter((sentence) => causal.test(sentence))).toEqual([]);
  });
});
