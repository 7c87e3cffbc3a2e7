import {departmentYears} from "../../loaders/release/departmentYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(departmentYears);
