package org.xaistudy.analysis.statistics;

/**
 * One number.
 *
 * @param table what it belongs to, such as {@code rates} or {@code test.correct}
 * @param method id of the method; empty if it is about all
 * @param versus id of the method compared with; empty if none
 * @param quantity its name
 * @param direction of a difference, such as {@code crp - gradcam}; empty for what is none
 * @param value {@code NaN} where the data do not determine it
 */
public record Statistic(
    String table, String method, String versus, String quantity, String direction, double value) {}
