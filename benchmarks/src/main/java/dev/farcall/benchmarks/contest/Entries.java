package dev.farcall.benchmarks.contest;

import dev.farcall.benchmarks.load.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Contenders on the class path of this process, and on those of the modules under {@code peers}.
 */
public final class Entries {

  /** On both sides. */
  static final List<String> JVM = List.of("-Xms256m", "-Xmx256m");

  private Entries() {}

  /** One of this module. */
  public static Contender own(String name, Class<?> main, String mode, String... jvm) {
    List<String> arguments = new ArrayList<>(JVM);
    arguments.addAll(List.of(jvm));
    return new Contender(
        name, System.getProperty("java.class.path", ""), main.getName(), mode, arguments);
  }

  /**
   * All, or those whose name begins as one of a list; the first of them is the base.
   *
   * @param text {@code all}, or as in {@code grpc-java, tuned;farcall;dubbo}
   */
  public static List<Contender> named(String text, List<Contender> all) {
    if (text.equals("all")) {
      return all;
    }
    List<Contender> some = new ArrayList<>();
    for (String name : text.toLowerCase(Locale.ROOT).split(";", -1)) {
      List<Contender> found =
          all.stream()
              .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(name.strip()))
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            name
                + " (expected: the begin of one of "
                + all.stream().map(Contender::name).toList()
                + ")");
      }
      found.stream().filter(each -> !some.contains(each)).forEach(some::add);
    }
    return some;
  }

  /** As in {@code 1.85.1}, by the name of the jar; empty if there is none. */
  static String version(Contender contender, String artifact) {
    Matcher jar =
        Pattern.compile("[/\\\\]" + artifact + "-(\\d[^/\\\\]*)\\.jar")
            .matcher(contender.classPath());
    return jar.find() ? jar.group(1) : "";
  }
}
