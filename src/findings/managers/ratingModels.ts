import type {Plan} from "../../evidence/context.js";

export interface RatingModels {
  /** those who took part with themselves, before and after */
  readonly alone: string;
  /** a manager with himself or herself, and with the year: over rows of sql/manager_ratings.sql */
  readonly absorbed: string;
  /** those who start with those who do not, at the same earlier ratings: over rows of sql/manager_starts.sql */
  readonly alike: string;
  /** which of them the plan names; absorbed too where it names cohorts */
  readonly planned: "absorbed" | "alike";
}

/** The formulas, the plan's in the place of the one that it is of. */
export function ratingModels(plan: Plan | null): RatingModels {
  const planned = plan?.specification ?? "";
  const outcome = plan?.estimator === "model" ? plan.outcome.name : "";
  const [absorbed, alike] = [outcome === "z", outcome === "z_after"];
  return {
    alone: "z ~ taken_part | manager_id",
    absorbed: absorbed ? planned : "z ~ taken_part + eve + tenure | manager_id + fiscal_year",
    alike: alike ? planned : "z_after ~ started + z_before + z_earlier + tenure | fiscal_year",
    planned: alike ? "alike" : "absorbed"
  };
}
