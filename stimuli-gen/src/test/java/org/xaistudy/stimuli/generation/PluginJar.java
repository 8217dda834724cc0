package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.xaistudy.stimuli.explanation.ExplainerKind;

/** A jar with one plug-in, as somebody else would build it. */
final class PluginJar {
  private PluginJar() {}

  static void write(Path file, Class<? extends ExplainerKind> plugin) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + ExplainerKind.class.getName()));
      jar.write((plugin.getName() + "\n").getBytes(StandardCharsets.UTF_8));
      String name = plugin.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(name));
      try (InputStream in = plugin.getClassLoader().getResourceAsStream(name)) {
        in.transferTo(jar);
      }
    }
  }
}
