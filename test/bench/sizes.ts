import {gzipSync} from "node:zlib";
import {build} from "esbuild";

/** Engine parts as a page would import them, each alone. */
const parts: Readonly<Record<string, string>> = {
  "correlation (Pearson, Spearman, Kendall)":
    'export {pearson} from "./association/pearson.js"; export {spearman} from "./association/spearman.js"; export {kendall} from "./association/kendall.js";',
  "one distribution (Student's t)": 'export {studentTUpper, studentTQuantile} from "./distribution/studentT.js";',
  "least squares, fixed effects, clustered variances": 'export {ols} from "./regression/ols.js";',
  "wild cluster bootstrap": 'export {wildBootstrap} from "./regression/wildBootstrap.js";',
  permutation:
    'export {permuteCorrelation} from "./resampling/permuteCorrelation.js"; export {permuteWithinStrata} from "./resampling/permuteWithinStrata.js";',
  bootstrap: 'export {bootstrap} from "./resampling/bootstrap.js";',
  "rank tests": 'export {wilcoxon} from "./rank/wilcoxon.js"; export {signedRank} from "./rank/signedRank.js";',
  "reliability and agreement":
    'export {reliability} from "./scales/reliability.js"; export {icc} from "./groups/icc.js"; export {groupAgreement} from "./groups/groupAgreement.js";',
  "adjustment of p": 'export {adjust} from "./adjustment/adjust.js";',
  power: 'export {power} from "./power/power.js";',
  "mixed model": 'export {mixedModel} from "./mixed/mixedModel.js";',
  "group-time effects": 'export {groupTimeEffects} from "./did/groupTimeEffects.js";'
};

/** Bundle sizes of the engine's parts: npm run bench */
const rows = await Promise.all(
  Object.entries(parts).map(async ([name, contents]) => {
    const {outputFiles} = await build({
      stdin: {contents, resolveDir: "src/stats", loader: "ts"},
      bundle: true,
      minify: true,
      format: "esm",
      write: false
    });
    const code = outputFiles[0]!.contents;
    return {name, bytes: code.length, gzip: gzipSync(code, {level: 9}).length};
  })
);
console.log(JSON.stringify(rows, null, 2));
