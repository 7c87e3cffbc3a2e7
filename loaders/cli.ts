/** The command line: one verb, its options, an exit code. */
import {tellError} from "./study/tellError.js";

const usage = `longview: find out, honestly, whether a programme did any good

  new       DIR FILE...                   raw files -> a study to finish
  fetch     [--study DIR]                 a database's extracts, by the study's queries
  build     [--study DIR] [--out DIR]     raw files -> published site
  serve     [--out DIR] [--port N]        show the site
  dev       [--study DIR] [--port N]      preview it while pages, code and data change
  pdf       [--out DIR] [--to FILE] [--findings]
                                          the report as a tagged PDF, printed by the Chromium at hand
  onefile   [--out DIR] [--to FILE]       report and findings as one HTML file, for a mail
  notebook  new TITLE [--study DIR]       begin a page with code; with --study, one of the study's own
  lab       [--study DIR] [--port N]      notebooks over the study's rows, on this machine alone
  table     new NAME --sql FILE           begin a released table from a lab's SQL
  units     [--study DIR]                 the groups of departments that would be published
  audit     [--study DIR]                 what a build would publish, as an attacker would look at it
  close     [--study DIR] [--source S --period YEAR]
                                          the open periods, or fix one: its figures are published, and stand
  revise    --source S --because TEXT [--study DIR]
                                          have a source's closed figures made anew, if enough persons differ
  purge     --person KEY | --before YEAR [--study DIR]
                                          carry a deletion through: digests, warehouse, what was made from them
  releases  [--out DIR] [--json]          the sites that are kept
  rollback  [NAME] [--out DIR]            show an earlier one again
  estimate  FILE | -                      any estimator, JSON in and out
  curve     FILE [--threads N]            an association under every choice of a grid, against chance
  simulate  --out DIR [--seed N] [--null pure|selection] [--scale N] [--set name=value]
  worlds    [--seeds N] [--threads N]     how often each finding is found where the truth is known
`;

async function run([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case "new":
      return (await import("./ingest/propose/runNew.js")).runNew(rest);
    case "fetch":
      return (await import("./ingest/fetch/runFetch.js")).runFetch(rest);
    case "build":
      return (await import("./site/runBuild.js")).runBuild(rest, {doubts: staleWorlds});
    case "serve":
      return (await import("./site/serve.js")).runServe(rest);
    case "dev":
      return (await import("./site/dev.js")).runDev(rest);
    case "pdf":
      return (await import("./site/runPdf.js")).runPdf(rest);
    case "onefile":
      return (await import("./site/runOneFile.js")).runOneFile(rest);
    case "notebook":
      return (await import("./notebook/runNotebook.js")).runNotebook(rest);
    case "lab":
      return (await import("./lab/runLab.js")).runLab(rest);
    case "table":
      return (await import("./lab/runTable.js")).runTable(rest);
    case "units":
      return (await import("./release/runUnits.js")).runUnits(rest);
    case "audit":
      return (await import("./release/runAudit.js")).runAudit(rest);
    case "close":
      return (await import("./release/runClose.js")).runClose(rest);
    case "revise":
      return (await import("./release/runRevise.js")).runRevise(rest);
    case "purge":
      return (await import("./release/runPurge.js")).runPurge(rest);
    case "releases":
      return (await import("./site/runReleases.js")).runReleases(rest);
    case "rollback":
      return (await import("./site/runReleases.js")).runRollback(rest);
    case "estimate":
      return (await import("./estimate/runEstimate.js")).runEstimate(rest);
    case "curve":
      return (await import("./estimate/runCurve.js")).runCurve(rest);
    case "simulate":
      return (await import("./simulate/runSimulate.js")).runSimulate(rest);
    case "worlds":
      return (await import("./worlds/runWorlds.js")).runWorlds(rest);
    case undefined:
    case "help":
    case "--help":
      process.stdout.write(usage);
      return 0;
    default:
      process.stderr.write(`unknown command: ${command}\n\n${usage}`);
      return 2;
  }
}

async function staleWorlds(study: string): Promise<string[]> {
  const stale = await (await import("./worlds/staleWorlds.js")).staleWorlds(study);
  return stale === null ? [] : [stale];
}

// whatever is written on this machine is its owner's
process.umask(0o077);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${tellError(error)}\n`);
  process.exitCode = 1;
}
