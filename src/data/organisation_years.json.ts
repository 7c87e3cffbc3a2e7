import {organisationYears} from "../../loaders/release/tables/organisationYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(organisationYears);
