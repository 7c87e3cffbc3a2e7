import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

const study = {
  title: "Five exports of one company",
  organisation: "A company that does not exist",
  synthetic: true,
  summary: "Managers could take an online course from 2017. Did departments where more of them did earn more?",
  fiscalYearStart: "04-01",
  timeZone: "Asia/Tokyo",
  currency: {code: "JPY", label: "yen"},
  words: {
    unit: {one: "department", many: "departments"},
    person: {one: "manager", many: "managers"},
    programme: "the online course"
  },
  programmeYears: [2017, 2022],
  assignment: "voluntary",
  plan: [
    {
      finding: "departments",
      dated: "2026-11-28",
      specification: "margin ~ participation | department_id + fiscal_year",
      term: "participation",
      worthwhile: 0.01,
      worthwhileBecause: "One point is about a seventh of the usual margin."
    }
  ],
  personalData: {purpose: "none: no person here exists", retention: "not limited"}
};

/** What a person does to the proposal of the five exports, as "Bring your own study" says it. */
export async function finishPresets(folder: string): Promise<void> {
  const change = async (name: string, edit: (text: string) => string): Promise<void> =>
    writeFile(join(folder, name), edit(await readFile(join(folder, name), "utf8")));
  await change("datapackage.json", (text) =>
    JSON.stringify({...(JSON.parse(text) as object), title: study.title, study}, null, 2)
  );
  for (const table of ["managers", "sessions", "departments", "modules", "survey_items"]) {
    await change(`sql/${table}.sql`, (text) =>
      text.replaceAll(/^-- FINISH.*\n/gm, "").replaceAll("'FINISH'", "'teamwork'")
    );
  }
  const page = await readFile("src/bring-your-own-study.md", "utf8");
  const translation = /translation\n([^\n]+)\n/.exec(page)?.[1] ?? "";
  await change("sql/survey_responses.sql", (text) =>
    text.replaceAll(/("Department"|"Your department") AS department_id/g, (_, column: string) =>
      translation.replace('"Department"', column)
    )
  );
}
