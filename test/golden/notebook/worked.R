# What the worked notebooks estimate, by R, from the released table. Makes worked.json beside it: Rscript test/golden/notebook/worked.R
suppressMessages({library(clubSandwich); library(lme4); library(jsonlite)})
d <- read.csv("test/golden/notebook/department_years.csv", stringsAsFactors = FALSE)
shifted <- function(by) d$participation[match(paste(d$department_id, d$fiscal_year - by), paste(d$department_id, d$fiscal_year))]
d$lead <- shifted(-1); d$lag1 <- shifted(1); d$lag2 <- shifted(2)
effects <- "+ factor(department_id) + factor(fiscal_year)"
term <- function(rhs, data = d, names = rhs, weighted = FALSE) {
  data <- data[complete.cases(data[c("margin", intersect(c("participation", "lead", "lag1", "lag2"), all.vars(parse(text = rhs))))]), ]
  f <- as.formula(paste("margin ~", rhs, effects))
  m <- if (weighted) lm(f, data, weights = headcount) else lm(f, data)
  t <- coef_test(m, vcov = "CR2", cluster = data$department_id)
  i <- match(names, rownames(t))
  list(n = nobs(m), estimate = t$beta[i], se = t$SE[i], df = t$df_Satt[i], p = t$p_Satt[i])
}
sizes <- sort(tapply(d$headcount, d$department_id, mean, na.rm = TRUE))
half <- median(sizes)
among <- function(ids) d[d$department_id %in% ids, ]
d$large <- as.numeric(sizes[d$department_id] >= half)
plain <- summary(lm(margin ~ participation + log(headcount), d))$coefficients
mixed <- lmer(margin ~ participation + (1 | department_id) + (1 | fiscal_year), d)
write_json(list(
  headline = term("participation"),
  lags = list(after = term("lead"), before1 = term("lag1"), before2 = term("lag2")),
  together = term("participation + lag1 + lag2", names = c("participation", "lag1", "lag2")),
  halves = list(smaller = term("participation", among(names(sizes)[sizes < half])), larger = term("participation", among(names(sizes)[sizes >= half]))),
  weighted = term("participation", weighted = TRUE),
  withoutLargest = term("participation", among(head(names(sizes), -3))),
  withoutSmallest = term("participation", among(tail(names(sizes), -3))),
  plain = list(estimate = unname(plain[, 1]), se = unname(plain[, 2]), p = unname(plain[, 4])),
  mixed = list(estimate = unname(fixef(mixed)), se = unname(sqrt(diag(as.matrix(vcov(mixed))))), variances = as.data.frame(VarCorr(mixed))$vcov),
  spearman = unname(suppressWarnings(cor(d$participation, d$margin, method = "spearman", use = "complete.obs")))
), "test/golden/notebook/worked.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
