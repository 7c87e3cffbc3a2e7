# Correlations over all cells of data/us-fatalities with errors by state: the slope of standardised columns, CR2 with Satterthwaite
# df. Makes byUnit.json beside it: Rscript test/golden/association/byUnit.R
suppressMessages({library(clubSandwich); library(jsonlite)})
d <- read.csv("data/us-fatalities/fatalities.csv")
d$rate <- 10000 * d$fatal / d$pop
related <- function(x, y, unit, within = FALSE) {
  a <- as.numeric(scale(x))
  b <- as.numeric(scale(y))
  if (within) {
    a <- a - ave(a, unit)
    b <- b - ave(b, unit)
    a <- a / sd(a)
    b <- b / sd(b)
  }
  m <- if (within) lm(b ~ a + factor(unit)) else lm(b ~ a)
  c <- coef_test(m, vcovCR(m, cluster = unit, type = "CR2"), coefs = "a")
  reach <- qt(0.975, c$df_Satt) * c$SE
  list(r = unname(coef(m)["a"]), low = c$beta - reach, high = c$beta + reach, df = c$df_Satt, n = nobs(m))
}
few <- d[d$state %in% c("al", "az", "ar", "ca", "co"), ]
gaps <- d[-seq(3, nrow(d), 5), ]
each <- function(d) list(
  pearson = related(d$beertax, d$rate, d$state),
  spearman = related(rank(d$beertax), rank(d$rate), d$state),
  within = related(d$beertax, d$rate, d$state, within = TRUE)
)
stopifnot(abs(each(d)$pearson$r - cor(d$beertax, d$rate)) < 1e-12)
write_json(list(all = each(d), few = each(few), gaps = each(gaps)), "test/golden/association/byUnit.json", digits = NA, auto_unbox = TRUE)
