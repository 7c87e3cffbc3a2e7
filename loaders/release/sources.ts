import type {ReleasedValue} from "../../src/findings/findingRow.js";
import type {SourceName} from "../../src/findings/registry.js";
import {managerEstimates} from "./models/managerEstimates.js";
import {purposeScales} from "./models/purposeScales.js";
import {purposeWording} from "./models/purposeWording.js";
import {sessionEstimates} from "./models/sessionEstimates.js";
import type {ReleaseModule} from "./releaseModule.js";
import {tableModules} from "./tableModules.js";

/** Whatever a finding reads, by the name that its row says: the compiler names one that is not there. */
export const sources: {readonly [Name in SourceName]: ReleaseModule<ReleasedValue<Name> | null>} = {
  ...tableModules,
  manager_estimates: managerEstimates,
  session_estimates: sessionEstimates,
  purpose_scales: purposeScales,
  purpose_wording: purposeWording
};
