import type {DeclaredColumn, Provenance} from "./released.js";

/** What each column of a released table was declared to be; none where it is no table. */
export const declaredColumns = (provenance: Provenance): Readonly<Record<string, DeclaredColumn>> =>
  "columns" in provenance ? (provenance.columns ?? {}) : {};
