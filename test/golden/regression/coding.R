# How R codes a formula's factors, and clubSandwich's CR2 of a weighted fit: Rscript coding.R > coding.json
suppressMessages({library(clubSandwich); library(jsonlite)})
set.seed(8)
n <- 90
d <- data.frame(
  g = sample(c("b", "a", "c"), n, TRUE), h = sample(1:2, n, TRUE), x = round(rnorm(n), 3), z = round(runif(n, 1, 4), 3),
  w = round(runif(n, 0.3, 3), 3), unit = rep(1:15, 6), site = sample(c("n", "e", "s", "w"), n, TRUE)
)
d$y <- round(2 + d$x * ifelse(d$g == "a", 1, 0.3) + d$z + rnorm(15)[d$unit] + rnorm(n), 3)
of <- function(formula) {
  m <- lm(as.formula(formula), d)
  list(formula = formula, names = names(coef(m)), estimate = unname(coef(m)), se = unname(sqrt(diag(vcov(m)))))
}
weighted <- function(formula, cluster, terms) {
  m <- lm(as.formula(formula), d, weights = w)
  test <- coef_test(m, vcovCR(m, cluster = d[[cluster]], type = "CR2"), test = "Satterthwaite")[terms, ]
  list(cluster = cluster, se = test$SE, df = test$df_Satt)
}
cat(toJSON(list(
  data = d,
  coded = lapply(c(
    "y ~ 0 + g + x", "y ~ x:g", "y ~ g + g:x", "y ~ 0 + g:factor(h)", "y ~ g*x - x", "y ~ (x + z)*g", "y ~ (x + z + g)^2",
    "y ~ z + x + x:z", "y ~ x*z:g", "y ~ I((x + 1) * 2 - z^2) + I(x/z) + I(-x)", "y ~ factor(h):x + z"
  ), of),
  weighted = list(
    weighted("y ~ x + z + g", "unit", c("(Intercept)", "x", "z", "gb", "gc")),
    weighted("y ~ x + z + g", "site", c("(Intercept)", "x", "z", "gb", "gc"))
  ),
  weighted_effects = weighted("y ~ x + z + factor(unit)", "site", c("x", "z"))
), digits = NA, dataframe = "columns", auto_unbox = TRUE))
