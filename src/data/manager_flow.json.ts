import {managerFlow} from "../../loaders/release/tables/managerFlow.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(managerFlow);
