/** What each target's values are computed from: the engine's answers under the target's own names. */
import {estimate} from "../../loaders/estimate/runEstimate.js";
import type {BaconFit} from "../../src/stats/did/baconDecomposition.js";
import type {EventStudyFit} from "../../src/stats/did/eventStudy.js";
import type {GroupTimeFit} from "../../src/stats/did/groupTimeFit.js";
import type {HonestFit} from "../../src/stats/did/honestBounds.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Cell} from "./golden.js";
import {tableOf, targetOf} from "./golden.js";

type Values = Record<string, number | readonly number[] | null | undefined>;

export interface Answer {
  /** greatest relative error that the target allows; absolute where the reference is 0 */
  readonly tolerance: number;
  /** for values whose reference is a rounded or simulated one */
  readonly loose?: Readonly<Record<string, number>>;
  /** absolute tolerances by the start of a value's name, for values found on a grid or by simulation */
  readonly absolute?: Readonly<Record<string, number>>;
  readonly compute: () => Promise<Values>;
}

type Fitted = Estimate<Record<string, never>> & {fit: Record<string, never>};

async function run(specification: Record<string, unknown>): Promise<Fitted> {
  const {data} = specification;
  const table = typeof data === "string" ? tableOf(data) : data;
  const result = (await estimate({...specification, data: table})) as Fitted & {error?: {message: string}};
  if (result.error) throw new Error(result.error.message);
  return result;
}

/** `prefix.b.term` and `prefix.se.term` of every term. */
function coefficients(prefix: string, {terms}: Pick<Fitted, "terms">, kinds: "both" | "se" = "both"): Values {
  const dot = prefix === "" ? "" : `${prefix}.`;
  return Object.fromEntries(
    terms.flatMap(({term, estimate: b, se}) => [
      ...(kinds === "both" ? [[`${dot}b.${term}`, b] as const] : []),
      [`${dot}se.${term}`, se] as const
    ])
  );
}

const errors = (prefix: string, {terms}: Fitted, rename: Record<string, string> = {}): Values =>
  Object.fromEntries(terms.map(({term, se}) => [`${prefix}.se.${rename[term] ?? term}`, se]));

const polynomial = "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)";
const nist = (file: string, formula: string, tolerance: number): Answer => ({
  tolerance,
  async compute() {
    const {terms, fit} = await run({method: "ols", data: file, formula});
    return {
      ...Object.fromEntries(
        terms.flatMap(({estimate: b, se}, j) => [[`b${j}`, b] as const, [`se_b${j}`, se] as const])
      ),
      rss: fit.rss,
      residual_sd: fit.sigma,
      r_squared: fit.r2,
      F: fit.F ?? undefined,
      df_residual: fit.df_residual
    };
  }
});

const anova = (id: string, tolerance: number, exact = tolerance <= 1e-12): [string, Answer] => [
  id,
  {
    tolerance,
    async compute() {
      const file = (targetOf(id) as unknown as {data: string}).data;
      const [y = "", group = ""] = ["y", "treatment"].map(
        (wanted, i) => Object.keys(tableOf(file)).find((name) => name === wanted) ?? Object.keys(tableOf(file))[1 - i]!
      );
      const {fit} = await run({method: "anova", data: file, formula: `${y} ~ ${group}`});
      return {
        df_between: fit.df_between,
        df_within: fit.df_within,
        F: fit.F,
        ...(exact
          ? {
              ss_between: fit.ss_between,
              ss_within: fit.ss_within,
              ms_between: fit.ms_between,
              ms_within: fit.ms_within,
              r_squared: fit.r2,
              residual_sd: fit.sigma
            }
          : {})
      };
    }
  }
];

const grunfeld = {method: "ols", data: "grunfeld.csv", formula: "inv ~ value + capital", unit: "firm", time: "year"};
const firms = {method: "ols", data: "jtrain.csv", unit: "fcode", time: "year"};
const fixedFirms = {...firms, formula: "lscrap ~ d88 + d89 + grant + grant_1 | fcode"};

const mixed = (
  file: string,
  formula: string,
  options: Record<string, unknown> = {}
): ((prefix: string, reml?: boolean) => Promise<{values: Values; fitted: Fitted}>) => {
  return async (prefix, reml = true) => {
    const fitted = await run({method: "mixed", data: file, formula, reml, modes: true, ...options});
    const {variances, covariances, residual, logLik, criterion} = fitted.fit as unknown as {
      variances: Record<string, Record<string, number>>;
      covariances: Record<string, Record<string, number>>;
      residual: number;
      logLik: number;
      criterion: number;
    };
    const values: Values = {...coefficients(prefix, fitted), [`${prefix}.var.Residual.`]: residual};
    for (const [group, terms] of Object.entries(variances))
      for (const [term, value] of Object.entries(terms)) {
        values[`${prefix}.var.${group}.${term}`] = value;
        values[`${prefix}.var.${group.split(":").toReversed().join(":")}.${term}`] = value;
      }
    for (const [group, pairs] of Object.entries(covariances))
      for (const [pair, value] of Object.entries(pairs))
        values[`${prefix}.var.${group}.${pair.replace(":", ".x.")}`] = value;
    values[`${prefix}.logLik`] = logLik;
    values[reml ? `${prefix}.REMLcrit` : `${prefix}.deviance`] = criterion;
    return {values, fitted};
  };
};

function modes(prefix: string, {fit}: Fitted, group: string): Values {
  const {[group]: levels = {}} = (
    fit as unknown as {modes: Record<string, Record<string, Record<string, {estimate: number}>>>}
  ).modes;
  return Object.fromEntries(
    Object.entries(levels).map(([level, terms]) => [`${prefix}.${group}.${level}`, terms["(Intercept)"]?.estimate])
  );
}

export const answers: Readonly<Record<string, Answer>> = {
  N01: nist("nist_norris.csv", "y ~ x", 1e-12),
  N02: nist("nist_longley.csv", "y ~ x1 + x2 + x3 + x4 + x5 + x6", 1e-9),
  N03: nist("nist_wampler1.csv", polynomial, 1e-6),
  N04: nist("nist_wampler2.csv", polynomial, 1e-6),
  N05: nist("nist_wampler3.csv", polynomial, 1e-8),
  N06: nist("nist_wampler4.csv", polynomial, 1e-6),
  ...Object.fromEntries([
    anova("A02", 1e-12),
    anova("A03", 1e-12),
    anova("A04", 1e-12),
    anova("A05", 1e-12),
    anova("A06", 10 ** -9.9),
    anova("A07", 10 ** -9.7),
    anova("A08", 10 ** -9.7),
    anova("A09", 10 ** -3.9),
    anova("A10", 10 ** -3.7)
  ]),
  P01: {
    tolerance: 1e-8,
    async compute() {
      const random = await run({...grunfeld, model: "random"});
      const hausman = random.fit.hausman as unknown as {chi2: number; p: number};
      const within = await run({...grunfeld, formula: `${grunfeld.formula} | firm`});
      return {
        ...coefficients("pooled", await run(grunfeld)),
        ...coefficients("between", await run({...grunfeld, model: "between"})),
        ...coefficients("within", within),
        ...coefficients("twoway", await run({...grunfeld, formula: `${grunfeld.formula} | firm + year`})),
        ...coefficients("fd", await run({...grunfeld, model: "fd"})),
        ...coefficients("random", random),
        "random.sigma2_idios": random.fit.sigma2_idios,
        "random.sigma2_id": random.fit.sigma2_id,
        "random.theta": random.fit.theta,
        "hausman.chi2": hausman.chi2,
        "hausman.p": hausman.p,
        "within.r2": within.fit.within_r2
      };
    }
  },
  P02: {
    tolerance: 1e-7,
    async compute() {
      const values: Values = {};
      for (const type of ["CR0", "CR1", "CR1S", "CR2", "CR3", "fixest"]) {
        const {terms} = await run({
          ...grunfeld,
          formula: `${grunfeld.formula} | firm`,
          vcov: {cluster: "firm", type}
        });
        for (const {term, se, df, p} of terms) {
          values[type === "fixest" ? `fixest_nested.se.${term}` : `se.${type}.${term}`] = se;
          if (type !== "CR2") continue;
          values[`satt_df.${term}`] = df;
          values[`satt_p.${term}`] = p;
        }
      }
      return values;
    }
  },
  P03: {
    tolerance: 1e-9,
    async compute() {
      const values: Values = {};
      for (const term of ["value", "capital"]) {
        const {fit} = await run({
          ...grunfeld,
          method: "wild",
          formula: `${grunfeld.formula} | firm`,
          cluster: "firm",
          term,
          enumerate: true
        });
        values[`t_CR0.${term}`] = fit.t;
        values[`p.${term}`] = fit.p;
        values[`count.${term}`] = fit.count;
      }
      return values;
    }
  },
  P04: {
    tolerance: 1e-8,
    async compute() {
      const fit = (vcov: unknown): Promise<Fitted> =>
        run({method: "ols", data: "petersen.csv", formula: "y ~ x", vcov});
      const rename = {"(Intercept)": "const"};
      const plain = await fit("iid");
      const values: Values = {...coefficients("", plain), ...errors("ols", plain, rename), n: plain.n};
      for (const type of ["HC0", "HC1", "HC2", "HC3"]) Object.assign(values, errors(type, await fit(type), rename));
      return {
        ...values,
        ...errors("firm_CR1", await fit({cluster: "firm", type: "CR1S"}), rename),
        ...errors("year_CR1", await fit({cluster: "year", type: "CR1S"}), rename),
        ...errors("year_CR3", await fit({cluster: "year", type: "CR3"}), rename),
        ...errors("twoway_CR1", await fit({cluster: ["firm", "year"], type: "CR1S"}), rename)
      };
    }
  },
  P05: {
    tolerance: 1e-8,
    async compute() {
      const within = await run(fixedFirms);
      const cr2 = await run({...fixedFirms, vcov: {cluster: "fcode"}});
      return {
        ...coefficients("fe", within),
        "fe.n": within.n,
        "fe.r2_within": within.fit.within_r2,
        ...errors("fe_cluster_fixest", await run({...fixedFirms, vcov: {cluster: "fcode", type: "fixest"}})),
        ...errors("fe_CR2", cr2),
        ...Object.fromEntries(cr2.terms.map(({term, df}) => [`fe_CR2.df.${term}`, df])),
        ...coefficients("re", await run({...firms, formula: "lscrap ~ d88 + d89 + grant + grant_1", model: "random"})),
        ...coefficients(
          "fe_x",
          await run({...firms, formula: "lscrap ~ d88 + d89 + grant + grant_1 + lsales + lemploy | fcode"})
        )
      };
    }
  },
  P06: {
    tolerance: 1e-9,
    async compute() {
      const of = (formula: string): Promise<Fitted> => run({method: "ols", data: "jtrain98.csv", formula});
      const adjusted = await of("earn98 ~ train + earn96 + educ + age + married");
      return {
        ...coefficients("simple", await of("earn98 ~ train")),
        ...coefficients("adj", adjusted),
        "adj.r2": adjusted.fit.r2,
        n: adjusted.n
      };
    }
  },
  P07: {
    tolerance: 1e-9,
    async compute() {
      const of = (vcov: string): Promise<Fitted> =>
        run({method: "ols", data: "jtrain2.csv", formula: "re78 ~ train", vcov});
      return {
        ...coefficients("simple", await of("iid")),
        ...errors("HC2", await of("HC2")),
        ...errors("HC3", await of("HC3"))
      };
    }
  },
  P08: {
    tolerance: 1e-9,
    async compute() {
      const formula = "guclms ~ d82 + d83 + d84 + d85 + d86 + d87 + d88 + cez";
      const plain = await run({method: "ols", data: "ezunem.csv", formula});
      const clustered = await run({method: "ols", data: "ezunem.csv", formula, vcov: {cluster: "city", type: "CR1S"}});
      return {...coefficients("", plain), ...errors("CR1", clustered), n: plain.n, r2: plain.fit.r2};
    }
  },
  P09: {
    tolerance: 1e-9,
    compute: async () =>
      coefficients("", await run({method: "ols", data: "kielmc.csv", formula: "rprice ~ y81*nearinc"}))
  },
  P13: {
    tolerance: 1e-8,
    async compute() {
      const formula = "clcrmrte ~ d83 + d84 + d85 + d86 + d87 + clprbarr + clprbcon + clprbpri + clavgsen + clpolpc";
      const of = (vcov: unknown): Promise<Fitted> => run({method: "ols", data: "crime4.csv", formula, vcov});
      const plain = await of("iid");
      return {
        ...coefficients("", plain),
        ...errors("HC0", await of("HC0")),
        ...errors("CR1", await of({cluster: "county", type: "CR1S"})),
        ...errors("CR2", await of({cluster: "county", type: "CR2"})),
        n: plain.n,
        r2: plain.fit.r2
      };
    }
  },
  P14: {
    tolerance: 1e-9,
    async compute() {
      const rename = {"afchnge:highearn": "afhigh"};
      const of = (vcov: string): Promise<Fitted> =>
        run({method: "ols", data: "injury_ky.csv", formula: "ldurat ~ afchnge*highearn", vcov});
      const plain = await of("iid");
      const terms = plain.terms.map((term) => ({...term, term: rename[term.term as keyof typeof rename] ?? term.term}));
      return {...coefficients("", {terms}), ...errors("HC3", await of("HC3"), rename), n: plain.n, r2: plain.fit.r2};
    }
  },
  T04: {
    tolerance: 1e-9,
    async compute() {
      const values: Values = {};
      for (const [name, formula] of [
        ["notrend", "linvpc ~ lprice"],
        ["trend", "linvpc ~ lprice + t"]
      ] as const) {
        const plain = await run({method: "ols", data: "hseinv.csv", formula});
        const corrected = await run({method: "ols", data: "hseinv.csv", formula, vcov: {nw: 2, adjust: true}});
        Object.assign(values, coefficients(name, plain), errors(`${name}.nw2adj`, corrected), {
          [`${name}.r2`]: plain.fit.r2
        });
      }
      return values;
    }
  },
  T05: {
    tolerance: 1e-9,
    async compute() {
      const of = (vcov: unknown): Promise<Fitted> =>
        run({method: "ols", data: "investment.csv", formula: "RealInv ~ RealGNP + RealInt", vcov});
      const plain = await of("iid");
      const values: Values = {...coefficients("", plain), ...errors("ols", plain), ...errors("nw4", await of({nw: 4}))};
      for (const type of ["HC0", "HC3", "HC4"]) Object.assign(values, errors(type, await of(type)));
      return values;
    }
  },
  U01: {
    tolerance: 1e-10,
    async compute() {
      const values: Values = {};
      for (const q of [1, 2, 3, 4]) {
        const {terms, fit} = await run({method: "ols", data: "anscombe.csv", formula: `y${q} ~ x${q}`});
        values[`q${q}.b0`] = terms[0]?.estimate;
        values[`q${q}.b1`] = terms[1]?.estimate;
        values[`q${q}.se1`] = terms[1]?.se;
        values[`q${q}.r2`] = fit.r2;
        const rank = await run({method: "correlation", data: "anscombe.csv", x: `x${q}`, y: `y${q}`, kind: "spearman"});
        values[`q${q}.spearman`] = rank.terms[0]?.estimate;
      }
      return values;
    }
  },
  C01: {
    tolerance: 1e-9,
    async compute() {
      const names = Object.keys(tableOf("bland1995.csv"));
      const named = (start: RegExp): string => names.find((name) => start.test(name))!;
      const {terms} = await run({
        method: "correlation",
        data: "bland1995.csv",
        kind: "rmcorr",
        x: named(/^paco2/i),
        y: named(/^ph/i),
        subject: named(/^subj/i)
      });
      return {r: terms[0]?.estimate, df: terms[0]?.df, p: terms[0]?.p, ci_lo: terms[0]?.low, ci_hi: terms[0]?.high};
    }
  },
  Q05: {
    tolerance: 1e-8,
    async compute() {
      const table = tableOf("shrout_fleiss.csv");
      const {fit} = await run({method: "agreement", kind: "icc", data: table, ratings: Object.keys(table).slice(1)});
      return Object.fromEntries(
        ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"].flatMap((name) => {
          return [
            [`icc.${name}`, fit[name]] as const,
            [`lo.${name}`, fit[`${name}_low`]] as const,
            [`hi.${name}`, fit[`${name}_high`]] as const
          ];
        })
      );
    }
  },
  F01: {
    tolerance: 1e-12,
    async compute() {
      const {readFileSync} = await import("node:fs");
      const given = JSON.parse(readFileSync("test/golden/data/bh1995_p.json", "utf8")) as number[] | {p: number[]};
      const {fit} = await run({method: "adjust", p: Array.isArray(given) ? given : given.p, data: {}});
      return {...(fit as unknown as Values), BH: fit.bh, BY: fit.by};
    }
  },
  L01: {
    tolerance: 1e-8,
    async compute() {
      const formula = "low ~ age + lwt + factor(race) + smoke + ht + ui";
      const fitted = await run({method: "logit", data: "birthwt.csv", formula});
      return {...coefficients("", fitted), deviance: fitted.fit.deviance};
    }
  },
  O01: {
    tolerance: 1e-6,
    async compute() {
      const wine = {method: "ordinal", data: "wine.csv", formula: "rating ~ temp + contact"};
      const fitted = await run(wine);
      const probit = await run({...wine, link: "probit"});
      return {
        ...coefficients("", fitted),
        logLik: fitted.fit.logLik,
        AIC: fitted.fit.aic,
        probit_temp: probit.terms[4]?.estimate,
        probit_contact: probit.terms[5]?.estimate
      };
    }
  },
  O02: {
    tolerance: 1e-4,
    async compute() {
      const wine = {method: "ordinal", data: "wine.csv", formula: "rating ~ temp + contact + (1 | judge)"};
      const laplace = await run(wine);
      const many = await run({...wine, quadrature: 20});
      return {
        ...coefficients("lap", laplace),
        "lap.var_judge": laplace.fit.variance,
        "lap.logLik": laplace.fit.logLik,
        ...Object.fromEntries(many.terms.map(({term, estimate: b}) => [`agq20.b.${term}`, b])),
        "agq20.var_judge": many.fit.variance,
        "agq20.logLik": many.fit.logLik
      };
    }
  },
  D01: {
    tolerance: 1e-7,
    async compute() {
      const {terms, fit} = await run({
        method: "did",
        data: "mpdta.csv",
        outcome: "lemp",
        unit: "countyreal",
        time: "year",
        first_treated: "first_treat"
      });
      const values: Values = {};
      for (const {term, estimate: b, se} of terms) {
        const [, group, time] = /^ATT\((\d+),(\d+)\)$/.exec(term) ?? [];
        values[`att.${group}.${time}`] = b;
        values[`se.${group}.${time}`] = se;
      }
      const {aggregates, pretrend} = fit as unknown as GroupTimeFit;
      for (const [name, {att, se, terms: parts}] of Object.entries(aggregates)) {
        values[`${name}.att`] = att;
        values[`${name}.se`] = se;
        for (const part of parts) {
          values[`${name}.att.${part.term}`] = part.estimate;
          values[`${name}.se.${part.term}`] = part.se;
        }
      }
      return {...values, wald_W: pretrend?.W, wald_df: pretrend?.df, wald_p: pretrend?.p};
    }
  },
  D02: {
    tolerance: 1e-7,
    async compute() {
      const panel = {
        data: "base_stagg.csv",
        outcome: "y",
        unit: "id",
        time: "year",
        first_treated: "year_treated",
        covariates: ["x1"]
      };
      const fitted = await run({method: "sunab", ...panel});
      const {att} = fitted.fit as unknown as EventStudyFit;
      const plain = (await run({method: "twfe_event", ...panel})).fit as unknown as EventStudyFit;
      return {
        ...coefficients("", fitted),
        att: att.estimate,
        att_se: att.se,
        twfe_post: plain.att.estimate,
        twfe_se: plain.att.se
      };
    }
  },
  D03: {
    tolerance: 1e-8,
    async compute() {
      const table = tableOf("castle.csv");
      const first = new Map<Cell, number>();
      table.sid!.forEach((state, row) => {
        const year = Number(table.year![row]);
        if (table.post![row] !== 0) first.set(state, Math.min(year, first.get(state) ?? Infinity));
      });
      const data = {...table, first: table.sid!.map((state) => first.get(state) ?? 0)};
      const {fit} = await run({
        method: "bacon",
        data,
        outcome: "l_homicide",
        unit: "sid",
        time: "year",
        first_treated: "first"
      });
      const {twfe, kinds, comparisons} = fit as unknown as BaconFit;
      const greatest = comparisons.toSorted((a, b) => b.weight - a.weight)[0]!;
      const clustered = await run({
        method: "ols",
        data: "castle.csv",
        formula: "l_homicide ~ post | sid + year",
        vcov: {cluster: "sid", type: "fixest"}
      });
      return {
        twfe,
        n_2x2: comparisons.length,
        "weight.Earlier_vs_Later_Treated": kinds["earlier vs later"]?.weight,
        "avg_est.Earlier_vs_Later_Treated": kinds["earlier vs later"]?.estimate,
        "weight.Later_vs_Earlier_Treated": kinds["later vs earlier"]?.weight,
        "avg_est.Later_vs_Earlier_Treated": kinds["later vs earlier"]?.estimate,
        "weight.Treated_vs_Untreated": kinds["treated vs untreated"]?.weight,
        "avg_est.Treated_vs_Untreated": kinds["treated vs untreated"]?.estimate,
        max_weight: greatest.weight,
        max_weight_est: greatest.estimate,
        twfe_cluster_se: clustered.terms[0]?.se
      };
    }
  },
  D04: {
    tolerance: 1e-7,
    absolute: {rm_: 1.5e-3, sd_: 2e-4},
    async compute() {
      const {vcov, ...values} = targetOf("D04").values as unknown as {vcov: Record<string, number[]>} & Record<
        string,
        number
      >;
      const years = ["2008", "2009", "2010", "2011", "2012", "2014", "2015"];
      const events = years.map((year) => `D${year}`);
      const table = tableOf("ehec_nonstaggered.csv");
      for (const year of years)
        table[`D${year}`] = table.year!.map((at, row) => (String(at) === year ? Number(table.D![row]) : 0));
      const fitted = await run({
        method: "ols",
        data: table,
        formula: `dins ~ ${events.join(" + ")} | stfips + year`,
        vcov: {cluster: "stfips", type: "fixest"}
      });
      const found: Values = {};
      fitted.terms.forEach(({estimate: b, se}, i) => {
        found[`b.year::${years[i]}:D`] = b;
        found[`se.year::${years[i]}:D`] = se;
      });
      const estimates = years.map((year) => values[`b.year::${year}:D`]!);
      for (const [kind, M] of [
        ["rm", [0.5, 1, 1.5, 2]],
        ["sd", [0, 0.01, 0.02, 0.03, 0.04, 0.05]]
      ] as const) {
        const {fit} = await run({
          method: "honest",
          kind,
          M,
          estimates,
          vcov: Object.values(vcov),
          pre: 5,
          post: 2,
          data: {}
        });
        for (const {M: m, low, high} of (fit as unknown as HonestFit).intervals) {
          found[`${kind}_lb.${m}`] = low;
          found[`${kind}_ub.${m}`] = high;
        }
      }
      return found;
    }
  },
  M01: {
    tolerance: 1e-5,
    async compute() {
      const fit = mixed("dyestuff.csv", "Yield ~ 1 + (1 | Batch)");
      const [reml, ml] = [await fit("reml"), await fit("ml", false)];
      const {icc} = reml.fitted.fit as unknown as {icc: {Batch: number}};
      return {...reml.values, ...ml.values, ...modes("blup", reml.fitted, "Batch"), icc: icc.Batch};
    }
  },
  M03: {
    tolerance: 1e-5,
    loose: {
      "ri.satt_df": 1e-4,
      "ri.satt_df_int": 1e-4,
      "rs.satt_df": 1e-4,
      "rs.satt_p": 1e-4,
      "rs.var.Subject.(Intercept)": 1e-4,
      "rs.var.Subject.Days": 1e-4,
      "rs.var.Subject.(Intercept).x.Days": 1e-4
    },
    async compute() {
      const intercept = await mixed("sleepstudy.csv", "Reaction ~ Days + (1 | Subject)")("ri");
      const slopes = mixed("sleepstudy.csv", "Reaction ~ Days + (Days | Subject)");
      const [rs, ml] = [await slopes("rs"), await slopes("rs.ml", false)];
      return {
        ...intercept.values,
        ...rs.values,
        "rs.ml.logLik": ml.values["rs.ml.logLik"],
        "ri.satt_df": intercept.fitted.terms[1]?.df,
        "ri.satt_df_int": intercept.fitted.terms[0]?.df,
        "rs.satt_df": rs.fitted.terms[1]?.df,
        "rs.satt_p": rs.fitted.terms[1]?.p,
        ...modes("rs.blup_int", rs.fitted, "Subject")
      };
    }
  },
  M04: {
    tolerance: 1e-5,
    async compute() {
      const {values, fitted} = await mixed("penicillin.csv", "diameter ~ 1 + (1 | plate) + (1 | sample)")("reml");
      return {...values, ...modes("blup", fitted, "sample"), ...modes("blup", fitted, "plate")};
    }
  },
  M05: {
    tolerance: 1e-4,
    async compute() {
      const {values, fitted} = await mixed("pastes.csv", "strength ~ 1 + (1 | batch) + (1 | batch:cask)")("reml");
      return {...values, ...modes("blup", fitted, "batch")};
    }
  },
  M08: {
    tolerance: 1e-5,
    compute: async () => (await mixed("orthodont.csv", "distance ~ age*Sex + (1 | Subject)")("reml")).values
  },
  M09: {
    tolerance: 1e-5,
    compute: async () => (await mixed("cake.csv", "angle ~ recipe*temp + (1 | recipe:replicate)")("reml")).values
  }
};
