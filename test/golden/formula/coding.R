# Factors where their margin is not in the model, by lm and lmer's model matrices; run from the root
suppressMessages({library(jsonlite); library(lme4)})
cake <- read.csv("test/golden/data/cake.csv")
for (name in c("replicate", "recipe")) cake[[name]] <- factor(cake[[name]])
fixed <- c("angle ~ 0 + recipe", "angle ~ 0 + recipe + replicate", "angle ~ recipe:temp", "angle ~ recipe + temp:recipe",
           "angle ~ temp + recipe:temp", "angle ~ recipe * temp", "angle ~ 0 + recipe:replicate")
random <- c("angle ~ recipe + temp + (0 + recipe | replicate)", "angle ~ temp + (recipe | replicate)", "angle ~ 0 + recipe + (1 | replicate)")
least <- lapply(setNames(fixed, fixed), function(f) as.list(coef(lm(as.formula(f), cake))))
mixed <- lapply(setNames(random, random), function(f) {
  m <- suppressMessages(lmer(as.formula(f), cake, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))))
  v <- as.data.frame(VarCorr(m)); v <- v[is.na(v$var2) & v$grp == "replicate", ]
  list(fixed = as.list(fixef(m)), logLik = as.numeric(logLik(m)), variances = as.list(setNames(v$vcov, v$var1)))
})
writeLines(toJSON(list(least = least, mixed = mixed), auto_unbox = TRUE, digits = NA), "test/golden/formula/coding.json")
