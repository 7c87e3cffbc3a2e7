import type {FindingId} from "../../../src/evidence/finding.js";
import {departmentsPage} from "./departmentsPage.js";
import {engagementPage} from "./engagementPage.js";
import type {FindingPage} from "./findingPage.js";
import {managersPage} from "./managersPage.js";
import {organisationPage} from "./organisationPage.js";
import {purposePage} from "./purposePage.js";
import {sessionsPage} from "./sessionsPage.js";

export const findingPages: Readonly<Record<FindingId, FindingPage>> = {
  purpose: purposePage,
  departments: departmentsPage,
  organisation: organisationPage,
  sessions: sessionsPage,
  managers: managersPage,
  engagement: engagementPage
};
