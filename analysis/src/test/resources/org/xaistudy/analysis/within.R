# Writes within.csv beside this file: Rscript within.R > within.csv
suppressPackageStartupMessages({ library(lme4); library(glmmTMB); library(BayesFactor) })
cat("# ", R.version.string, ", lme4 ", as.character(packageVersion("lme4")), ", glmmTMB ",
    as.character(packageVersion("glmmTMB")), ", BayesFactor ",
    as.character(packageVersion("BayesFactor")), ", by within.R\n", sep = "")
cat("case,quantity,value\n")
out <- function(case, quantity, value)
  cat(case, ",", quantity, ",", format(as.numeric(value), digits = 12), "\n", sep = "")

# The made-up people of WithinReferenceTest: 24, who judge eight stimuli with each of three methods.
rows <- expand.grid(trial = 0:23, person = 0:23)
p <- rows$person; t <- rows$trial
rows$arm <- t %/% 8
rows$truth <- t %% 2
rows$stimulus <- ((p * 3 + t * 7) %% 12) * 2 + rows$truth
d <- c(2, 1.2, 0.6)[rows$arm + 1] + 0.7 * qnorm(((p * 7) %% 24 + 0.5) / 24) +
  0.6 * qnorm(((p * 5 + rows$arm * 8) %% 24 + 0.5) / 24)
c <- -0.2 + 0.5 * qnorm(((p * 11 + 3) %% 24 + 0.5) / 24)
shift <- 0.6 * qnorm(((rows$stimulus * 7) %% 24 + 0.5) / 24)
noise <- (p * 7919 + t * 104729 + p * t * 31) %% 1000 / 1000
rows$yes <- as.integer(noise < pnorm((rows$truth - 0.5) * d - c + shift))
rows$correct <- as.integer(rows$yes == rows$truth)
rows$ms <- round(exp(8 + 0.3 * qnorm(((p * 13) %% 24 + 0.5) / 24) - 0.2 * rows$correct +
                     0.1 * rows$arm + 0.4 * qnorm(((p * 17 + t * 29) %% 97 + 0.5) / 97)))
rows$half <- rows$truth - 0.5
rows$method <- factor(rows$arm)

wide <- with(rows, tapply(correct, list(person, arm), mean))
ncp <- function(t, df, p) uniroot(function(x) pt(t, df, x) - p, c(t - 20, t + 20), tol = 1e-12)$root
for (k in 2:3) {
  x <- wide[, 1]; y <- wide[, k]; n <- length(x); name <- paste0("pairs", k - 1)
  test <- t.test(x, y, paired = TRUE)
  out(name, "difference", test$estimate); out(name, "t", test$statistic)
  out(name, "df", test$parameter); out(name, "p", test$p.value)
  out(name, "low", test$conf.int[1]); out(name, "high", test$conf.int[2])
  dz <- mean(x - y) / sd(x - y)
  out(name, "dz", dz); out(name, "gz", dz * (1 - 3 / (4 * (n - 1) - 1)))
  out(name, "dz_low", ncp(test$statistic, n - 1, 0.975) / sqrt(n))
  out(name, "dz_high", ncp(test$statistic, n - 1, 0.025) / sqrt(n))
  ranks <- suppressWarnings(wilcox.test(x, y, paired = TRUE))
  out(name, "v", ranks$statistic); out(name, "wilcoxon_p", ranks$p.value)
  se <- sd(x - y) / sqrt(n)
  out(name, "equivalence_p", max(pt((mean(x - y) - 0.1) / se, n - 1), pt((-mean(x - y) - 0.1) / se, n - 1)))
  out(name, "bayes", ttest.tstat(test$statistic, n, rscale = sqrt(2) / 2, simple = TRUE))
}
# Without ties.
x <- (1:12)^1.3; y <- rev(1:12) * 1.7 + 0.37 * (1:12)
ranks <- wilcox.test(x, y, paired = TRUE)
out("exact", "v", ranks$statistic); out("exact", "p", ranks$p.value)

together <- anova(lm(wide ~ 1), X = ~1, test = "Spherical")
out("together", "f", together$F[1]); out("together", "df1", together[["num Df"]][1])
out("together", "df2", together[["den Df"]][1]); out("together", "p", together[["Pr(>F)"]][1])
out("together", "gg_p", together[["G-G Pr"]][1])
friedman <- friedman.test(wide)
out("together", "q", friedman$statistic); out("together", "friedman_p", friedman$p.value)

tight <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(rhoend = 1e-9, maxfun = 1e5), check.conv.grad = "ignore")
fit <- glmer(correct ~ method + (1 | person) + (1 | stimulus), rows, binomial, control = tight)
s <- summary(fit)$coef
for (i in seq_len(nrow(s))) { out("correct", paste0("estimate", i), s[i, 1]); out("correct", paste0("error", i), s[i, 2]) }
out("correct", "participant_sd", sqrt(VarCorr(fit)$person[1])); out("correct", "stimulus_sd", sqrt(VarCorr(fit)$stimulus[1]))
out("correct", "log_likelihood", logLik(fit))

fit <- glmmTMB(yes ~ half * method + (half | person) + (1 | stimulus), rows, binomial("probit"))
s <- summary(fit)$coef$cond
for (i in seq_len(nrow(s))) { out("crossed", paste0("estimate", i), s[i, 1]); out("crossed", paste0("error", i), s[i, 2]) }
sd <- attr(VarCorr(fit)$cond$person, "stddev")
out("crossed", "bias_sd", sd[1]); out("crossed", "sensitivity_sd", sd[2])
out("crossed", "stimulus_sd", attr(VarCorr(fit)$cond$stimulus, "stddev")[1]); out("crossed", "log_likelihood", logLik(fit))

fit <- lmer(log(ms) ~ method * factor(correct) + (1 | person) + (1 | stimulus), rows, control = lmerControl(optCtrl = list(ftol_abs = 1e-14, xtol_abs = 1e-14)))
s <- fixef(fit); v <- as.matrix(vcov(fit))
out("times", "right0", s[1] + s[4]); out("times", "right0_error", sqrt(v[1, 1] + v[4, 4] + 2 * v[1, 4]))
out("times", "participant_sd", sqrt(VarCorr(fit)$person[1])); out("times", "stimulus_sd", sqrt(VarCorr(fit)$stimulus[1]))
out("times", "residual_sd", sigma(fit))

# Signal detection of what each person said with each method, by plain Gauss-Hermite quadrature, with
# errors of whole people: n/(n-1) times H^-1 (sum of s s') H^-1, all derivatives by differences.
n <- 101
off <- rbind(cbind(0, diag(sqrt((1:(n - 1)) / 2))), 0)
e <- eigen(off + t(off), symmetric = TRUE)
z <- sqrt(2) * e$values; w <- e$vectors[1, ]^2
grid <- expand.grid(a = z, b = z); weight <- as.vector(outer(w, w))
keep <- weight > 1e-25; grid <- grid[keep, ]; weight <- weight[keep]
units <- aggregate(cbind(h = yes * truth, m = (1 - yes) * truth, f = yes * (1 - truth), r = (1 - yes) * (1 - truth)) ~ person + arm, rows, sum)
each <- function(par) {
  u0 <- par[1] * grid$a; u1 <- par[2] * grid$a + par[3] * grid$b
  value <- numeric(nrow(units))
  for (arm in 0:2) {
    b <- par[4 + 2 * arm]; s <- par[5 + 2 * arm]
    e1 <- b + u0 + (s + u1) / 2; e0 <- b + u0 - (s + u1) / 2
    lp <- cbind(pnorm(e1, log.p = TRUE), pnorm(-e1, log.p = TRUE), pnorm(e0, log.p = TRUE), pnorm(-e0, log.p = TRUE))
    own <- units$arm == arm
    value[own] <- log(colSums(weight * exp(lp %*% t(as.matrix(units[own, c("h", "m", "f", "r")])))))
  }
  value
}
loss <- function(par) -sum(each(par))
start <- c(0.5, 0, 0.5, 0, 2, 0, 1.2, 0, 0.6)
fit <- optim(start, loss, method = "BFGS", control = list(reltol = 1e-14, maxit = 500))
fit <- optim(fit$par, loss, method = "BFGS", control = list(reltol = 1e-15, maxit = 500, ndeps = rep(1e-5, 9)))
inverse <- solve(optimHess(fit$par, loss, control = list(ndeps = rep(1e-3, 9))))
scores <- sapply(1:9, function(k) {
  up <- fit$par; up[k] <- up[k] + 1e-4; down <- fit$par; down[k] <- down[k] - 1e-4
  tapply((each(up) - each(down)) / 2e-4, units$person, sum)
})
people <- nrow(scores)
v <- people / (people - 1) * inverse %*% crossprod(scores) %*% inverse
for (k in 1:3) {
  out("whole", paste0("d", k), fit$par[2 * k + 3]); out("whole", paste0("d_error", k), sqrt(v[2 * k + 3, 2 * k + 3]))
  g <- rep(0, 9); g[2 * k + 3] <- 1; g[5] <- g[5] - 1
  if (k > 1) out("whole", paste0("difference_error", k), sqrt(t(g) %*% v %*% g))
}
