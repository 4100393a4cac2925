package dev.farcall;

import dev.farcall.config.Configuration;
import dev.farcall.config.LiveConfiguration;
import java.util.ArrayList;
import java.util.List;

/** What configuration says of the servers of this JVM. */
record ConfiguredServer(Configuration configuration) {

  /**
   * What is configured now.
   *
   * @throws IllegalStateException if it cannot be read
   */
  static ConfiguredServer read() {
    return new ConfiguredServer(LiveConfiguration.ofThisJvm().read());
  }

  /** Where a server is entered: where its code says, and where configuration does. */
  List<Entry> entries(List<Entry> inCode) {
    List<Entry> entries = new ArrayList<>(inCode);
    for (String target : text("farcall.server.register", "").split("\\s+", -1)) {
      if (!target.isEmpty()) {
        entries.add(new Entry(target, instance -> instance));
      }
    }
    return entries;
  }

  /** The host that registries tell: that of configuration, else that of the code. */
  String advertised(String inCode) {
    return text("farcall.server.advertise", inCode);
  }

  String zone() {
    return text("farcall.zone", "");
  }

  private String text(String key, String otherwise) {
    Configuration.Entry said = configuration.find(key);
    return said == null ? otherwise : said.value();
  }
}
