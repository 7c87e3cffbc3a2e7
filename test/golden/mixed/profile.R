# Ends of profile intervals by root finding on lme4's own deviance, whose confint() interpolates; run from the root
suppressMessages({library(jsonlite); library(lme4)})
read <- function(name) read.csv(paste0("test/golden/data/", name, ".csv"))
ends <- function(formula, data) {
  m <- lmer(formula, data, REML = FALSE, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11)))
  f <- lmer(formula, data, REML = FALSE, devFunOnly = TRUE); e <- environment(f); n <- nrow(data)
  parts <- function(theta) { f(theta); list(ldL2 = e$pp$ldL2(), rss = e$resp$wrss() + e$pp$sqrL(1), b = e$pp$beta(1), V = e$pp$unsc()) }
  theta <- getME(m, "theta"); k <- length(theta); least <- deviance(m); s <- sigma(m); bar <- qchisq(0.95, 1)
  at <- function(p, sig) p$ldL2 + n * log(2 * pi * sig^2) + p$rss / sig^2
  best <- function(g, start) { o <- optim(start, g, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 20000)); optim(o$par, g, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 20000))$value }
  if (k == 1) best <- function(g, start) optimize(g, c(start - 4, start + 4), tol = 1e-10)$objective
  low <- pmax(theta, 0.1)
  sd <- function(i) function(v) best(function(o) { sig <- s * exp(o[i]); t <- abs(o); t[i] <- v / sig; at(parts(t), sig) }, replace(low, i, 0)) - least - bar
  sg <- function(v) best(function(o) at(parts(abs(o)), v), low) - least - bar
  fx <- function(v) best(function(o) { p <- parts(abs(o)); p$ldL2 + n + n * log(2 * pi * (p$rss + (v - p$b[1])^2 / p$V[1, 1]) / n) }, low) - least - bar
  root <- function(g, a, b) uniroot(g, c(a, b), tol = 1e-10)$root
  two <- function(g, a, est, b) c(if (g(a) > 0) root(g, a, est) else a, root(g, est, b))
  v <- as.data.frame(VarCorr(m)); sds <- v$sdcor[v$grp != "Residual"]; b <- fixef(m)[[1]]; se <- sqrt(vcov(m)[1, 1])
  list(sd = lapply(seq_len(k), function(i) two(sd(i), 0, sds[i], 6 * sds[i] + s)), groups = v$grp[v$grp != "Residual"],
       sigma = two(sg, s / 3, s, 3 * s), fixed = two(fx, b - 8 * se, b, b + 8 * se))
}
answers <- list(dyestuff = ends(Yield ~ 1 + (1 | Batch), read("dyestuff")),
                penicillin = ends(diameter ~ 1 + (1 | plate) + (1 | sample), read("penicillin")),
                pastes = ends(strength ~ 1 + (1 | batch) + (1 | batch:cask), read("pastes")))
writeLines(toJSON(answers, auto_unbox = TRUE, digits = NA), "test/golden/mixed/profile.json")
