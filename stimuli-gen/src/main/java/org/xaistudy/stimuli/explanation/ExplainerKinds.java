package org.xaistudy.stimuli.explanation;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.document.Schemas;

/** The kinds of explanation that there are. */
public final class ExplainerKinds {
  private final Map<String, ExplainerKind> byName = new TreeMap<>();

  private ExplainerKinds(ClassLoader loader) {
    ServiceLoader.load(ExplainerKind.class, loader)
        .forEach(
            kind -> {
              ExplainerKind other = byName.putIfAbsent(kind.name(), kind);
              if (other != null) {
                throw new IllegalArgumentException(
                    "%s and %s both call themselves '%s'"
                        .formatted(
                            other.getClass().getName(), kind.getClass().getName(), kind.name()));
              }
            });
  }

  /** Those that come with the generator or lie on the class path. */
  public static ExplainerKinds builtIn() {
    return new ExplainerKinds(ExplainerKinds.class.getClassLoader());
  }

  /**
   * These and those in the jars of a folder.
   *
   * @throws InvalidFileException if the folder or a jar in it cannot be used
   */
  public static ExplainerKinds with(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> jars = entries.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      URL[] places = new URL[jars.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = place(jars.get(i));
      }
      // Never closed: classes of the plug-ins are loaded as they are needed, until the end.
      return new ExplainerKinds(new URLClassLoader(places, ExplainerKinds.class.getClassLoader()));
    } catch (IOException | ServiceConfigurationError | IllegalArgumentException e) {
      throw new InvalidFileException(
          Problem.ofFile(folder, "the plug-ins cannot be loaded: " + e.getMessage()));
    }
  }

  private static URL place(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** The kind of a method. */
  public ExplainerKind of(Method method) {
    ExplainerKind kind = byName.get(name(method));
    if (kind == null) {
      throw new IllegalStateException("nobody explains by " + name(method));
    }
    return kind;
  }

  private static String name(Method method) {
    return method instanceof Method.Plugin plugin ? plugin.name() : method.kind();
  }

  /**
   * Looks whether a study's methods can be had as it asks for them.
   *
   * @throws InvalidFileException naming every plug-in that is not there, parameter that it does not
   *     know, and language in which it has no words
   */
  public void check(StudyFile study) {
    List<Method> methods = study.study().methods();
    for (int i = 0; i < methods.size(); i++) {
      if (methods.get(i) instanceof Method.Plugin plugin) {
        check(study, plugin, "/methods/" + i + "/plugin");
      } else if (methods.get(i) instanceof Method.Given) {
        throw study.problem(
            "/methods/" + i, "pictures made elsewhere are taken in by stimuli-gen import");
      }
    }
  }

  private void check(StudyFile study, Method.Plugin plugin, String pointer) {
    ExplainerKind kind = byName.get(plugin.name());
    if (kind == null) {
      throw study.problem(
          pointer + "/name",
          "no plug-in of this name; name the folder of its jar with --plugins (there are: "
              + String.join(", ", byName.keySet())
              + ")");
    }
    study
        .document()
        .check(pointer + "/parameters", Schemas.parse(kind.schema()), plugin.parameters());
    for (String language : study.study().languages()) {
      if (!kind.reading().map(text -> text.speaks(language)).orElse(true)) {
        throw study.problem(
            pointer, "the plug-in has no words for participants who read '" + language + "'");
      }
    }
  }
}
