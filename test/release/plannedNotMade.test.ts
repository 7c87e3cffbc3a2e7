import {expect, it} from "vitest";
import {plannedNotMade} from "../../loaders/release/plannedNotMade.js";

it("plannedNotMade(study, findings) names a planned finding that is not in the report: nothing used to be said", () => {
  const plan = [{finding: "managers"}] as unknown as Parameters<typeof plannedNotMade>[0]["plan"];
  const absent = [
    {finding: "managers", reason: "what is compared does not vary"},
    {finding: "purpose", reason: "the plan names none"}
  ] as const;
  expect(plannedNotMade({plan}, {absent})).toEqual([
    "the finding on managers is planned and was not made: what is compared does not vary"
  ]);
});
