import {departmentYears} from "../../loaders/release/tables/departmentYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(departmentYears);
