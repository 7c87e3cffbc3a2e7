/** How questions are answered, and by whom, estimated back. */
import {group} from "d3";
import {surveyItems, surveyMeasures} from "../../../loaders/simulate/catalogue.js";
import type {SimulatedRow} from "../../../loaders/simulate/office.js";
import type {Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";
import {leastSquares, logOdds} from "../solve.js";
import type {Facts, Measured} from "./facts.js";
import {average, logistic} from "./sums.js";

const groups = {
  purpose: new Set(surveyMeasures.filter(({purpose}) => purpose).map(({name}) => name)),
  controls: new Set(surveyMeasures.filter(({control}) => control).map(({name}) => name))
};

export function measureSurvey(tables: SimulatedTables, p: Parameters, facts: Facts): Measured {
  const {survey = [], hidden_people = [], departments = []} = tables;
  const answered = hidden_people.filter((row) => row.answered);
  const felt = (row: SimulatedRow, items: typeof surveyItems): number[] =>
    items.flatMap(({id, reversed}) => {
      const value = row[id];
      return typeof value === "number" ? [reversed ? 6 - value : value] : [];
    });
  const unchanged = surveyItems.filter(({id}) => !id.startsWith("autonomy_2"));
  const of = (keep: (measure: string) => boolean) => unchanged.filter(({measure}) => keep(measure));
  const purposeItems = of((measure) => groups.purpose.has(measure));
  const otherItems = of((measure) => !groups.purpose.has(measure) && !groups.controls.has(measure));
  const [canteen, commuting] = ["canteen", "commuting"].map((name) => of((measure) => measure === name));
  const people = survey.map((row, i) => ({
    department: String(row.department_id),
    year: Number(row.fiscal_year),
    x: [
      facts.participation(row.department_id, Number(row.fiscal_year)),
      Number(answered[i]?.mood),
      Number(row.respondent_group === "manager"),
      Number(row.fiscal_year === p.crisisYear)
    ],
    purpose: average(felt(row, purposeItems)),
    other: average(felt(row, otherItems)),
    control: average(felt(row, canteen!)) - average(felt(row, commuting!))
  }));
  const within = group(people, (person) => person.department);
  const centred = (value: (person: (typeof people)[number]) => number): number[] =>
    [...within.values()].flatMap((members) => {
      const mean = average(members.map(value));
      return members.map((person) => value(person) - mean);
    });
  const columns = [0, 1, 2, 3].map((j) => centred((person) => person.x[j]!));
  const [forPurpose, forOther] = [centred((person) => person.purpose), centred((person) => person.other)].map(
    (y) => leastSquares(y, columns).b
  );
  const rest = (value: number, b: readonly number[], x: readonly number[]): number =>
    value - b.reduce((sum, slope, j) => sum + slope * x[j]!, 0);

  const cells = new Map(
    Array.from(
      group(people, ({department, year}) => `${department} ${year}`),
      ([key, members]) => [
        key,
        {
          purpose: average(members.map((person) => rest(person.purpose, forPurpose!, person.x))),
          other: average(members.map((person) => rest(person.other, forOther!, person.x))),
          control: average(members.map((person) => person.control).filter(Number.isFinite))
        }
      ]
    )
  );
  const shocks: number[] = [];
  for (const [key, cell] of cells) {
    const [department, year] = key.split(" ");
    const before = cells.get(`${department} ${Number(year) - 1}`);
    if (before) shocks.push(((cell.purpose - before.purpose) * (cell.other - before.other)) / 2);
  }
  const original = departments.filter((row) => row.opened === null).map((row) => String(row.department_id));
  const overYears = (department: string, parity: number): number =>
    average(
      facts.years
        .filter((year) => year % 2 === parity)
        .flatMap((year) => cells.get(`${department} ${year}`)?.control ?? [])
    );
  const level = original.map((department) =>
    average(facts.years.flatMap((year) => cells.get(`${department} ${year}`)?.other ?? []))
  );
  const quality = original.map((department) => facts.hidden(department, "quality"));
  const withinPerson = survey.flatMap((row) => {
    const values = felt(row, purposeItems.slice(0, 3));
    const mean = average(values);
    return values.length === 3 ? [values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2] : [];
  });
  const reworded = survey.flatMap((row) => {
    const [same, second] = [
      felt(
        row,
        unchanged.filter(({measure}) => measure === "autonomy")
      ),
      row.autonomy_2b
    ];
    return typeof second === "number" && same.length > 0 ? [second - average(same)] : [];
  });
  const asked = survey.flatMap((row) => surveyItems.filter(({id}) => Object.hasOwn(row, id)).map(({id}) => row[id]));
  const responseIn = (year: number): number[] => {
    const invited = hidden_people.filter((row) => row.fiscal_year === year);
    return logOdds(
      invited.map((row) => Number(row.answered)),
      [invited.map(() => 1), invited.map((row) => Number(row.mood))],
      invited.map((row) => facts.hidden(row.department_id, "answering"))
    );
  };
  const [first, last] = [responseIn(facts.years[0]!), responseIn(facts.years.at(-1)!)];
  return {
    surveyPurposeEffect: forPurpose![0]! / p.surveyPersonSd,
    surveyOtherEffect: forOther![0]! / p.surveyPersonSd,
    surveyPersonSd: forPurpose![1]! * Math.SQRT2,
    surveyManager: forOther![2]!,
    surveyCrisis: forOther![3]!,
    surveyItemSd: average(withinPerson),
    surveyDepartmentSd: average(
      original.map((department) => (overYears(department, 0) * overYears(department, 1)) / 2)
    ),
    surveyYearSd: average(shocks),
    surveySelection: leastSquares(level, [quality.map(() => 1), quality]).b[1]!,
    surveyReworded: average(reworded),
    itemSkipped: asked.filter((value) => value === null).length / asked.length,
    responseFirst: logistic(first[0]!),
    responseLast: logistic(last[0]!),
    responseMood: (first[1]! + last[1]!) / 2
  };
}
