import {managerBalance} from "../../loaders/release/tables/managerBalance.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(managerBalance);
