import {organisationYears} from "../../loaders/release/organisationYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(organisationYears);
