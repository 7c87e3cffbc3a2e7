import type {Command} from "commander";
import {audit} from "./audit.js";
import {build} from "./build.js";
import {check} from "./check.js";
import {close} from "./close.js";
import {curve} from "./curve.js";
import {dev} from "./dev.js";
import {diff} from "./diff.js";
import {estimate} from "./estimate.js";
import {fetch} from "./fetch.js";
import {lab} from "./lab.js";
import {newStudy} from "./newStudy.js";
import {notebook} from "./notebook.js";
import {onefile} from "./onefile.js";
import {pdf} from "./pdf.js";
import {plan} from "./plan.js";
import {purge} from "./purge.js";
import {refresh} from "./refresh.js";
import {release} from "./release.js";
import {releases} from "./releases.js";
import {revise} from "./revise.js";
import {rollback} from "./rollback.js";
import {serve} from "./serve.js";
import {simulate} from "./simulate.js";
import {table} from "./table.js";
import {units} from "./units.js";
import {worlds} from "./worlds.js";

/** Every verb, as the help lists them. A new one is a file here and a line in this list. */
export const verbs: readonly Command[] = [
  newStudy,
  fetch,
  check,
  refresh,
  build,
  serve,
  dev,
  pdf,
  onefile,
  notebook,
  lab,
  table,
  units,
  plan,
  audit,
  release,
  close,
  revise,
  purge,
  releases,
  diff,
  rollback,
  estimate,
  curve,
  simulate,
  worlds
];
