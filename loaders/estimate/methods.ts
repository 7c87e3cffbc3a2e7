import type {Method} from "./defineMethod.js";

/** Every method by its name in a specification; only the one that is asked for is loaded. */
export const methods: Readonly<Record<string, () => Promise<Method>>> = {
  adjust: async () => (await import("./adjust.js")).adjust,
  agreement: async () => (await import("./agreement.js")).agreement,
  anova: async () => (await import("./anova.js")).anova,
  bacon: async () => (await import("./bacon.js")).bacon,
  bootstrap: async () => (await import("./bootstrap.js")).bootstrap,
  correlation: async () => (await import("./correlation.js")).correlation,
  did: async () => (await import("./did.js")).did,
  distribution: async () => (await import("./distribution.js")).distribution,
  honest: async () => (await import("./honest.js")).honest,
  imputation: async () => (await import("./imputation.js")).imputation,
  logit: async () => (await import("./logit.js")).logit,
  mixed: async () => (await import("./mixed.js")).mixed,
  ols: async () => (await import("./ols.js")).ols,
  ordinal: async () => (await import("./ordinal.js")).ordinal,
  permutation: async () => (await import("./permutation.js")).permutation,
  pool: async () => (await import("./pool.js")).pool,
  power: async () => (await import("./power.js")).power,
  rank: async () => (await import("./rank.js")).rank,
  regression_to_mean: async () => (await import("./regression_to_mean.js")).regression_to_mean,
  reliability: async () => (await import("./reliability.js")).reliability,
  sensitivity: async () => (await import("./sensitivity.js")).sensitivity,
  sunab: async () => (await import("./sunab.js")).sunab,
  trend: async () => (await import("./trend.js")).trend,
  twfe_event: async () => (await import("./twfe_event.js")).twfe_event,
  wild: async () => (await import("./wild.js")).wild
};
