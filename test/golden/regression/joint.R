# Joint tests with CR2, and two-way variances. Makes joint.json beside it: Rscript test/golden/regression/joint.R
suppressMessages({library(clubSandwich); library(sandwich); library(jsonlite)})
d <- read.csv("data/jtrain/jtrain.csv")
d <- d[!is.na(d$lscrap), ]
htz <- function(m, cluster, terms) {
  w <- Wald_test(m, constrain_zero(terms, coef(m)), vcov = vcovCR(m, cluster = cluster, type = "CR2"), test = "HTZ")
  list(F = w$Fstat, df1 = w$df_num, df2 = w$df_denom, p = w$p_val)
}
g <- read.csv("test/golden/data/grunfeld.csv")
crossed <- lm(inv ~ value + capital + factor(year), g)
absorbed <- lm(inv ~ value + capital + factor(firm) + factor(year), g)
weighted <- lm(inv ~ value + capital, g, weights = year - 1930)
pooled <- lm(lscrap ~ grant + grant_1 + union + d88 + d89, d)
t <- data.frame(y = c(1, -1, -1, 1, 2, -2, -2, 2), x = c(1, -1, -1, 1, 0.5, -0.5, 0.4, 0.2), g = rep(letters[1:4], each = 2), t = rep(1:2, 4))
two <- vcovCL(lm(y ~ x, t), cluster = t[c("g", "t")], type = "HC0", cadjust = TRUE)
write_json(list(
  pooled = htz(pooled, d$fcode, c("grant", "grant_1", "union")),
  years = htz(pooled, d$fcode, c("grant", "d88", "d89")),
  crossed = htz(crossed, g$firm, c("value", "capital")),
  absorbed = htz(absorbed, g$firm, c("value", "capital")),
  weighted = htz(weighted, g$firm, c("value", "capital")),
  one = htz(crossed, g$firm, "value"),
  two = unname(diag(two))
), "test/golden/regression/joint.json", digits = NA, auto_unbox = TRUE)
