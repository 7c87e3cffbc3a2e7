# Makes ols.json beside it. Run with R 4 from Debian: Rscript test/golden/regression/ols.R
suppressMessages({
  library(sandwich)
  library(clubSandwich)
  library(jsonlite)
})
d <- read.csv("data/jtrain/jtrain.csv")
d <- d[!is.na(d$lscrap), ]
rownames(d) <- seq_len(nrow(d))
d$f <- factor(d$fcode)
d$y <- factor(d$year)
fe <- lm(lscrap ~ grant + grant_1 + f + y, d)
pooled <- lm(lscrap ~ grant + hrsemp + union, d)
slopes <- c("grant", "grant_1")
all <- c("(Intercept)", "grant", "hrsemp", "union")

iid <- function(m, terms) {
  s <- summary(m)$coefficients[terms, ]
  list(estimate = unname(s[, 1]), se = unname(s[, 2]), df = m$df.residual)
}
cluster <- function(m, type, terms) {
  firms <- d[rownames(model.frame(m)), "fcode"]
  test <- coef_test(m, vcovCR(m, cluster = firms, type = type), test = "Satterthwaite")
  test <- test[match(terms, rownames(test)), ]
  list(estimate = test$beta, se = test$SE, df = test$df_Satt)
}
hc <- function(type) unname(sqrt(diag(vcovHC(pooled, type = type)))[all])
types <- c("HC0", "HC1", "HC2", "HC3", "HC4")

answers <- list(
  fe_iid = iid(fe, slopes),
  fe_cr2 = cluster(fe, "CR2", slopes),
  pooled_iid = iid(pooled, all),
  pooled_cr2 = cluster(pooled, "CR2", all),
  pooled_cr1s = cluster(pooled, "CR1S", all)[c("estimate", "se")],
  pooled_cr3 = cluster(pooled, "CR3", all)[c("estimate", "se")],
  pooled_hc = setNames(lapply(types, hc), types)
)
write_json(answers, "test/golden/regression/ols.json", digits = NA, auto_unbox = TRUE)
