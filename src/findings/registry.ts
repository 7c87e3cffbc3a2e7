import type {FindingId} from "../evidence/finding.js";
import {departmentsPage} from "./departments/exhibits.js";
import {engagementPage} from "./engagement/exhibits.js";
import type {FindingPage} from "./findingPage.js";
import {managersPage} from "./managers/exhibits.js";
import {organisationPage} from "./organisation/exhibits.js";
import {purposePage} from "./purpose/exhibits.js";
import {sessionsPage} from "./sessions/exhibits.js";

export const findingPages: Readonly<Record<FindingId, FindingPage>> = {
  purpose: purposePage,
  departments: departmentsPage,
  organisation: organisationPage,
  sessions: sessionsPage,
  managers: managersPage,
  engagement: engagementPage
};
