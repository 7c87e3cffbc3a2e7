# Terms that others determine, as lm and plm leave them out. Makes determined.json beside it:
# Rscript test/golden/regression/determined.R
suppressMessages({library(plm); library(jsonlite)})
d <- read.csv("data/jtrain/jtrain.csv")
d <- d[!is.na(d$lscrap), c("fcode", "year", "lscrap", "grant", "grant_1", "union", "d88", "d89")]
d$both <- d$grant + 2 * d$grant_1
d$whole <- 1
of <- function(x) sapply(x, function(column) ave(column, d$fcode))
d$m_grant <- of(d["grant"])[, 1]
d$m_grant_1 <- of(d["grant_1"])[, 1]
p <- pdata.frame(d, index = c("fcode", "year"))
answer <- function(m) {
  s <- summary(m)$coefficients
  list(names = rownames(s), b = unname(s[, 1]), se = unname(s[, 2]))
}
right <- lscrap ~ d88 + d89 + grant + grant_1 + union + both
random <- plm(right, p, model = "random")
within <- plm(right, p, model = "within")
# the means of d88, d89 are constant, that of `both` a sum of the others'
mundlak <- plm(lscrap ~ d88 + d89 + grant + grant_1 + union + m_grant + m_grant_1, p, model = "random")
e <- data.frame(y = c(1, 4, 6, 2, 3, 5, 6, 7, 1, 6), a = rep(c("p", "q", "r"), c(4, 3, 3)), b = c("u", "u", "v", "v", "u", "v", "v", "u", "u", "u"))
empty <- lm(y ~ a * b, e)
write_json(list(
  pooled = answer(lm(lscrap ~ grant + whole + grant_1 + both, d)),
  random = answer(random), within = answer(within), mundlak = answer(mundlak),
  hausman = phtest(within, random)$statistic[[1]],
  empty = list(names = names(coef(empty)), b = unname(coef(empty)))
), "test/golden/regression/determined.json", digits = NA, auto_unbox = TRUE)
