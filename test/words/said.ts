import type {RoomName} from "./everyRoom.js";
import type {Said} from "./samples.js";
import {saidByAll} from "./saidByAll.js";
import {saidOfOthers} from "./saidOfOthers.js";
import {saidOfUnits} from "./saidOfUnits.js";

/** What every function of every room says. */
export const said: Said<RoomName> = {...saidByAll, ...saidOfOthers, ...saidOfUnits};
