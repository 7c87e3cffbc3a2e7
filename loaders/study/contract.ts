/**
 * The canonical tables: what a study's raw files are brought to, whatever they look like. One entry a table: its grain,
 * its key, its columns with type and constraints. Everything that checks, creates or documents a table reads this.
 */
export type ColumnType = "string" | "integer" | "number" | "boolean" | "date";

export interface Column {
  readonly type: ColumnType;
  readonly description: string;
  /** the column may be absent, and its values missing */
  readonly optional?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly values?: readonly string[];
  /** canonical table whose key this column refers to */
  readonly references?: string;
  /** column that refers to the row whose minimum and maximum bound this one */
  readonly within?: string;
}

export interface CanonicalTable {
  readonly grain: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** declared measures may stand beside the contract's own columns */
  readonly measures?: true;
  /** fiscal years follow one another, without a gap, in each series */
  readonly consecutive?: true;
}

const text = (description: string, rest: Partial<Column> = {}): Column => ({type: "string", description, ...rest});
const integer = (description: string, rest: Partial<Column> = {}): Column => ({type: "integer", description, ...rest});
const number = (description: string, rest: Partial<Column> = {}): Column => ({type: "number", description, ...rest});
const flag = (description: string, rest: Partial<Column> = {}): Column => ({type: "boolean", description, ...rest});
const date = (description: string, rest: Partial<Column> = {}): Column => ({type: "date", description, ...rest});

const department = text("department", {references: "departments"});
const manager = text("manager", {references: "managers"});
const session = text("session", {references: "sessions"});
const scale = text("rating scale", {references: "rating_scales"});
const fiscalYear = integer("fiscal year, named by the calendar year in which it starts", {
  minimum: 1950,
  maximum: 2100
});
const count = (description: string, rest: Partial<Column> = {}): Column => integer(description, {minimum: 0, ...rest});

export const contract = {
  departments: {
    grain: "one row a department",
    key: ["department_id"],
    columns: {
      department_id: text("department"),
      name: text("name shown to readers"),
      division: text("line of business"),
      opened: date("first day", {optional: true}),
      closed: date("last day", {optional: true})
    }
  },
  department_lineage: {
    grain: "one row a department that passed its people on to another",
    key: ["from_id", "to_id", "fiscal_year"],
    columns: {
      from_id: text("department that ended or was split", {references: "departments"}),
      to_id: text("department that took over", {references: "departments"}),
      fiscal_year: fiscalYear,
      share: number("share of the people passed on", {minimum: 0, maximum: 1})
    }
  },
  department_years: {
    grain: "one row a department and fiscal year",
    key: ["department_id", "fiscal_year"],
    measures: true,
    consecutive: true,
    columns: {
      department_id: department,
      fiscal_year: fiscalYear,
      headcount: count("employees", {optional: true}),
      managers: count("managers eligible at the year's start", {optional: true}),
      revenue: number("revenue, in the study's currency", {optional: true}),
      profit: number("operating profit, in the study's currency", {optional: true})
    }
  },
  organisation_years: {
    grain: "one row a fiscal year",
    key: ["fiscal_year"],
    measures: true,
    consecutive: true,
    columns: {
      fiscal_year: fiscalYear,
      headcount: count("employees", {optional: true}),
      managers: count("managers", {optional: true}),
      revenue: number("revenue, in the study's currency", {optional: true}),
      profit: number("operating profit, in the study's currency", {optional: true}),
      comparator: number("a series of the sector to hold beside the organisation's", {optional: true})
    }
  },
  managers: {
    grain: "one row a manager",
    key: ["manager_id"],
    columns: {
      manager_id: text("manager"),
      hired: date("first day as a manager"),
      left: date("last day", {optional: true}),
      grade: text("grade at the last record", {optional: true})
    }
  },
  assignments: {
    grain: "one row a manager's stay in a department",
    key: ["manager_id", "valid_from"],
    columns: {
      manager_id: manager,
      department_id: department,
      valid_from: date("first day of the stay"),
      valid_to: date("last day of the stay", {optional: true})
    }
  },
  modules: {
    grain: "one row a module of the programme",
    key: ["module_id"],
    columns: {
      module_id: text("module"),
      title: text("title shown to readers"),
      mindset: text("mindset that the module trains", {
        values: ["reflective", "analytical", "worldly", "collaborative", "action"]
      })
    }
  },
  sessions: {
    grain: "one row a session of one group",
    key: ["session_id"],
    columns: {
      session_id: text("session"),
      group_id: text("group that meets through the year"),
      module_id: text("module", {references: "modules", optional: true}),
      position: integer("place of the session in its group's year", {minimum: 1}),
      held_on: date("day on which it was held"),
      minutes: integer("length in minutes", {minimum: 1})
    }
  },
  attendance: {
    grain: "one row a manager present at a session",
    key: ["session_id", "manager_id"],
    columns: {session_id: session, manager_id: manager}
  },
  participation_years: {
    grain: "one row a department and fiscal year, where attendance itself was not kept",
    key: ["department_id", "fiscal_year"],
    columns: {
      department_id: department,
      fiscal_year: fiscalYear,
      participants: count("managers who took part in the year"),
      eligible: count("managers who could have"),
      hours: number("hours attended", {optional: true, minimum: 0})
    }
  },
  session_ratings: {
    grain: "one row a manager's rating of a session",
    key: ["session_id", "manager_id"],
    columns: {
      session_id: session,
      manager_id: manager,
      rating: number("rating, on its scale", {within: "scale_id"}),
      scale_id: scale
    }
  },
  performance_ratings: {
    grain: "one row a manager and fiscal year",
    key: ["manager_id", "fiscal_year"],
    columns: {
      manager_id: manager,
      fiscal_year: fiscalYear,
      rating: number("rating, on its scale", {within: "scale_id"}),
      scale_id: scale,
      grade_changed: flag("promoted or moved in grade since the last rating", {optional: true})
    }
  },
  rating_scales: {
    grain: "one row a rating scale",
    key: ["scale_id"],
    columns: {
      scale_id: text("rating scale"),
      minimum: number("lowest rating"),
      maximum: number("highest rating"),
      higher_is_better: flag("whether a higher rating is better"),
      kind: text("relative (forced distribution) or absolute", {values: ["relative", "absolute"]})
    }
  },
  survey_items: {
    grain: "one row a survey item",
    key: ["item_id"],
    columns: {
      item_id: text("item"),
      measure: text("measure that the item belongs to"),
      wording: text("wording put to respondents"),
      wording_version: integer("version of the wording", {minimum: 1}),
      minimum: integer("lowest response"),
      maximum: integer("highest response"),
      reversed: flag("whether a high response means less of the measure"),
      negative_control: flag("whether the programme could not have moved it")
    }
  },
  survey_responses: {
    grain: "one row a respondent's response to an item in a fiscal year",
    key: ["fiscal_year", "respondent_id", "item_id"],
    columns: {
      fiscal_year: fiscalYear,
      respondent_id: text("respondent, not the same person from year to year"),
      item_id: text("item", {references: "survey_items"}),
      department_id: department,
      response: integer("response, on the item's scale", {within: "item_id"}),
      respondent_group: text("manager or other", {optional: true, values: ["manager", "other"]})
    }
  },
  survey_invitations: {
    grain: "one row a fiscal year and department",
    key: ["fiscal_year", "department_id"],
    columns: {fiscal_year: fiscalYear, department_id: department, invited: count("people invited to the survey")}
  },
  events: {
    grain: "one row a dated event",
    key: ["occurred_on", "label"],
    columns: {
      occurred_on: date("day"),
      label: text("name shown to readers"),
      kind: text("kind of event")
    }
  }
} as const satisfies Record<string, CanonicalTable>;

/** Yearly measures that are calculated for every study with the columns that they need: no study declares its own. */
export const calculated = {
  margin: "as a share, from profit and revenue",
  profit_per_head: "from profit and headcount",
  participation: "as a share, from attendance or participation_years",
  stock: "as a share of those who ever completed, from attendance",
  dose: "as sessions attended a person, from attendance"
} as const;

/** What published tables say of a row beside its measures: a measure of that name would be read as the row's key, or lost. */
export const besideMeasures: readonly string[] = (
  "department_id module_id unit name title division mindset measure negative_control " +
  "fiscal_year years_from_start years position since until started " +
  "minimum maximum low high uniform_low uniform_high se n mean response invited respondents eligible revenue_per_head"
).split(" ");

export type TableName = keyof typeof contract;

export const tableNames = Object.keys(contract) as readonly TableName[];

/** The contract's table of that name, or undefined. */
export function canonicalTable(name: string): CanonicalTable | undefined {
  return Object.hasOwn(contract, name) ? contract[name as TableName] : undefined;
}
