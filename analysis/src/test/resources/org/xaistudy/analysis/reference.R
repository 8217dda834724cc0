# Writes reference.csv, the awkward cases beside this file: Rscript reference.R > reference.csv
# case: a data set of ReferenceTest; x, y, z: its samples as given there.
suppressPackageStartupMessages(library(lme4))
cat("# ", R.version.string, ", lme4 ", as.character(packageVersion("lme4")), ", by reference.R\n", sep = "")
cat("case,quantity,value\n")
out <- function(case, quantity, value) {
  value <- tryCatch(as.numeric(value), error = function(e) NA)
  cat(case, ",", quantity, ",", format(value, digits = 15), "\n", sep = "")
}
two <- function(case, x, y) {
  attempt <- function(expr) tryCatch(suppressWarnings(expr), error = function(e) NULL)
  welch <- attempt(t.test(x, y))
  student <- attempt(t.test(x, y, var.equal = TRUE))
  ranks <- attempt(wilcox.test(x, y))
  pick <- function(test, get) if (is.null(test)) NA else get(test)
  out(case, "welch_t", pick(welch, function(t) t$statistic))
  out(case, "welch_df", pick(welch, function(t) t$parameter))
  out(case, "welch_p", pick(welch, function(t) t$p.value))
  out(case, "welch_low", pick(welch, function(t) t$conf.int[1]))
  out(case, "student_t", pick(student, function(t) t$statistic))
  out(case, "student_p", pick(student, function(t) t$p.value))
  out(case, "student_high", pick(student, function(t) t$conf.int[2]))
  out(case, "mann_whitney_u", pick(ranks, function(t) t$statistic))
  out(case, "mann_whitney_p", pick(ranks, function(t) if (is.nan(t$p.value)) NA else t$p.value))
  n <- length(x); m <- length(y)
  ss <- sum((x - mean(x))^2) + sum((y - mean(y))^2)
  d <- (mean(x) - mean(y)) / sqrt(ss / (n + m - 2))
  scale <- sqrt(1 / n + 1 / m)
  # The true d whose noncentral t puts p below the observed t.
  limit <- function(p) scale * uniroot(function(ncp) pt(d / scale, n + m - 2, ncp) - p,
                                       c(-37, 37), tol = 1e-13)$root
  shrink <- 1 - 3 / (4 * (n + m - 2) - 1)
  out(case, "cohen_d", if (ss == 0) NA else d)
  out(case, "cohen_d_low", if (ss == 0) NA else limit(0.975))
  out(case, "cohen_d_high", if (ss == 0) NA else limit(0.025))
  out(case, "hedges_g_low", if (ss == 0) NA else shrink * limit(0.975))
  tost <- attempt(max(t.test(x, y, mu = 0.1, alternative = "less")$p.value,
                      t.test(x, y, mu = -0.1, alternative = "greater")$p.value))
  out(case, "equivalence_p", if (is.null(tost)) NA else tost)
}
many <- function(case, ...) {
  samples <- list(...)
  value <- unlist(samples)
  group <- factor(rep(seq_along(samples), lengths(samples)))
  attempt <- function(expr) tryCatch(suppressWarnings(expr), error = function(e) NULL)
  clean <- function(v) if (is.null(v) || !is.finite(v) || sum((value - mean(value))^2) == 0) NA else v
  line <- attempt(anova(lm(value ~ group))) # oneway.test refuses single values
  anova <- list(statistic = line[1, 4], p.value = line[1, 5])
  welch <- attempt(oneway.test(value ~ group))
  ranks <- attempt(kruskal.test(value, group))
  out(case, "anova_f", clean(anova$statistic)); out(case, "anova_p", clean(anova$p.value))
  out(case, "welch_f", clean(welch$statistic)); out(case, "welch_p", clean(welch$p.value))
  out(case, "kruskal_h", clean(ranks$statistic)); out(case, "kruskal_p", clean(ranks$p.value))
}
x <- c(0.91, 0.72, 0.55, 0.83); y <- c(0.41, 0.62, 0.53, 0.34, 0.75, 0.26); z <- c(0.5, 0.6)
two("plain", x, y)
two("perfect_participant", c(1, 0.8, 0.7), c(0.5, 0.5, 0.6, 0.4))
two("one_participant", c(0.9), c(0.5, 0.6, 0.7, 0.4))
two("one_against_one", c(0.9), c(0.5))
two("no_variance", c(0.5, 0.5, 0.5), c(0.5, 0.5, 0.5, 0.5))
two("no_variance_but_different", c(1, 1, 1), c(0.5, 0.5, 0.5))
two("variance_in_one", c(1, 1, 1), c(0.5, 0.6, 0.4))
two("ties_everywhere", c(0.5, 0.5, 1, 1, 0.5, 0), c(0.5, 0, 0, 0.5, 1, 0.5, 0))
two("unequal_arms", c(0.7, 0.9), seq(0.11, 0.92, by = 0.03))
two("sixty_without_ties", (1:60) / 61, (1:55) / 59 + 0.0001)
many("three", x, y, z)
many("three_with_ties", c(0.5, 0.5, 1), c(0.5, 0, 0, 1), c(1, 1))
many("one_has_no_variance", x, c(1, 1, 1), y)
many("one_has_one_participant", x, c(0.4), y)
many("all_equal", c(0.5, 0.5), c(0.5, 0.5, 0.5))
# P(T <= t) of the noncentral t: by pt up to the noncentrality that it can do, beyond by integration
# over the standard deviation s, in steps so narrow that integrate() finds the peak.
below <- function(t, df, ncp) {
  density <- function(s) exp(log(2 * df * s) + dchisq(df * s^2, df, log = TRUE))
  edges <- sqrt(qchisq(c(1e-18, 1e-9, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-9), df) / df)
  edges <- sort(c(edges, max(edges) * 2, if (ncp / t > 0) ncp / t + c(-8, -1, 0, 1, 8) / t))
  edges <- c(0, edges[edges > 0])
  sum(mapply(function(a, b) integrate(function(s) pnorm(t * s - ncp) * density(s), a, b,
                                      rel.tol = 1e-13, abs.tol = 1e-16, subdivisions = 5000)$value,
             head(edges, -1), tail(edges, -1)))
}
for (df in c(1, 3, 8, 23.5, 48, 998, 27998)) for (ncp in c(-3, 0, 1e-9, 0.5, 2, 8, 30, 83, 400))
  for (t in c(-2, 0, 0.3, 2, 9, 33, 82, 410)) {
    p <- if (ncp < 37) suppressWarnings(pt(t, df, ncp)) else if (t <= 0) NA else below(t, df, ncp)
    if (!is.na(p)) out("noncentral_t", paste(t, df, ncp), p)
  }
for (df in c(1, 3, 23.5, 998, 27998)) for (t in c(2700, 2990, 3000, 3600))
  out("noncentral_t", paste(t, df, 3000), below(t, df, 3000))
p <- c(0.01, 0.04, 0.03, 0.005, 0.9)
for (m in c("holm", "bonferroni", "BH")) for (i in seq_along(p))
  out(paste0("adjust_", m), i, p.adjust(p, m)[i])
# A made-up crossed design, the same formula as in ReferenceTest; tolPwrss so tight that the mode is exact.
rows <- expand.grid(trial = 0:7, person = 0:35)
rows$stimulus <- (rows$person * 5 + rows$trial * 3) %% 16
rows$method <- c("a", "b", "c")[rows$person %% 3 + 1]
rows$truth <- rows$trial %% 2
noise <- (rows$person * 7919 + rows$trial * 104729 + rows$person * rows$trial * 31) %% 1000 / 1000
lift <- c(0.25, 0.1, 0)[rows$person %% 3 + 1] + ((rows$person * 37) %% 11) / 25 + ((rows$stimulus * 7) %% 5) / 12
rows$correct <- as.integer(noise < 0.2 + lift)
rows$answer <- ifelse(rows$correct == 1, rows$truth, 1 - rows$truth)
rows$half <- rows$truth - 0.5
tight <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(rhoend = 1e-9), check.conv.grad = "ignore")
report <- function(case, fit) {
  s <- summary(fit)$coef
  for (i in seq_len(nrow(s))) { out(case, paste0("estimate", i), s[i, 1]); out(case, paste0("error", i), s[i, 2]) }
  out(case, "participant_sd", attr(VarCorr(fit)$person, "stddev"))
  if ("stimulus" %in% names(VarCorr(fit))) out(case, "stimulus_sd", attr(VarCorr(fit)$stimulus, "stddev"))
  out(case, "log_likelihood", logLik(fit))
}
report("glmm_correct", glmer(correct ~ method + (1 | person), rows, binomial))
report("glmm_answer", glmer(answer ~ half * method + (1 | person), rows, binomial))
report("glmm_correct_crossed", glmer(correct ~ method + (1 | person) + (1 | stimulus), rows, binomial, control = tight))
report("glmm_answer_crossed", glmer(answer ~ half * method + (1 | person) + (1 | stimulus), rows, binomial, control = tight))
