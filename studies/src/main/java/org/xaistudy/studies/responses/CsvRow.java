package org.xaistudy.studies.responses;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, filled in by column in any order.
 *
 * @param <C> the columns
 */
public final class CsvRow<C extends Enum<C> & CsvColumn> {
  private final Class<C> columns;
  private final Map<C, String> cells;

  /** A row without cells. */
  public CsvRow(Class<C> columns) {
    this.columns = columns;
    this.cells = new EnumMap<>(columns);
  }

  /**
   * Fills in a cell.
   *
   * @param value null makes an empty cell
   * @return this row
   * @throws IllegalStateException if the column has a cell already
   */
  public CsvRow<C> with(C column, @Nullable Object value) {
    if (cells.put(column, Objects.toString(value, "")) != null) {
      throw new IllegalStateException("the column " + column.header() + " has a cell already");
    }
    return this;
  }

  /** Fills in {@code yes} or {@code no}. */
  public CsvRow<C> with(C column, boolean value) {
    return with(column, value ? "yes" : "no");
  }

  /**
   * All cells in the order of the columns.
   *
   * @throws IllegalStateException if a column has none
   */
  public List<String> cells() {
    List<String> missing =
        Arrays.stream(columns.getEnumConstants())
            .filter(column -> !cells.containsKey(column))
            .map(CsvColumn::header)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no cell for " + String.join(", ", missing));
    }
    return List.copyOf(cells.values());
  }
}
