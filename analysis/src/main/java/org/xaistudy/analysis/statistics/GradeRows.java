package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.results.Grades;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Task;

/** How often each of four answers was given, by what was right, as rows. */
final class GradeRows {
  private GradeRows() {}

  static List<Statistic> of(Results results) {
    StatisticRows rows = StatisticRows.about("grades");
    for (Grades grades : results.grades()) {
      StatisticRows arm = rows.of(grades.method(), "");
      String right = "right_" + (grades.truth() ? Task.YES : Task.NO);
      arm.add(right, grades.shares().get(0).trials());
      for (int i = 0; i < grades.shares().size(); i++) {
        String said = Grade.all().get(i).written().replace('-', '_');
        arm.add(right + "_said_" + said, grades.shares().get(i).hits());
      }
    }
    return rows.list();
  }
}
