package org.xaistudy.server.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes a page one file, which can be sent to somebody: pictures and styles in it, no script. */
final class SelfContained {
  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*></script>");
  private static final Pattern ICON = Pattern.compile("<link rel=\"icon\"[^>]*>");
  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"(/[^\"]*)\">");
  private static final Pattern PICTURE = Pattern.compile("src=\"(/[^\"]*)\"");
  private final DeskClient desk;
  private final Map<String, String> pictures = new HashMap<>();

  SelfContained(DeskClient desk) {
    this.desk = desk;
  }

  /** Where something of the page lies, and what stands for it in the file. */
  private interface Part {
    String of(String path) throws IOException, InterruptedException;
  }

  /** The page with everything that it shows. */
  String of(String html) throws IOException, InterruptedException {
    String bare = ICON.matcher(SCRIPT.matcher(html).replaceAll("")).replaceAll("");
    return with(PICTURE, with(STYLE, bare, this::style), this::picture);
  }

  private String style(String path) throws IOException, InterruptedException {
    return "<style>" + new String(desk.fetch(path).bytes(), StandardCharsets.UTF_8) + "</style>";
  }

  private String picture(String path) throws IOException, InterruptedException {
    String known = pictures.get(path);
    if (known == null) {
      DeskClient.Fetched fetched = desk.fetch(path);
      String data = Base64.getEncoder().encodeToString(fetched.bytes());
      known = "src=\"data:" + fetched.type() + ";base64," + data + "\"";
      pictures.put(path, known);
    }
    return known;
  }

  private static String with(Pattern pattern, String html, Part part)
      throws IOException, InterruptedException {
    StringBuilder whole = new StringBuilder();
    int from = 0;
    for (MatchResult found : pattern.matcher(html).results().toList()) {
      whole.append(html, from, found.start()).append(part.of(found.group(1)));
      from = found.end();
    }
    return whole.append(html, from, html.length()).toString();
  }
}
