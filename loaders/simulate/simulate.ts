/**
 * A study whose truth is known: people, sessions, ratings, answers and finances of a company that never was.
 *
 * Departments differ in a lasting quality. Better ones, and better-rated managers, take part earlier; quality moves
 * margins, answers and take-up, so that the naive comparisons are biased as real ones are. Participation moves margins,
 * ratings and answers by the parameters' effects and nothing else does so on its account.
 *
 * Every part draws from a named stream of its own, so that a change to one leaves the others as they were.
 */
import type {Random} from "../../src/stats/random.js";
import {random} from "../../src/stats/random.js";
import {departmentName, lines, modules, surveyMeasures} from "./catalogue.js";
import {parameters as truth} from "./parameters.js";
import type {Parameters} from "./parameters.js";

export type SimulatedRow = Readonly<Record<string, string | number | boolean | null>>;

/** Raw tables by name, each a list of rows in their file's order. */
export type SimulatedTables = Readonly<Record<string, readonly SimulatedRow[]>>;

interface Department {
  readonly id: string;
  readonly name: string;
  readonly line: (typeof lines)[number];
  readonly size: number;
  /** lasting quality, sd */
  readonly quality: number;
  /** taste for the programme, log odds */
  readonly taste: number;
}

interface Manager {
  readonly id: string;
  readonly hired: string;
  left: string | null;
  grade: number;
  department: number;
  since: string;
  /** lasting part of ratings, sd */
  readonly ability: number;
  /** liking of sessions, points */
  readonly leniency: number;
  lastRating: number;
  startedIn: number | null;
}

export function simulate(seed: number, parameters: Parameters = truth): SimulatedTables {
  const source = random(seed);
  const p = parameters;
  const years = Array.from({length: p.yearsBefore + p.programmeYears}, (_, i) => p.firstYear - p.yearsBefore + i);
  const departments = makeDepartments(source.stream("departments"), p);
  const people = source.stream("people");
  const staff: Manager[] = [];
  const everyone: Manager[] = [];
  const assignments: SimulatedRow[] = [];
  const tables: Record<string, SimulatedRow[]> = {
    departments: departments.map(({id, name, line}) => ({department_id: id, name, division: line})),
    department_years: [],
    organisation_years: [],
    modules: modules.map(({title, mindset}, i) => ({module_id: moduleId(i), title, mindset})),
    sessions: [],
    attendance: [],
    session_ratings: [],
    performance_ratings: [],
    rating_scales: [
      {scale_id: "relative", minimum: 1, maximum: 5, higher_is_better: true, kind: "relative"},
      {scale_id: "absolute", minimum: 1, maximum: 7, higher_is_better: true, kind: "absolute"},
      {scale_id: "session", minimum: 1, maximum: 5, higher_is_better: true, kind: "absolute"}
    ],
    survey: [],
    survey_items: surveyMeasures.flatMap(({name, control, wordings}) =>
      wordings.map((wording, i) => ({
        item_id: `${name}_${i + 1}`,
        measure: name,
        wording,
        wording_version: 1,
        minimum: 1,
        maximum: 5,
        reversed: i === 2,
        negative_control: control
      }))
    ),
    survey_invitations: [],
    events: [
      {occurred_on: `${p.firstYear}-04-01`, label: "Programme starts", kind: "programme"},
      {occurred_on: `${p.crisisYear}-04-01`, label: "Market crisis", kind: "crisis"},
      {occurred_on: `${p.relativeUntil + 1}-04-01`, label: "Absolute ratings", kind: "scale"}
    ]
  };
  const add = (table: string, row: SimulatedRow): void => void tables[table]?.push(row);

  const hire = (department: number, day: string): void => {
    const manager: Manager = {
      id: `M${String(everyone.length + 1).padStart(4, "0")}`,
      hired: day,
      left: null,
      grade: 1 + people.below(3),
      department,
      since: day,
      ability: people.normal(),
      leniency: people.normal() * p.ratingManager,
      lastRating: 0,
      startedIn: null
    };
    everyone.push(manager);
    staff.push(manager);
  };
  const close = (manager: Manager, day: string): void =>
    void assignments.push({
      manager_id: manager.id,
      valid_from: manager.since,
      department_id: departments[manager.department]?.id ?? "",
      valid_to: day
    });

  departments.forEach(({size}, i) => {
    for (let k = 0; k < size; k++) hire(i, `${years[0]! - 1 - people.below(12)}-04-01`);
  });
  const moduleQuality = drawMany(source.stream("modules"), modules.length, p.ratingModule);
  const marginNoise = departments.map(() => 0);
  const finance = source.stream("finance");
  const performance = source.stream("performance");
  const takeUp = source.stream("take-up");
  const sessions = source.stream("sessions");
  const survey = source.stream("survey");
  const responseTaste = drawMany(source.stream("response"), departments.length, p.responseDepartmentSd);
  const climate = new Map(
    surveyMeasures.map(({name}) => [
      name,
      drawMany(source.stream(`climate ${name}`), departments.length, p.surveyDepartmentSd)
    ])
  );
  let groups = 0;
  let respondents = 0;

  for (const [index, year] of years.entries()) {
    if (index > 0) turnOver(year);
    const eligible = departments.map((_, d) => staff.filter((manager) => manager.department === d));
    const progress = year < p.firstYear ? -1 : (year - p.firstYear) / (p.programmeYears - 1);
    const attendees = progress < 0 ? [] : staff.filter((manager) => takesPart(manager, progress));
    if (attendees.length > 0) holdSessions(year, progress, attendees);
    for (const manager of attendees) manager.startedIn ??= year;
    const participation = eligible.map((managers) =>
      managers.length === 0 ? 0 : managers.filter((manager) => attendees.includes(manager)).length / managers.length
    );
    ratePerformance(year, participation);
    reportFinance(year, index, eligible, participation);
    askSurvey(year, index, eligible, participation);
  }
  for (const manager of staff) {
    assignments.push({
      manager_id: manager.id,
      valid_from: manager.since,
      department_id: departments[manager.department]?.id ?? "",
      valid_to: null
    });
  }
  return {
    ...tables,
    managers: everyone.map(({id, hired, left, grade}) => ({manager_id: id, hired, left, grade: `G${grade}`})),
    assignments: assignments.toSorted((a, b) =>
      order(`${a.manager_id} ${a.valid_from}`, `${b.manager_id} ${b.valid_from}`)
    )
  };

  /** On the year's first day some have left and are replaced, some move. */
  function turnOver(year: number): void {
    const [eve, day] = [`${year}-03-31`, `${year}-04-01`];
    for (const manager of staff.slice()) {
      const fate = people.uniform();
      const place = people.below(departments.length);
      if (fate < p.leaving) {
        manager.left = eve;
        close(manager, eve);
        staff.splice(staff.indexOf(manager), 1);
        hire(manager.department, day);
      } else if (fate < p.leaving + p.moving && place !== manager.department) {
        const other = staff.find((candidate) => candidate.department === place && candidate.since !== day);
        if (!other || manager.since === day) continue;
        for (const [mover, to] of [
          [manager, place],
          [other, manager.department]
        ] as const) {
          close(mover, eve);
          mover.department = to;
          mover.since = day;
        }
      }
    }
  }

  function takesPart(manager: Manager, progress: number): boolean {
    const department = departments[manager.department];
    const share = p.takeUpFirst + (p.takeUpLast - p.takeUpFirst) * progress;
    const odds =
      Math.log(share / (1 - share)) +
      p.selectionDepartment * (department?.quality ?? 0) +
      (department?.taste ?? 0) +
      p.selectionManager * manager.lastRating;
    return takeUp.uniform() < 1 / (1 + Math.exp(-odds));
  }

  /** Groups of one year: put together within lines at first, regardless of line later; each takes the modules in an order of its own. */
  function holdSessions(year: number, progress: number, attendees: readonly Manager[]): void {
    const mixing = p.mixingFirst + (p.mixingLast - p.mixingFirst) * progress;
    const keyed = attendees
      .map((manager) => {
        const line = lines.indexOf(departments[manager.department]?.line ?? lines[0]);
        const place = sessions.uniform();
        return {manager, key: sessions.uniform() < mixing ? place : (line + place) / lines.length};
      })
      .toSorted((a, b) => a.key - b.key);
    const count = Math.max(1, Math.round(keyed.length / p.groupSize));
    for (let g = 0; g < count; g++) {
      groups += 1;
      const members = keyed.slice(Math.floor((g * keyed.length) / count), Math.floor(((g + 1) * keyed.length) / count));
      const weekday = sessions.below(5);
      const sequence = modules
        .map((_, i) => ({i, at: i + sessions.normal() * 5}))
        .toSorted((a, b) => a.at - b.at)
        .slice(0, p.sessions);
      for (const [position, {i}] of sequence.entries()) {
        const id = `S${String(groups).padStart(3, "0")}-${String(position + 1).padStart(2, "0")}`;
        add("sessions", {
          session_id: id,
          group_id: `G${String(groups).padStart(3, "0")}`,
          module_id: moduleId(i),
          position: position + 1,
          held_on: dayOf(year, 14 + weekday + 7 * position + (position >= 17 ? 28 : 0)),
          minutes: p.minutes
        });
        for (const {manager} of members) {
          if (sessions.uniform() >= p.presence) continue;
          add("attendance", {session_id: id, manager_id: manager.id});
          const liking =
            p.ratingMean +
            (modules[i]?.mindset === "reflective" ? p.ratingReflective : 0) +
            (moduleQuality[i] ?? 0) +
            manager.leniency -
            (p.ratingFatigue * position) / (p.sessions - 1) +
            sessions.normal() * p.ratingNoise;
          const odds =
            Math.log(p.ratingResponse / (1 - p.ratingResponse)) + p.ratingResponseLiking * (liking - p.ratingMean);
          if (sessions.uniform() >= 1 / (1 + Math.exp(-odds))) continue;
          add("session_ratings", {
            session_id: id,
            manager_id: manager.id,
            rating: onScale(liking, 1, 5),
            scale_id: "session"
          });
        }
      }
    }
  }

  /** Standing among all of the year, then brought to the year's scale: forced shares first, points later. */
  function ratePerformance(year: number, participation: readonly number[]): void {
    const rated = staff.map((manager) => {
      const promoted = performance.uniform() < p.promoted;
      if (promoted) manager.grade += 1;
      const trained = manager.startedIn !== null && manager.startedIn < year;
      const latent =
        Math.sqrt(p.performanceStable) * manager.ability +
        Math.sqrt(1 - p.performanceStable) * performance.normal() +
        (trained ? p.performanceEffect : p.performanceSpillover * (participation[manager.department] ?? 0)) -
        (promoted ? p.performanceReset : 0);
      return {manager, latent, promoted};
    });
    const relative = year <= p.relativeUntil;
    const ranks = new Map(
      rated.toSorted((a, b) => a.latent - b.latent).map(({manager}, i) => [manager, (i + 0.5) / rated.length])
    );
    for (const {manager, latent, promoted} of rated) {
      manager.lastRating = latent;
      const share = ranks.get(manager) ?? 0.5;
      add("performance_ratings", {
        manager_id: manager.id,
        fiscal_year: year,
        rating: relative
          ? 1 + [0.1, 0.3, 0.7, 0.9].filter((cut) => share >= cut).length
          : onScale(4.4 + 1.1 * latent, 1, 7),
        scale_id: relative ? "relative" : "absolute",
        grade_changed: promoted
      });
    }
  }

  function reportFinance(
    year: number,
    index: number,
    eligible: readonly (readonly Manager[])[],
    participation: readonly number[]
  ): void {
    const total = {headcount: 0, managers: 0, revenue: 0, profit: 0};
    departments.forEach(({id, size, quality}, d) => {
      marginNoise[d] =
        p.marginPersistence * (marginNoise[d] ?? 0) +
        Math.sqrt(1 - p.marginPersistence ** 2) * p.marginNoise * finance.normal();
      const margin =
        p.marginMean +
        p.marginSelection * quality +
        p.marginEffect * (participation[d] ?? 0) +
        marginNoise[d] +
        (year === p.crisisYear ? p.crisis : year === p.crisisYear + 1 ? p.crisis / 3 : 0);
      const headcount = Math.round(size * p.headcountPerManager * (1 + 0.004 * index));
      const growth = (1 + p.revenueGrowth) ** index * (year === p.crisisYear ? 0.93 : 1);
      const revenue = round(headcount * p.revenuePerHead * growth * (1 + p.revenueNoise * finance.normal()), 1000);
      const profit = round(revenue * margin, 1000);
      const managers = eligible[d]?.length ?? 0;
      add("department_years", {department_id: id, fiscal_year: year, headcount, managers, revenue, profit});
      total.headcount += headcount;
      total.managers += managers;
      total.revenue += revenue;
      total.profit += profit;
    });
    const sector = round(
      100 * 1.018 ** index * (year === p.crisisYear ? 0.95 : 1) * (1 + 0.008 * finance.normal()),
      0.1
    );
    add("organisation_years", {fiscal_year: year, ...total, comparator: Number(sector.toFixed(1))});
  }

  function askSurvey(
    year: number,
    index: number,
    eligible: readonly (readonly Manager[])[],
    participation: readonly number[]
  ): void {
    const share = p.responseFirst + ((p.responseLast - p.responseFirst) * index) / (years.length - 1);
    departments.forEach(({id, size, quality}, d) => {
      const invited = Math.round(size * p.headcountPerManager * (1 + 0.004 * index));
      add("survey_invitations", {fiscal_year: year, department_id: id, invited});
      for (let k = 0; k < invited; k++) {
        const mood = survey.normal() * p.surveyPersonSd;
        const odds = Math.log(share / (1 - share)) + (responseTaste[d] ?? 0) + 0.25 * mood;
        if (survey.uniform() >= 1 / (1 + Math.exp(-odds))) continue;
        respondents += 1;
        const answers: Record<string, number> = {};
        for (const {name, purpose, control, wordings} of surveyMeasures) {
          const effect = control ? 0 : purpose ? p.surveyPurposeEffect : p.surveyOtherEffect;
          const score =
            3.3 +
            (control ? 0 : p.surveySelection * quality) +
            (climate.get(name)?.[d] ?? 0) +
            effect * p.surveyPersonSd * Math.SQRT2 * (participation[d] ?? 0) +
            mood +
            survey.normal() * p.surveyPersonSd * 0.6;
          wordings.forEach((_, i) => {
            const answer = onScale(score + survey.normal() * p.surveyItemSd, 1, 5);
            answers[`${name}_${i + 1}`] = i === 2 ? 6 - answer : answer;
          });
        }
        add("survey", {
          fiscal_year: year,
          respondent_id: `R${String(respondents).padStart(6, "0")}`,
          department_id: id,
          respondent_group: k < (eligible[d]?.length ?? 0) ? "manager" : "other",
          ...answers
        });
      }
    });
  }
}

/** Sizes skewed from 3 to 30 managers; two lines in turn, the first with more departments. */
function makeDepartments(source: Random, {departments: count, takeUpDepartment}: Parameters): Department[] {
  const nth = lines.map(() => 0);
  return Array.from({length: count}, (_, i) => {
    const line = i % 5 < 3 ? 0 : 1;
    const size = Math.round(3 + 27 * ((i + 0.5) / count) ** 1.6);
    const place = nth[line] ?? 0;
    nth[line] = place + 1;
    const name = lines[line] ?? lines[0];
    return {
      id: `D${String(i + 1).padStart(2, "0")}`,
      name: departmentName(name, place),
      line: name,
      size,
      quality: source.normal(),
      taste: source.normal() * takeUpDepartment
    };
  });
}

function drawMany(source: Random, count: number, sd: number): number[] {
  return Array.from({length: count}, () => source.normal() * sd);
}

function moduleId(index: number): string {
  return `MOD${String(index + 1).padStart(2, "0")}`;
}

function onScale(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)));
}

function round(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** The day so many days after the fiscal year's first, counted in UTC. */
function dayOf(year: number, days: number): string {
  return new Date(Date.UTC(year, 3, 1 + days)).toISOString().slice(0, 10);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
