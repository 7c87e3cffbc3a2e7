import {digestsOf, emptyVintage, type PersonRow, type Vintage} from "../../loaders/disclosure/vintage.js";
import {type Bound, type StandingInput, standingOf} from "../../loaders/release/standingOf.js";

type Asked = Omit<StandingInput, "known" | "digests"> & {
  readonly vintage: Vintage | null;
  readonly rows: readonly PersonRow[];
};

/** What a release is bound by, of rows at hand and what a machine knows of the releases before, if anything. */
export function standingOn({vintage, rows, ...input}: Asked): Bound {
  const known = vintage ?? emptyVintage();
  return standingOf({...input, known, digests: digestsOf(rows, known.key)});
}
