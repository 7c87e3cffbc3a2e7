/** Each fault planted alone in a study whose tables agree: caught, and named by table and rule, without a value. */
import {describe, expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {type TableRuleName, tableRules} from "../../loaders/study/tableRules.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewStudy, type Files} from "./crewStudy.js";
import {change, folders, lines, look, text} from "./lookAt.js";

it("checkTables(agreeing) finds nothing, and says of every posting that it is used", async () => {
  const {warnings, use} = await look();
  expect(warnings).toEqual([]);
  expect(use).toEqual([{rule: "used", used: true, rows: 40}]);
}, 60_000);

it("checkTables(sessions without modules) says once that the table is missing: it used to name every row", async () => {
  const {folder, cache} = await crewStudy({}, {}, ["modules.csv"]);
  folders.push(folder, cache);
  const [, ...told] = await openWarehouse(await readStudy(folder), cache).then(
    () => [],
    (error: Error) => error.message.split("\n")
  );
  const remedy = "Bring modules, or leave the column out.";
  const said = `column module_id: it refers to modules, a table that the study does not have. ${remedy}`;
  expect(told).toEqual([`  sessions.csv, ${said}`]);
}, 60_000);

const stays = text("sql/assignments.sql");
const dropped = `${stays} WHERE right(person, 1) NOT IN ('1', '2', '3')`;
/** Postings reach the stays by their mapping alone. */
const sourcesOf = (files: Files): string[] =>
  Object.keys(files).map((file) => file.replace("sql/assignments.sql", "postings.csv"));

/** Faults in files of their own, planted together in as few studies as that takes. */
function bundles<Fault extends readonly [string, Files, ...unknown[]]>(faults: readonly Fault[]) {
  const bundled: Fault[][] = [];
  for (const fault of faults) {
    const isFree = (bundle: readonly Fault[]): boolean =>
      bundle.every(([, files]) => sourcesOf(files).every((source) => !sourcesOf(fault[1]).includes(source)));
    const place = bundled.find(isFree);
    if (place) place.push(fault);
    else bundled.push([fault]);
  }
  return bundled.map((bundle): [string, Files, Fault[]] => [
    bundle.map(([name]) => name).join("; "),
    Object.assign({}, ...bundle.map(([, files]) => files)) as Files,
    bundle
  ]);
}

describe("checkTables() stops", () => {
  const planted: readonly (readonly [string, Files, string, TableRuleName | RegExp])[] = [
    ["mapping SQL that samples", {"sql/assignments.sql": `${stays} USING SAMPLE 50%`}, "sql/assignments.sql", /SAMPLE/],
    [
      "mapping SQL that samples within",
      {"sql/assignments.sql": `WITH part AS (FROM postings TABLESAMPLE 50%) ${stays.replace("postings", "part")}`},
      "sql/assignments.sql",
      /SAMPLE makes another table/
    ],
    [
      "posting rows of three ids in ten left out",
      {"sql/assignments.sql": dropped},
      "sql/assignments.sql",
      /12 of 40 rows of postings are in no row of assignments, and no rule leaves them out/
    ],
    [
      "postings that a join loses",
      {
        "homes.csv": "home,place\nD1,here\nD2,here\nD3,there\n",
        "sql/assignments.sql": `${stays} JOIN homes ON homes.home = postings.unit`
      },
      "sql/assignments.sql",
      /10 of 40 rows of postings are in no row of assignments, and no rule leaves them out/
    ],
    [
      "a header's condition that does not run: it used to count for nothing",
      {
        "sql/assignments.sql": `-- leaves out  postings: nowhere > 1\nWITH part AS (FROM postings) ${stays.replace("postings", "part")}`
      },
      "sql/assignments.sql",
      /its header's line on postings does not run: Binder Error: .*nowhere/
    ],
    ["postings that overlap", change("postings.csv", /2012-09-30/, "2013-03-31"), "sql/assignments.sql", "stays_apart"],
    [
      "a stay that ends before it begins",
      change("postings.csv", /2012-09-30/, "2009-09-30"),
      "sql/assignments.sql",
      "stays_ordered"
    ],
    ["sessions thirty years on", change("sessions.csv", "2013-06-01", "2043-06-01"), "sessions.csv", "sessions_inside"],
    [
      "answers thirty years on",
      change("survey_responses.csv", /\n2014,r2014/g, "\n2044,r2014"),
      "survey_responses.csv",
      "answers_inside"
    ],
    [
      "more managers than people",
      change("department_years.csv", "D2,2012,41,5", "D2,2012,41,50"),
      "department_years.csv",
      "managers_within"
    ],
    [
      "a total twice its units'",
      change("organisation_years.csv", "4640", "9280"),
      "organisation_years.csv",
      "totals_far"
    ],
    [
      "a year times a thousand",
      {"department_years.csv": text("department_years.csv").replace(/(,2013,\d+,5,)(\d+)/g, "$1$2000")},
      "department_years.csv",
      "unit_of_measure"
    ],
    [
      "a digit cut",
      change("department_years.csv", "D2,2012,41,5,1110", "D2,2012,41,5,111"),
      "department_years.csv",
      "digit_lost"
    ],
    [
      "a digit cut, in the last year",
      change("department_years.csv", "D4,2014,43,5,1330", "D4,2014,43,5,133"),
      "department_years.csv",
      "digit_lost"
    ],
    [
      "a digit typed twice",
      change("department_years.csv", "D2,2012,41,5", "D2,2012,411,5"),
      "department_years.csv",
      "digit_lost"
    ],
    [
      "more answers than invitations",
      change("survey_invitations.csv", "2013,D2,6", "2013,D2,4"),
      "survey_invitations.csv",
      "answers_within"
    ],
    [
      "half a year's units missing",
      lines("department_years.csv", (line) => !/^D[123],2014/.test(line)),
      "department_years.csv",
      "units_floor"
    ],
    [
      "two names alike but for a mark nobody sees",
      change("departments.csv", "Team 2", "Team 1\u200B"),
      "departments.csv",
      "names_apart"
    ]
  ];

  it.each(bundles(planted))(
    "%s",
    async (_names, files, faults) => {
      const error = await look(files).then(
        () => new Error("nothing was found"),
        (thrown: unknown) => thrown as Error
      );
      for (const [, , file, rule] of faults) {
        expect(error.message).toContain(file);
        expect(error.message).toMatch(typeof rule === "string" ? new RegExp(tableRules[rule].rule) : rule);
      }
      expect(error.message).not.toMatch(/\bM\d\d\b|\br20\d\d/);
    },
    60_000
  );
});

describe("checkTables() tells", () => {
  const told: readonly (readonly [string, Files, TableRuleName])[] = [
    [
      "a wrong digit",
      {
        ...change("department_years.csv", "D2,2012,41,5,1110", "D2,2012,41,5,6110"),
        ...change("organisation_years.csv", "2012,166,20,4640", "2012,166,20,9640")
      },
      "digits"
    ],
    [
      "a department that ends without a word",
      lines("department_years.csv", (line) => !line.startsWith("D3,2014")),
      "units_last"
    ],
    ["a unit missing from the totals", lines("department_years.csv", (line) => !line.startsWith("D3")), "totals_near"],
    ["attendance before being hired", change("managers.csv", "M03,2010", "M03,2013"), "attendance_in_post"],
    [
      "managers far from those in post",
      change("department_years.csv", "D2,2012,41,5", "D2,2012,41,2"),
      "managers_in_post"
    ],
    [
      "a rating by somebody who was not there",
      {
        "session_ratings.csv": "session_id,manager_id,rating,scale_id\ns2011,M00,4,stars\ns2011,M19,5,stars\n",
        "rating_scales.csv": "scale_id,minimum,maximum,higher_is_better,kind\nstars,1,5,true,absolute\n"
      },
      "rated_attended"
    ],
    ["a name with a mark that nobody sees", change("departments.csv", "Team 2", "Team 2\u200F"), "names_plain"]
  ];

  it.each(bundles(told))(
    "%s",
    async (_names, files, faults) => {
      const {warnings} = await look(files);
      for (const [, , rule] of faults) expect(warnings.join("\n")).toContain(tableRules[rule].rule);
      expect(warnings.join("\n")).not.toMatch(/\bM\d\d\b|\br20\d\d/);
    },
    60_000
  );
});

describe("a study's own allowance", () => {
  it("lets so many rows pass, or has them told, with a reason; a rule that is none is refused", async () => {
    const overlap = change("postings.csv", /2012-09-30/, "2013-03-31");
    const because = "one person had two posts";
    expect((await look(overlap, {rules: {stays_apart: {count: 1, because}}})).warnings).toEqual([]);
    const told = await look(overlap, {rules: {stays_apart: {severity: "warn", because}}});
    expect(told.warnings.join()).toContain("in 1 of 40 rows");
    await expect(look({}, {rules: {stays_aprat: {count: 1, because}}})).rejects.toThrow(/stays_aprat/);
  }, 60_000);

  it("names in a mapping's header the rule by which rows are left out, and counts them by it", async () => {
    const header = "-- leaves out  postings: right(person, 1) IN ('1', '2', '3')\n";
    const {use} = await look(
      {"sql/assignments.sql": header + dropped},
      {rules: {managers_in_post: {share: 1, because: "some are left out"}}}
    );
    expect(use).toEqual([
      {rule: "right(person, 1) IN ('1', '2', '3')", used: false, rows: 12},
      {rule: "used", used: true, rows: 28}
    ]);
  }, 60_000);
});
