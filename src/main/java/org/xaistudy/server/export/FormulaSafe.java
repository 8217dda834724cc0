package org.xaistudy.server.export;

/** Keeps a spreadsheet from running what somebody wrote. */
final class FormulaSafe {
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private FormulaSafe() {}

  /** The same cell, with a leading apostrophe if a spreadsheet would take it for a formula. */
  static String cell(String cell) {
    return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
