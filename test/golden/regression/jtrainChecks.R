# The checks of data/jtrain, each with all that its plan adjusts for. Makes jtrainChecks.json beside it:
# Rscript test/golden/regression/jtrainChecks.R
suppressMessages({library(clubSandwich); library(jsonlite)})
d <- read.csv("data/jtrain/jtrain.csv")
d <- d[!is.na(d$scrap), ]
d$y <- 100 * log(d$scrap)
d$firm <- factor(d$fcode)
d$t <- factor(d$year)
tested <- function(m, by, term) {
  c <- coef_test(m, vcovCR(m, cluster = by, type = "CR2"), coefs = term)
  reach <- qt(0.975, c$df_Satt) * c$SE
  list(estimate = c$beta, low = c$beta - reach, high = c$beta + reach, df = c$df_Satt, p = c$p_Satt, n = nobs(m))
}
planned <- lm(y ~ grant + grant_1 + firm + t, d)
joint <- Wald_test(planned, constrain_zero(c("grant", "grant_1")), vcovCR(planned, cluster = d$firm, type = "CR2"))
trend <- lm(y ~ grant + grant_1 + firm + t + firm:I(year - 1988), d)
start <- ave(ifelse(d$grant == 1, d$year, Inf), d$fcode, FUN = min)
before <- d[d$year < start, ]
before$last <- as.numeric(before$year == (start - 1)[d$year < start])
before <- before[ave(before$year, before$fcode, FUN = length) > 1, ]
path <- lm(y ~ last + factor(fcode) + t, before)
d <- d[order(d$fcode, d$year), ]
change <- do.call(rbind, by(d, d$fcode, function(x)
  data.frame(firm = x$fcode[-1], t = x$t[-1], y = diff(x$y), grant = diff(x$grant), grant_1 = diff(x$grant_1))))
changes <- lm(y ~ grant + grant_1 + t, change)
write_json(list(
  planned = tested(planned, d$firm, "grant"),
  later = tested(lm(formula(planned), d), d$firm, "grant_1"),
  joint = list(p = joint$p_val, df1 = joint$df_num, df2 = joint$df_denom),
  trend = unname(coef(trend)["grant"]),
  path = tested(path, before$fcode, "last"),
  changes = tested(changes, change$firm, "grant"),
  without = lapply(split(1987:1989, 1987:1989), function(out) unname(coef(lm(formula(planned), d[d$year != out, ]))["grant"]))
), "test/golden/regression/jtrainChecks.json", digits = NA, auto_unbox = TRUE)
