package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.concept.ClassUse;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.figure.ClassesFigure;
import org.xaistudy.stimuli.generation.ProgressBars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts classes}. */
@Command(
    name = "classes",
    mixinStandardHelpOptions = true,
    description =
        "Draws the classes that use a channel most, each with its own reference images. Writes a CSV"
            + " file of all classes too.")
final class ClassesCommand extends ConceptCommand {
  @Option(names = "--channel", split = ",", required = true, description = "Channels, with commas.")
  private List<Integer> channels;

  @Option(
      names = "--classes",
      defaultValue = "5",
      description = "So many classes (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--references",
      defaultValue = "6",
      description = "References of each (default ${DEFAULT-VALUE}).")
  private int tiles;

  @Override
  void run(ConceptTask task) throws IOException {
    String layer = task.layer();
    Criterion criterion = task.criterion();
    References references = task.references();
    List<Integer> classes = task.classesOfImages();
    for (int channel : channels) {
      List<ClassUse> uses = new ArrayList<>();
      List<ClassUse> most = ClassUse.most(references, layer, criterion, channel, count);
      try (ProgressBar bar = ProgressBars.bar("References of classes", most.size())) {
        for (ClassUse use : most) {
          uses.add(
              use.withReferences(
                  task.lrp(), task.source(), classes, layer, criterion, channel, tiles));
          bar.step();
        }
      }
      String svg =
          ClassesFigure.svg(
              task.tiles(false), task.names(), layer, channel, criterion, uses, task::className);
      wrote(task.write("classes." + layer + "." + channel + ".svg", svg));
      wrote(
          CsvTable.write(
              task.file("classes." + layer + "." + channel + ".csv"),
              "layer,channel,by,class,name,images,mean",
              table -> {
                for (ClassUse use :
                    ClassUse.most(references, layer, criterion, channel, Integer.MAX_VALUE)) {
                  int number = use.number();
                  table.row(
                      layer,
                      channel,
                      criterion,
                      number,
                      task.className(number),
                      references.images(number),
                      (float) use.mean());
                }
              }));
    }
  }
}
