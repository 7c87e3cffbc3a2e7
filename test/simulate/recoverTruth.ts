/**
 * The parameters, estimated back from what was simulated. Ratings and answers are left as fine as they are felt, and what
 * is hidden in life (quality, taste, ability, mood) is known, so that the mechanism is tested and no estimator.
 *
 * Every office gives an estimate of its own; the interval is Student's over offices, at a level that holds for all
 * parameters together (Bonferroni). Modules and market are common to the offices of a study: they are drawn from 400 seeds.
 * Not here: constants that are read off (years, departments, sessions, group size).
 */
import {group} from "d3";
import {studentTQuantile} from "../../src/stats/distribution/studentT.js";
import {random} from "../../src/stats/random.js";
import {surveyItems, surveyMeasures} from "../../loaders/simulate/catalogue.js";
import {extracts} from "../../loaders/simulate/extracts.js";
import {openOffice} from "../../loaders/simulate/office.js";
import type {SimulatedRow} from "../../loaders/simulate/office.js";
import type {ParameterName, Parameters} from "../../loaders/simulate/parameters.js";
import {simulateOffices} from "../../loaders/simulate/simulate.js";
import type {SimulatedTables} from "../../loaders/simulate/simulate.js";
import {leastSquares, logOdds} from "./solve.js";

export interface Recovered {
  readonly parameter: ParameterName;
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly inside: boolean;
}

type Measured = Partial<Record<ParameterName, number>>;

/** parameters measured as variances, told as standard deviations */
const spreads = new Set<ParameterName>([
  "takeUpDepartment",
  "takeUpManager",
  "presenceManager",
  "ratingManager",
  "ratingModule",
  "ratingNoise",
  "surveyItemSd",
  "surveyDepartmentSd",
  "surveyYearSd",
  "responseDepartment",
  "marginNoise",
  "revenueNoise"
]);

export function recoverTruth(given: Parameters, {seed, offices}: {seed: number; offices: number}): Recovered[] {
  const parameters = {...given, coarse: 0};
  const {moduleQuality} = commonOf(parameters, seed);
  const measured: Measured[] = [];
  for (const tables of simulateOffices(seed, parameters, {offices}))
    measured.push(measureOffice(tables, parameters, {office: measured.length, moduleQuality}));
  const common = Array.from({length: 400}, (_, i) => measureCommon(parameters, seed + 1 + i));
  const names = [...Object.keys(measured[0] ?? {}), ...Object.keys(common[0] ?? {})] as ParameterName[];
  const level = 1 - 0.05 / names.length;
  return names.map((parameter) => {
    const from = common[0]?.[parameter] === undefined ? measured : common;
    const values = from.map((one) => one[parameter] ?? NaN);
    const mean = average(values);
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    const reach = (studentTQuantile((1 + level) / 2, values.length - 1) * sd) / Math.sqrt(values.length);
    const told = (value: number): number => (spreads.has(parameter) ? Math.sqrt(Math.max(0, value)) : value);
    const [estimate, low, high] = [mean, mean - reach, mean + reach].map(told) as [number, number, number];
    const truth = parameters[parameter];
    return {parameter, truth, estimate, low, high, inside: low <= truth && truth <= high};
  });
}

const commonOf = (parameters: Parameters, seed: number) =>
  openOffice(parameters, {study: random(seed), office: random(seed), number: 0});

function measureCommon(p: Parameters, seed: number): Measured {
  const {market, moduleQuality, years} = commonOf(p, seed);
  const at = years.indexOf(p.crisisYear);
  const [before, crisis, after] = [market[at - 1]!, market[at]!, market[at + 1]!];
  return {
    ratingModule: average(moduleQuality.map((value) => value ** 2)),
    revenueGrowth: (market.at(-1)! / market[0]!) ** (1 / (market.length - 1)) - 1,
    crisisRevenue: crisis / Math.sqrt(before * after) - 1
  };
}

function measureOffice(
  tables: SimulatedTables,
  p: Parameters,
  {office, moduleQuality}: {office: number; moduleQuality: readonly number[]}
): Measured {
  const facts = gather(tables, p);
  return {
    ...measurePeople(tables, p, facts),
    ...measureSessions(tables, p, facts, moduleQuality),
    ...measureSurvey(tables, p, facts),
    ...measureFinance(tables, p, facts),
    ...measureExtracts(tables, p, office)
  };
}

interface Facts {
  readonly years: readonly number[];
  /** hidden number of a department or a manager */
  hidden(id: unknown, name: string): number;
  /** department in which a manager sat on a day */
  seat(manager: unknown, day: string): string | undefined;
  /** rating as felt, sd */
  latent(manager: unknown, year: number): number | undefined;
  readonly members: ReadonlySet<string>;
  started(manager: unknown): number;
  /** share of a department's managers at the year's start who took part in the year */
  participation(department: unknown, year: number): number;
}

function gather(tables: SimulatedTables, p: Parameters): Facts {
  const {
    hidden_departments = [],
    hidden_managers = [],
    assignments = [],
    performance_ratings = [],
    hidden_members = []
  } = tables;
  const hidden = new Map<unknown, SimulatedRow>([
    ...hidden_departments.map((row) => [row.department_id, row] as const),
    ...hidden_managers.map((row) => [row.manager_id, row] as const)
  ]);
  const stays = group(assignments, (row) => row.manager_id);
  const latent = new Map(
    performance_ratings.map((row) => [`${row.manager_id} ${row.fiscal_year}`, (Number(row.rating) - 4.4) / 1.1])
  );
  const seat = (manager: unknown, day: string): string | undefined => {
    const stay = stays
      .get(manager as string)
      ?.find(({valid_from: from, valid_to: to}) => String(from) <= day && (to === null || String(to) >= day));
    return stay ? String(stay.department_id) : undefined;
  };
  const members = new Set(hidden_members.map((row) => `${row.manager_id} ${row.fiscal_year}`));
  const started = new Map<unknown, number>();
  for (const {manager_id: id, fiscal_year: year} of hidden_members) {
    started.set(id, Math.min(started.get(id) ?? Infinity, Number(year)));
  }
  const seated = new Map<string, {all: number; present: number}>();
  for (const {manager_id: id, fiscal_year: year} of performance_ratings) {
    const key = `${seat(id, `${year}-04-01`)} ${year}`;
    const count = seated.get(key) ?? {all: 0, present: 0};
    count.all += 1;
    if (members.has(`${id} ${year}`)) count.present += 1;
    seated.set(key, count);
  }
  return {
    years: Array.from({length: p.yearsBefore + p.programmeYears}, (_, i) => p.firstYear - p.yearsBefore + i),
    hidden: (id, name) => Number(hidden.get(id)?.[name]),
    seat,
    latent: (manager, year) => latent.get(`${String(manager)} ${year}`),
    members,
    started: (manager) => started.get(manager) ?? Infinity,
    participation(department, year) {
      const count = seated.get(`${String(department)} ${year}`);
      return count ? count.present / count.all : 0;
    }
  };
}

function measurePeople(tables: SimulatedTables, p: Parameters, facts: Facts): Measured {
  const {managers = [], assignments = [], performance_ratings = [], department_lineage = [], departments = []} = tables;
  const [firstYear = 0] = facts.years;
  const left = new Map(managers.map((row) => [row.manager_id, row.left]));
  const hired = new Map(managers.map((row) => [row.manager_id, Number(String(row.hired).slice(0, 4))]));
  const arrivals = new Set(assignments.map((row) => `${row.manager_id} ${row.valid_from}`));
  const split = new Set(department_lineage.map((row) => `${row.from_id} ${row.fiscal_year}`));
  const leaving = {y: [] as number[], x: [] as number[]};
  const moves = {at: 0, moved: 0, midyear: 0};
  for (const {manager_id: id, fiscal_year: rated} of performance_ratings) {
    const year = Number(rated) + 1;
    if (year > facts.years.at(-1)!) continue;
    const gone = left.get(id ?? null) === `${year}-03-31`;
    leaving.y.push(Number(gone));
    leaving.x.push(facts.latent(id, year - 1)!);
    if (gone || split.has(`${facts.seat(id, `${year}-03-31`)} ${year}`)) continue;
    const midyear = arrivals.has(`${id} ${year}-10-01`);
    moves.at += 1;
    if (midyear || arrivals.has(`${id} ${year}-04-01`)) moves.moved += 1;
    if (midyear) moves.midyear += 1;
  }
  const [leave, leaveRating] = logOdds(leaving.y, [leaving.y.map(() => 1), leaving.x]);

  const last = performance_ratings.map((row) => facts.latent(row.manager_id, Number(row.fiscal_year) - 1) ?? 0);
  const grown = performance_ratings.map((row) => Number(row.grade_changed));
  const [promote, promoteRating] = logOdds(grown, [last.map(() => 1), last]);

  const promotedIn = new Set(
    performance_ratings.filter((row) => row.grade_changed).map((row) => `${row.manager_id} ${row.fiscal_year}`)
  );
  const y: number[] = [];
  const [one, ability, tenure, reset, trained, spill]: number[][] = [[], [], [], [], [], []];
  for (const {manager_id: id, fiscal_year: rated} of performance_ratings) {
    const year = Number(rated);
    const started = facts.started(id) < year;
    const department = facts.seat(id, `${year + 1}-03-31`);
    y.push(facts.latent(id, year)!);
    one!.push(1);
    ability!.push(facts.hidden(id, "ability"));
    tenure!.push(Math.min(8, year - hired.get(id ?? null)!));
    reset!.push(promotedIn.has(`${id} ${year}`) ? 1 : promotedIn.has(`${id} ${year - 1}`) ? 0.5 : 0);
    trained!.push(Number(started));
    spill!.push(started ? 0 : facts.participation(department, year));
  }
  const {b, s2} = leastSquares(y, [one!, ability!, tenure!, reset!, trained!, spill!]);

  const programme = performance_ratings.filter((row) => Number(row.fiscal_year) >= p.firstYear);
  const yearly = facts.years
    .filter((year) => year >= p.firstYear)
    .map((year) => programme.map((row) => Number(row.fiscal_year === year)));
  const seats = programme.map((row) => facts.seat(row.manager_id, `${row.fiscal_year}-04-01`));
  const odds = logOdds(
    programme.map((row) => Number(facts.members.has(`${row.manager_id} ${row.fiscal_year}`))),
    [
      ...yearly,
      seats.map((department) => facts.hidden(department, "quality")),
      programme.map((row) => facts.latent(row.manager_id, Number(row.fiscal_year) - 1) ?? 0)
    ],
    programme.map((row, i) => facts.hidden(seats[i], "taste") + facts.hidden(row.manager_id, "taste"))
  );
  const spread = p.takeUpDepartment ** 2 + p.takeUpManager ** 2 + p.selectionDepartment ** 2 + p.selectionManager ** 2;
  const share = (at: number): number => logistic(odds[at]! / Math.sqrt(1 + 0.346 * spread));
  const first = (tables.department_years ?? []).filter((row) => row.fiscal_year === firstYear);
  const members = (year: number): number[] =>
    (tables.hidden_members ?? []).filter((row) => row.fiscal_year === year).map((row) => Number(row.regardless));
  const original = departments.filter((row) => row.opened === null).map((row) => row.department_id);
  const squares = (ids: readonly unknown[], name: string): number =>
    average(ids.map((id) => facts.hidden(id, name) ** 2));
  const everyone = managers.map((row) => row.manager_id);
  return {
    headcountPerManager: total(first, "headcount") / total(first, "managers"),
    moving: moves.moved / moves.at,
    movingMidyear: moves.midyear / moves.moved,
    leaving: logistic(leave!),
    leavingRating: leaveRating!,
    promoted: logistic(promote!),
    promotedRating: promoteRating!,
    takeUpFirst: share(0),
    takeUpLast: share(yearly.length - 1),
    selectionDepartment: odds.at(-2)!,
    selectionManager: odds.at(-1)!,
    takeUpDepartment: squares(original, "taste"),
    takeUpManager: squares(everyone, "taste"),
    presenceManager: squares(everyone, "reliability"),
    ratingManager: squares(everyone, "leniency"),
    responseDepartment: squares(original, "answering"),
    mixingFirst: average(members(p.firstYear)),
    mixingLast: average(members(facts.years.at(-1)!)),
    performanceStable: 1 - s2,
    performanceTenure: b[2]!,
    performanceReset: b[3]!,
    performanceEffect: b[4]!,
    performanceSpillover: b[5]!
  };
}

function measureSessions(
  tables: SimulatedTables,
  p: Parameters,
  facts: Facts,
  moduleQuality: readonly number[]
): Measured {
  const {sessions = [], attendance = [], hidden_likings = [], hidden_members = [], modules = []} = tables;
  const held = new Map(sessions.map((row) => [row.session_id, row]));
  const attended = new Map<string, Set<number>>();
  for (const {session_id: session, manager_id: manager} of attendance) {
    const {group_id: at, position} = held.get(session ?? null)!;
    const key = `${manager} ${at}`;
    attended.set(key, (attended.get(key) ?? new Set()).add(Number(position)));
  }
  const [present, one, late, reliability]: number[][] = [[], [], [], []];
  for (const [key, positions] of attended) {
    const [manager = ""] = key.split(" ");
    // before the last session attended nobody has stopped coming
    for (let position = 1; position < Math.max(...positions); position++) {
      present!.push(Number(positions.has(position)));
      one!.push(1);
      late!.push(-(position - 1) / (p.sessions - 1));
      reliability!.push(facts.hidden(manager, "reliability"));
    }
  }
  const [presence, fall] = logOdds(present!, [one!, late!], reliability!);
  const expected = hidden_members.reduce(
    (sum, row) => sum + logistic(presence! - fall! + facts.hidden(row.manager_id, "reliability")),
    0
  );
  const came = [...attended.values()].filter((positions) => positions.has(p.sessions)).length;

  const index = new Map(
    modules.map((row, i) => [row.module_id, {i, reflective: Number(row.mindset === "reflective")}])
  );
  const ones = hidden_likings.map(() => 1);
  const lates = hidden_likings.map((row) => Number(row.late));
  const likings = hidden_likings.map((row) => Number(row.liking));
  const own = hidden_likings.map(
    (row, k) =>
      likings[k]! - moduleQuality[index.get(row.module_id ?? null)!.i]! - facts.hidden(row.manager_id, "leniency")
  );
  const reflective = hidden_likings.map((row) => index.get(row.module_id ?? null)!.reflective);
  const {b, s2} = leastSquares(own, [ones, reflective, lates]);
  const response = logOdds(
    hidden_likings.map((row) => Number(row.rated)),
    [ones, likings.map((value) => value - p.ratingMean), lates.map((value) => -value)]
  );
  return {
    presence: logistic(presence!),
    presenceFall: fall!,
    quitting: 1 - (came / expected) ** (1 / (p.sessions - 1)),
    ratingMean: b[0]!,
    ratingReflective: b[1]!,
    ratingFatigue: b[2]!,
    ratingNoise: s2,
    ratingResponse: logistic(response[0]!),
    ratingResponseLiking: response[1]!,
    ratingResponseFall: response[2]!
  };
}

const groups = {
  purpose: new Set(surveyMeasures.filter(({purpose}) => purpose).map(({name}) => name)),
  controls: new Set(surveyMeasures.filter(({control}) => control).map(({name}) => name))
};

function measureSurvey(tables: SimulatedTables, p: Parameters, facts: Facts): Measured {
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

function measureFinance(
  {department_years = [], sector_years = []}: SimulatedTables,
  p: Parameters,
  facts: Facts
): Measured {
  const market = new Map(sector_years.map((row) => [row.fiscal_year, Number(row.comparator)]));
  const rows = department_years.map((row) => ({
    department: String(row.department_id),
    year: Number(row.fiscal_year),
    margin: Number(row.profit) / Number(row.revenue),
    scale: Math.min(2, Math.sqrt(60 / Number(row.headcount))),
    head: Math.log(Number(row.revenue) / Number(row.headcount) / (market.get(row.fiscal_year ?? null)! / 100))
  }));
  const columns = [
    rows.map(() => 1),
    rows.map(({department}) => facts.hidden(department, "quality")),
    rows.map(({department, year}) => facts.participation(department, year)),
    rows.map(({year}) => (year === p.crisisYear ? 1 : year === p.crisisYear + 1 ? 1 / 3 : 0))
  ];
  const margins = rows.map(({margin}) => margin);
  const {b} = leastSquares(margins, columns);
  const luck = new Map(
    rows.map(({department, year, margin, scale}, i) => [
      `${department} ${year}`,
      (margin - columns.reduce((sum, column, j) => sum + b[j]! * column[i]!, 0)) / scale
    ])
  );
  const heads = new Map(rows.map(({department, year, head}) => [`${department} ${year}`, head]));
  const pairs = rows.flatMap(({department, year}) => {
    const before = `${department} ${year - 1}`;
    const now = `${department} ${year}`;
    return luck.has(before)
      ? [{was: luck.get(before)!, is: luck.get(now)!, rise: heads.get(now)! - heads.get(before)!}]
      : [];
  });
  const start = rows.filter(({year}) => year === facts.years[0]).map(({head}) => head);
  return {
    marginMean: b[0]!,
    marginSelection: b[1]!,
    marginEffect: b[2]!,
    crisis: b[3]!,
    marginNoise: (average([...luck.values()].map((value) => value ** 2)) * rows.length) / (rows.length - 4),
    marginPersistence:
      pairs.reduce((sum, {was, is}) => sum + was * is, 0) / pairs.reduce((sum, {was}) => sum + was ** 2, 0),
    revenuePerHead: Math.exp(average(start)),
    revenueNoise: average(pairs.map(({rise}) => rise ** 2))
  };
}

function measureExtracts(tables: SimulatedTables, p: Parameters, office: number): Measured {
  const rowsOf = (name: string): string[][] => {
    const extract = extracts.find((one) => one.name === name)!;
    return Array.from(extract.rows(tables, p, random(office)), (row) => row.map(String));
  };
  const completions = rowsOf("lms_completions");
  const again = completions.filter(([, , , at = ""]) => at.split(" ")[1]! >= "20");
  const once = completions.filter(([, , , at = ""]) => at.split(" ")[1]! < "20");
  const completed = new Set(once.filter(([, , status]) => status === "Completed").map((row) => row.join(" ")));
  const distinct = new Set(once.map((row) => row.join(" ")));
  const yen = (text = ""): number => Number(text.replaceAll(",", "").replace("△", "-"));
  const accounts = rowsOf("segment_accounts");
  const restated = accounts.flatMap(([term, department, , state, , revenue, profit]) => {
    const before = accounts.find((row) => row[0] === term && row[1] === department && row[3] === "確定");
    return state === "修正再表示" ? [(yen(before?.[6]) - yen(profit)) / yen(revenue)] : [];
  });
  return {
    recordedTwice: again.length / completed.size,
    exportedTwice: (once.length - distinct.size) / distinct.size,
    restatement: average(restated)
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function total(rows: readonly SimulatedRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
