import {describe, expect, it} from "vitest";
import {againstLast, type ProfileRow} from "../../loaders/release/againstLast.js";
import {lines, look} from "./lookAt.js";

describe("againstLast(study, last, now)", () => {
  it("takes a scale more for what it is, and one fewer for a break: it used to stop at both", () => {
    const scales = (amount: number): ProfileRow[] => [{table: "rating_scales", counted: "rows", amount}];
    const study = {rules: {}, synthetic: false};
    expect(againstLast(study, scales(1), scales(2))).toEqual([]);
    expect(() => againstLast(study, scales(2), scales(1))).toThrow(/rating_scales: rows are under four fifths/);
  });

  const own = {rules: {}, synthetic: false} as const;

  it("stops at units, years or rows that are gone, at a hundred times the rows, and at a median beyond a factor", async () => {
    const {profile} = await look();
    expect(againstLast(own, profile, profile)).toEqual([]);
    const less = await look(lines("department_years.csv", (line) => !line.startsWith("D3")));
    expect(() => againstLast(own, profile, less.profile)).toThrow(/department_years.*fewer units/);
    const altered = (table: string, counted: string, factor: number): ProfileRow[] =>
      profile.map((row) =>
        row.table === table && row.counted === counted ? {...row, amount: row.amount * factor} : row
      );
    const stops = (now: readonly ProfileRow[], said: RegExp): void => {
      expect(() => againstLast(own, profile, now)).toThrow(said);
    };
    stops(altered("attendance", "rows", 100), /attendance: rows are under/);
    stops(altered("survey_responses", "years", 0.75), /survey_responses: fewer years/);
    stops(altered("department_years", "median revenue", 1000), /department_years, column revenue: a median/);
    const holes = profile.map((row) => (row.counted === "missing revenue" ? {...row, amount: 0.4} : row));
    stops(holes, /column revenue: a share missing/);
  }, 60_000);

  it("lets a year be added, and tells only what a study expects", async () => {
    const {profile} = await look();
    const longer = profile.map((row) =>
      row.counted === "rows" || row.counted === "years" ? {...row, amount: (row.amount * 5) / 4} : row
    );
    expect(againstLast(own, profile, longer)).toEqual([]);
    const taken = (factor: number): ProfileRow[] =>
      longer.map((row) =>
        row.table === "attendance" && row.counted === "rows" ? {...row, amount: row.amount * factor} : row
      );
    expect(againstLast(own, profile, taken(1.5)), "more people take part in the new year").toEqual([]);
    expect(() => againstLast(own, profile, taken(100))).toThrow(/attendance: rows .* more than a new year explains/);
    expect(() => againstLast(own, profile, taken(0.5))).toThrow(/attendance: rows are under four fifths/);
    const fewer = profile.map((row) => (row.counted === "units" ? {...row, amount: 3} : row));
    const because = "a unit was sold";
    const told = againstLast({...own, rules: {last_units: {severity: "warn", because}}}, profile, fewer);
    expect(told.join("\n")).toContain("fewer units than the last release had");
  }, 60_000);
});
