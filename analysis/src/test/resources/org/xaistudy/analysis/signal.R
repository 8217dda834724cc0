# Writes signal.csv beside this file: Rscript signal.R [responses.csv of the 2023 study] > signal.csv
suppressPackageStartupMessages({ library(lme4); library(BayesFactor) })
cat("# ", R.version.string, ", lme4 ", as.character(packageVersion("lme4")), ", BayesFactor ",
    as.character(packageVersion("BayesFactor")), ", by signal.R\n", sep = "")
cat("case,quantity,value\n")
out <- function(case, quantity, value)
  cat(case, ",", quantity, ",", format(as.numeric(value), digits = 12), "\n", sep = "")

# The made-up people of SignalReferenceTest.
rows <- expand.grid(trial = 0:13, person = 0:59)
p <- rows$person
rows$arm <- p %% 3
rows$truth <- rows$trial %% 2
d <- c(2, 1, 0)[rows$arm + 1] + 0.8 * qnorm(((p * 37) %% 60 + 0.5) / 60)
c <- -0.2 + 0.9 * qnorm(((p * 23 + 11) %% 60 + 0.5) / 60)
noise <- (p * 7919 + rows$trial * 104729 + p * rows$trial * 31) %% 1000 / 1000
rows$yes <- as.integer(noise < pnorm((rows$truth - 0.5) * d - c))

# Hierarchical signal detection by plain (not adaptive) Gauss-Hermite quadrature, 151 x 151 nodes by
# Golub and Welsch; parameters: three of the Cholesky factor, then bias and sensitivity per arm.
n <- 151
e <- eigen(diag(0, n) + rbind(cbind(0, diag(sqrt((1:(n - 1)) / 2))), 0) +
           t(rbind(cbind(0, diag(sqrt((1:(n - 1)) / 2))), 0)), symmetric = TRUE)
z <- sqrt(2) * e$values; w <- e$vectors[1, ]^2
grid <- expand.grid(a = z, b = z); weight <- as.vector(outer(w, w))
keep <- weight > 1e-25; grid <- grid[keep, ]; weight <- weight[keep]
detect <- function(case, rows) {
  arms <- sort(unique(rows$arm))
  counts <- aggregate(cbind(h = yes * truth, m = (1 - yes) * truth, f = yes * (1 - truth), r = (1 - yes) * (1 - truth)) ~ person + arm, rows, sum)
  counts <- aggregate(n ~ arm + h + m + f + r, cbind(counts, n = 1), sum)
  loss <- function(par) {
    u0 <- par[1] * grid$a; u1 <- par[2] * grid$a + par[3] * grid$b
    total <- 0
    for (arm in arms) {
      k <- match(arm, arms); b <- par[2 * k + 2]; s <- par[2 * k + 3]
      e1 <- b + u0 + (s + u1) / 2; e0 <- b + u0 - (s + u1) / 2
      lp <- cbind(pnorm(e1, log.p = TRUE), pnorm(-e1, log.p = TRUE), pnorm(e0, log.p = TRUE), pnorm(-e0, log.p = TRUE))
      own <- counts[counts$arm == arm, ]
      like <- exp(lp %*% t(as.matrix(own[, c("h", "m", "f", "r")])))
      total <- total - sum(own$n * log(colSums(weight * like)))
    }
    total
  }
  start <- c(0.8, 0, 0.8, rep(c(0, 1), length(arms)))
  fit <- optim(start, loss, method = "BFGS", control = list(reltol = 1e-14, maxit = 500))
  fit <- optim(fit$par, loss, method = "BFGS", control = list(reltol = 1e-15, maxit = 500, ndeps = rep(1e-5, length(start))))
  hessian <- optimHess(fit$par, loss, control = list(ndeps = rep(1e-3, length(start))))
  v <- solve(hessian)
  for (k in seq_along(arms)) {
    out(case, paste0("bias", k), fit$par[2 * k + 2]); out(case, paste0("bias_error", k), sqrt(v[2 * k + 2, 2 * k + 2]))
    out(case, paste0("d", k), fit$par[2 * k + 3]); out(case, paste0("d_error", k), sqrt(v[2 * k + 3, 2 * k + 3]))
    g <- rep(0, length(start)); g[2 * k + 3] <- 1; g[5] <- g[5] - 1
    if (k > 1) out(case, paste0("difference_error", k), sqrt(t(g) %*% v %*% g))
    # Accuracy of somebody drawn by chance, by integration, not by the closed form.
    b <- fit$par[2 * k + 2]; s <- fit$par[2 * k + 3]
    u0 <- fit$par[1] * grid$a; u1 <- fit$par[2] * grid$a + fit$par[3] * grid$b
    out(case, paste0("accuracy", k), sum(weight * (pnorm(b + u0 + (s + u1) / 2) + pnorm(-b - u0 + (s + u1) / 2)) / 2))
  }
  out(case, "bias_sd", abs(fit$par[1])); out(case, "d_sd", sqrt(sum(fit$par[2:3]^2)))
  out(case, "log_likelihood", -fit$value)
}
tight <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(rhoend = 1e-9, maxfun = 1e5), check.conv.grad = "ignore")
slopes <- function(case, rows) {
  rows$half <- rows$truth - 0.5; rows$arm <- factor(rows$arm)
  fit <- glmer(yes ~ half * arm + (half | person), rows, binomial, control = tight)
  s <- summary(fit)$coef
  for (i in seq_len(nrow(s))) { out(case, paste0("estimate", i), s[i, 1]); out(case, paste0("error", i), s[i, 2]) }
  sd <- attr(VarCorr(fit)$person, "stddev")
  out(case, "bias_sd", sd[1]); out(case, "sensitivity_sd", sd[2])
  out(case, "correlation", attr(VarCorr(fit)$person, "correlation")[1, 2])
  out(case, "log_likelihood", logLik(fit))
}
detect("detect", rows)
slopes("slopes", rows)
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments)) {
  study <- read.csv(arguments[1])
  study <- data.frame(person = study$participant, arm = study$method,
                      truth = as.integer(study$truth == "yes"), yes = as.integer(study$answer == "yes"))
  detect("detect_2023", study)
  slopes("slopes_2023", study)
}

for (case in list(c(2.1, 25, 25), c(0, 8, 9), c(-0.7, 100, 40), c(7.3, 25, 25), c(1.5, 2, 2)))
  out("bayes", paste(case, collapse = " "), ttest.tstat(case[1], case[2], case[3], rscale = sqrt(2) / 2, simple = TRUE))
for (case in list(c(25, 25), c(0, 7), c(18, 25), c(1, 40))) {
  ci <- binom.test(case[1], case[2])$conf.int
  out("exact_low", paste(case, collapse = " "), ci[1]); out("exact_high", paste(case, collapse = " "), ci[2])
}
x <- c(0.91, 0.72, 0.55, 0.83)
t <- t.test(x, mu = 0.5)
out("one_sample", "t", t$statistic); out("one_sample", "p", t$p.value)
out("one_sample", "low", t$conf.int[1] - 0.5); out("one_sample", "high", t$conf.int[2] - 0.5)
rows$correct <- as.integer(rows$yes == rows$truth)
a <- anova(lm(correct ~ factor(person), rows))
icc <- (a[1, 3] - a[2, 3]) / (a[1, 3] + 13 * a[2, 3])
out("clustering", "intraclass", icc); out("clustering", "design_effect", 1 + 13 * icc)
