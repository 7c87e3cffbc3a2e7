import {managerBalance} from "../../loaders/release/managerBalance.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(managerBalance);
