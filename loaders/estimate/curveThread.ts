/** A thread that holds a specification curve and makes its draws as it is asked to. */
import {parentPort} from "node:worker_threads";
import type {CurveRequest} from "../../src/stats/specification/curveServer.js";
import {curveServer} from "../../src/stats/specification/curveServer.js";

const answer = curveServer();
parentPort?.on("message", (request: CurveRequest) => parentPort?.postMessage(answer(request), []));
