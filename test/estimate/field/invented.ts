import type {FieldCase} from "./fieldCase.js";

const y = [1, 4, 6, 2, 3, 5, 6, 7, 2, 5, 7, 1];
const x = [1, 2, 5, 4, 5, 9, 7, 3, 2, 6, 8, 1];
const g = ["01", "01", "01", "1", "1", "1", "1.0", "1.0", "1.0", "1e0", "1e0", "1e0"];
const t = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3];
const b = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
const tenth = y.map(() => 0.1);
const plain = {y, x, g, t, b, tenth, big: y.map(() => 1e9 / 3)};
const ols = {method: "ols", formula: "y ~ x", data: plain};

const panel = {
  u: Array.from({length: 24}, (_, i) => ["01", "1", "1.0", "1e0", "2", "02", "3", "03"][Math.floor(i / 3)]!),
  t: Array.from({length: 24}, (_, i) => i % 3),
  x: Array.from({length: 24}, (_, i) => ((i * 7) % 11) / 3),
  y: Array.from({length: 24}, (_, i) => ((i * 5) % 13) / 4),
  c: Array.from({length: 24}, (_, i) => (i * 3) % 7),
  f: Array.from({length: 24}, (_, i) => (i < 12 ? 1 : 0)),
  third: Array.from({length: 24}, () => 1 / 3),
  far: Array.from({length: 24}, () => 1e8 + 0.1)
};
const curve = {data: panel, unit: "u", time: "t", grid: {outcomes: ["y"], exposures: ["x"]}, draws: 9};
const onGrid = (grid: object): Record<string, unknown> => ({...curve, grid: {...curve.grid, ...grid}});
const wide = "y,x,g\n1,2,a\n4,3,b\n2,5,a\n8,6,b\n5,4,a\n";
const fromFile = {method: "ols", formula: "y ~ x"};

/** As many again of the kinds in cases.json, made up. */
export const invented: readonly FieldCase[] = [
  // labels are text, whatever they look like
  {id: "labels of fixed effects", spec: {...ols, formula: "y ~ x | g"}, expected: {df_residual: 7}},
  {id: "labels of clusters", spec: {...ols, cluster: "g"}, expected: {clusters: {g: 4}}},
  {id: "labels of factor()", spec: {...ols, formula: "y ~ x + factor(g)"}, expected: {df_residual: 7}},
  {
    id: "labels of a wild bootstrap's clusters",
    spec: {...ols, method: "wild", cluster: "g", term: "x"},
    expected: {clusters: {g: 4}, "vcov.type": "wild bootstrap"}
  },
  {id: "labels of groups", spec: {method: "anova", formula: "y ~ g", data: plain}, expected: {df_between: 3}},
  {
    id: "labels of a mixed model's groups",
    spec: {method: "mixed", formula: "y ~ x + (1 | g)", data: {...plain, y: [1, 2, 3, 5, 6, 8, 9, 9, 11, 4, 5, 5]}},
    expected: {clusters: {g: 4}}
  },
  {
    id: "labels of an ordinal model's groups",
    spec: {method: "ordinal", formula: "a ~ x + (1 | g)", data: {...plain, a: y.map((value) => Math.min(3, value))}},
    expected: {clusters: {g: 4}}
  },
  {
    id: "labels of strata",
    spec: {method: "permutation", kind: "within-strata", x: "b", y: "y", strata: "g", data: plain},
    expected: {n: 12}
  },
  {
    id: "labels of a bootstrap's clusters",
    spec: {method: "bootstrap", y: "y", cluster: "g", kind: "percentile", draws: 50, data: plain},
    expected: {n: 12}
  },
  {
    id: "labels of a panel's units",
    spec: {method: "did", outcome: "y", unit: "u", time: "t", first_treated: "f", draws: 20, data: panel},
    expected: {clusters: {u: 8}}
  },
  {
    id: "labels of a Kruskal-Wallis test",
    spec: {method: "rank", kind: "kruskal", y: "y", group: "g", data: plain},
    expected: {n: 12, df: 3}
  },
  {
    id: "labels beyond 2^53 in a file",
    spec: {...fromFile, formula: "y ~ x | id"},
    file: "id,y,x\n9007199254740993,1,2\n9007199254740993,4,3\n9007199254740992,2,5\n9007199254740992,8,6\n9007199254740994,3,1\n9007199254740994,3,2\n",
    expected: {df_residual: 2}
  },
  {
    id: "labels beyond 2^53 as numbers",
    spec: {...ols, cluster: "id", data: {...plain, id: y.map((_, i) => 2 ** 53 + 2 * i)}},
    expected: {refuse: "over 2^53 in row 1"}
  },
  {
    id: "a label and a term with two texts of one number",
    spec: {...ols, formula: "y ~ g", cluster: "g"},
    expected: {refuse: "two texts of one number, row 4"}
  },
  {id: "labels of a curve's units", input: curve, expected: {units: 8}},
  {id: "labels of a curve's fixed effects", input: onGrid({effects: [["u"]]}), expected: {"points.0.units": 8}},

  // what isn't known is refused by name
  {id: "vcv", spec: {...ols, vcv: "HC3"}, expected: {refuse: "unknown option of ols: vcv; did you mean vcov?"}},
  {id: "subset", spec: {...ols, subset: "b"}, expected: {refuse: "unknown option of ols: subset"}},
  {id: "HC33", spec: {...ols, vcov: "HC33"}, expected: {refuse: "HC33; did you mean HC3?"}},
  {
    id: "typ",
    spec: {...ols, vcov: {cluster: "g", typ: "CR1"}},
    expected: {refuse: "unknown option of vcov: typ; did you mean type?"}
  },
  {
    id: "CR22",
    spec: {...ols, vcov: {cluster: "g", type: "CR22"}},
    expected: {refuse: "invalid vcov.type; not one of CR0"}
  },
  {id: "cluster beside vcov", spec: {...ols, cluster: "g", vcov: "iid"}, expected: {refuse: "give one of the two"}},
  {id: "a seed where nothing is drawn", spec: {...ols, seed: 1}, expected: {refuse: "unknown option of ols: seed"}},
  {id: "a level as text", spec: {...ols, level: "0.9"}, expected: {refuse: "invalid level; not a number: 0.9"}},
  {
    id: "controlz",
    spec: {method: "correlation", kind: "partial", x: "x", y: "y", controlz: ["b"], data: plain},
    expected: {refuse: "unknown option of correlation: controlz; did you mean controls?"}
  },
  {
    id: "controls of a plain correlation",
    spec: {method: "correlation", x: "x", y: "y", controls: ["b"], data: plain},
    expected: {refuse: "kind pearson does not take it"}
  },
  {
    id: "impose_nul",
    spec: {...ols, method: "wild", cluster: "g", term: "x", impose_nul: false},
    expected: {refuse: "did you mean impose_null?"}
  },
  {id: "a method's misspelt name", spec: {...ols, method: "olss"}, expected: {refuse: "did you mean ols?"}},
  {
    id: "a column's misspelt name",
    spec: {...ols, formula: "y ~ x", cluster: "bb"},
    expected: {refuse: "missing column: bb"}
  },
  {
    id: "a curve's misspelt choice",
    input: onGrid({exposure: ["c"]}),
    expected: {refuse: "unknown option of grid: exposure; did you mean exposures?"}
  },
  {id: "a curve's misspelt option", input: {...curve, treshold: 0.1}, expected: {refuse: "did you mean threshold?"}},
  {
    id: "a curve without outcomes",
    input: {...curve, grid: {exposures: ["x"]}},
    expected: {refuse: "missing grid.outcomes; curve needs it"}
  },

  // a file is read as the ingest reads it
  {id: "a row cut short", spec: fromFile, file: `${wide}3,1\n`, expected: {refuse: "row 7: fewer values"}},
  {id: "a decimal comma", spec: fromFile, file: `${wide}1,5,2,a\n`, expected: {refuse: "row 7: more values"}},
  {id: "a quote within a value", spec: fromFile, file: `${wide}3,1,5"\n`, expected: {refuse: "row 7: a quote"}},
  {
    id: "a column without a name",
    spec: fromFile,
    file: "y,x,\n1,2,3\n4,5,6\n",
    expected: {refuse: "a column without a name"}
  },
  {id: "lines that end in CR", spec: fromFile, file: wide.replaceAll("\n", "\r"), expected: {refuse: "in CR"}},
  {id: "no row", spec: fromFile, file: "y,x\n", expected: {refuse: "no rows below the header"}},
  {id: "an empty line", spec: fromFile, file: `${wide}\n3,1,b\n`, expected: {refuse: "row 7: an empty line"}},
  {id: "a byte order mark", spec: fromFile, file: `\uFEFF${wide}`, expected: {n: 5, rows: 5}},
  {id: "a quoted line break", spec: fromFile, file: `${wide}3,1,"b\nc"\n`, expected: {n: 6}},
  {
    id: "an empty place",
    spec: fromFile,
    file: `${wide},1,b\n`,
    expected: {n: 5, rows: 6, dropped: [{reason: "missing y", n: 1}]}
  },

  // text in a role of numbers is refused, never a factor
  {
    id: "decimal commas in quotes",
    spec: fromFile,
    file: 'y,x\n1,"1,5"\n2,"2,5"\n4,"3,5"\n3,"1,5"\n',
    expected: {refuse: "invalid x; not a plain number in row 1"}
  },
  {
    id: "money",
    spec: {...ols, data: {y, x: x.map((value) => `¥${value}00`)}},
    expected: {refuse: "invalid x; not a plain number"}
  },
  {
    id: "brackets for a loss",
    spec: {...ols, data: {y, x: x.map((value) => `(${value})`)}},
    expected: {refuse: "invalid x; not a plain number"}
  },
  {
    id: "text in an outcome",
    spec: {...ols, formula: "g2 ~ x", data: {...plain, g2: y.map(() => "a")}},
    expected: {refuse: "invalid g2; not a number in row 1"}
  },
  {id: "text in a curve's exposure", input: onGrid({exposures: ["x", "u2"]}), expected: {refuse: "missing column: u2"}},

  // null is never a level, doubled keys are refused, rows in = n + dropped
  {
    id: "a missing group",
    spec: {method: "anova", formula: "y ~ h", data: {...plain, h: g.map((name, i) => (i === 0 ? null : name))}},
    expected: {n: 11, df_between: 3, rows: 12}
  },
  {
    id: "a missing subject",
    spec: {
      method: "correlation",
      kind: "rmcorr",
      x: "x",
      y: "y",
      subject: "h",
      data: {...plain, h: g.map((name, i) => (i < 3 ? null : name))}
    },
    expected: {subjects: 3, n: 9}
  },
  {
    id: "a treatment twice in a block",
    spec: {
      method: "rank",
      kind: "friedman",
      y: "y",
      group: "t",
      block: "k",
      data: {...plain, k: y.map((_, i) => Math.floor(i / 6))}
    },
    expected: {refuse: "twice, row 4"}
  },
  {
    id: "two rows of one unit and period",
    spec: {
      method: "did",
      outcome: "y",
      unit: "u",
      time: "t",
      first_treated: "f",
      data: {...panel, t: panel.t.map((at) => Math.min(at, 1))}
    },
    expected: {refuse: "two rows of one u"}
  },

  // where one part is undefined the others are given
  {
    id: "agreement without levels",
    spec: {method: "agreement", kind: "group", y: "y", group: "g", data: plain},
    expected: {rwg_mean: null, warning: "rwg is undefined without"}
  },
  {
    id: "a benchmark that explains all",
    spec: {
      method: "sensitivity",
      formula: "y ~ b + x",
      treatment: "b",
      benchmark: "x",
      multiples: [1, 1e6],
      data: plain
    },
    expected: {"bounds.1.estimate": null, warning: "would explain all"}
  },
  {
    id: "two samples by a column of two labels",
    spec: {
      method: "permutation",
      kind: "two-sample",
      y: "y",
      x: "h",
      data: {y, h: b.map((one) => (one ? "after" : "before"))}
    },
    expected: {n: 12}
  },

  // degeneracy is judged against the scale of what goes in
  {
    id: "a constant tenth",
    spec: {method: "correlation", x: "tenth", y: "y", data: plain},
    expected: {refuse: "constant"}
  },
  {id: "a constant third of a milliard", spec: {...ols, formula: "y ~ big"}, expected: {refuse: "big is constant"}},
  {
    id: "a constant within subjects",
    spec: {method: "correlation", kind: "rmcorr", x: "tenth", y: "y", subject: "g", data: plain},
    expected: {refuse: "x is constant within every subject"}
  },
  {
    id: "a curve's constant third",
    input: onGrid({exposures: ["x", "third"]}),
    expected: {points: 1, dropped: [{reason: "the exposure does not vary", n: 1}]}
  },
  {
    id: "a curve's constant far from 0",
    input: onGrid({outcomes: ["y", "far"]}),
    expected: {points: 1, dropped: [{reason: "the outcome does not vary", n: 1}]}
  },
  {
    id: "a curve's outcome as its exposure",
    input: onGrid({exposures: ["x", "y"]}),
    expected: {points: 1, dropped: [{reason: "the exposure is the outcome", n: 1}]}
  },
  {
    id: "a curve's sets in another order",
    input: onGrid({
      effects: [
        ["u", "t"],
        ["t", "u"]
      ]
    }),
    expected: {points: 1}
  },
  // a correction that narrows has a floor (metafor #36)
  {
    id: "pool_k2_hk_floor",
    spec: {
      method: "pool",
      estimate: "e",
      se: "s",
      kind: "reml",
      hartung_knapp: "floor",
      data: {e: [0.4, 0.41], s: [0.2, 0.1]}
    },
    expected: {"terms.pooled.se": 0.0894427, "terms.pooled.p": 0.1373879}
  },
  // what is given and not used is refused
  {id: "levels of no column", spec: {...ols, levels: {zz: ["a"]}}, expected: {refuse: "unknown option of levels: zz"}},
  {id: "levels of numbers", spec: {...ols, levels: {x: ["1", "2"]}}, expected: {refuse: "x is read as numbers"}},
  {
    id: "a cluster twice",
    spec: {...ols, vcov: {cluster: ["g", "g"], type: "CR1"}},
    expected: {refuse: "invalid cluster; twice in it: g"}
  },
  {
    id: "a standard error below 0",
    spec: {method: "pool", estimate: "x", se: "s", data: {x: [1, 2, 3], s: [1, -1, 1]}},
    expected: {refuse: "invalid se; below 0: -1"}
  },
  // numbers as data have them
  {
    id: "an infinite text among numbers",
    spec: {...ols, data: {...plain, x: x.map((value, i) => (i === 1 ? "Infinity" : value))}},
    expected: {refuse: "not a number in row 2: Infinity"}
  },
  {
    id: "a hexadecimal number",
    spec: fromFile,
    file: "y,x\n1,0x10\n4,3\n2,5\n8,6\n5,4\n",
    expected: {refuse: "not a number in row 1: 0x10"}
  },
  // headers and rows
  {
    id: "headers that differ by a blank",
    spec: fromFile,
    file: "y,x, x\n1,2,3\n4,3,1\n2,5,2\n",
    expected: {refuse: "in the header twice"}
  },
  {
    id: "headers that differ by width",
    spec: fromFile,
    file: "y,x,ｘ\n1,2,3\n4,3,1\n2,5,2\n",
    expected: {refuse: "in the header twice"}
  },
  {id: "a header without a name", spec: fromFile, file: "y,x,\n1,2,3\n", expected: {refuse: "a column without a name"}},
  {
    id: "a delimiter at the end",
    spec: fromFile,
    file: "y,x\n1,2,\n",
    expected: {refuse: "more values than the header"}
  },
  {
    id: "a quote in a value",
    spec: fromFile,
    file: 'y,x\n1,2\n4,3"\n',
    expected: {refuse: "a quote that does not close"}
  },
  {id: "a mark of byte order", spec: fromFile, file: "\ufeffy,x\n1,2\n4,3\n2,5\n8,6\n5,4\n", expected: {n: 5}},
  // labels that are missing, and keys twice
  {
    id: "clusters without a label",
    spec: {...ols, cluster: "c", data: {...plain, c: g.map((label, i) => (i % 5 === 0 ? null : label))}},
    expected: {n: 9, dropped: [{reason: "missing c", n: 3}]}
  },
  {
    id: "strata without a label",
    spec: {
      method: "permutation",
      kind: "within-strata",
      x: "b",
      y: "y",
      strata: "c",
      data: {...plain, c: g.map((label, i) => (i === 1 ? null : label))}
    },
    expected: {refuse: "no label in row 2"}
  },
  {
    id: "periods twice in a trend",
    spec: {method: "trend", kind: "mann-kendall", y: "y", time: "t", data: plain},
    expected: {refuse: "a period is repeated"}
  },
  {
    id: "weights of a correlation below 0",
    spec: {method: "correlation", x: "x", y: "y", weights: "w", data: {...plain, w: y.map((_, i) => i - 1)}},
    expected: {refuse: "invalid weights; negative: -1"}
  },
  {id: "a seed where nothing is drawn", spec: {...ols, seed: 1}, expected: {refuse: "unknown option of ols: seed"}},
  {
    id: "an option of an option",
    spec: {...ols, vcov: {cluster: "g", typ: "CR2"}},
    expected: {refuse: "unknown option of vcov: typ; did you mean type?"}
  },
  {id: "a level as text", spec: {...ols, level: "0.95"}, expected: {refuse: "invalid level; not a number"}},
  {
    id: "whole numbers over 2^53 as labels",
    spec: {...ols, formula: "y ~ x | h", data: {...plain, h: y.map((_, i) => 2 ** 53 + 2 * i)}},
    expected: {refuse: "over 2^53"}
  }
];
