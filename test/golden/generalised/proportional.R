# Likelihood ratios of proportional odds by R's ordinal, in the big five inventory; run from the root
suppressMessages({library(jsonlite); library(ordinal)})
d <- read.csv("test/golden/data/bfi_AE.csv")
d <- d[complete.cases(d[, c("A1", "gender", "age", "education")]), ]
d$answer <- factor(d$A1, ordered = TRUE); d$school <- factor(d$education); d$age <- (d$age - 30) / 10
tested <- list()
# nominal_test fits anew from the call, and looks its names up from the top
for (link in c("logit", "probit")) {
  m <- clm(answer ~ gender + age + school, data = d, link = link)
  t <- nominal_test(m); t <- t[rownames(t) != "<none>", ]
  tested[[link]] <- lapply(setNames(rownames(t), rownames(t)), function(term) list(chi2 = t[term, "LRT"], df = t[term, "Df"], p = t[term, "Pr(>Chi)"]))
}
writeLines(toJSON(tested, auto_unbox = TRUE, digits = NA), "test/golden/generalised/proportional.json")
