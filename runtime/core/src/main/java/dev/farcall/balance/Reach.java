package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Metadata;
import dev.farcall.policy.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which endpoints a call may be sent to by the split and the zone, and why not to the others. */
final class Reach {

  /** Whether a call may be sent there, and what is to be said of that. */
  private record Note(boolean within, String text) {}

  private static final Note OUTSIDE = new Note(false, "");

  private final Map<LiveEndpoint, Note> notes = new HashMap<>();

  /**
   * That of one call.
   *
   * @param active those that calls are spread over
   * @param zone that of the caller; empty if it is not known
   * @param metadata what the call says
   */
  Reach(List<TrafficSplit> splits, List<LiveEndpoint> active, String zone, Metadata metadata) {
    List<Part> parts = Part.of(splits, active);
    Part asked = asked(parts, metadata);
    for (Part part : parts) {
      if (asked == null ? part.isByHeader() : !part.equals(asked)) {
        String why = "outside the split" + (part.split() == null ? "" : ": " + part.name());
        part.endpoints().forEach(each -> notes.putIfAbsent(each, new Note(false, why)));
      } else {
        zones(part, zone);
      }
    }
  }

  private static @Nullable Part asked(List<Part> parts, Metadata metadata) {
    for (Part part : parts) {
      TrafficSplit split = part.split();
      if (split != null
          && split.isByHeader()
          && split.headerValue().equals(metadata.get(split.header()))) {
        return part;
      }
    }
    return null;
  }

  private void zones(Part part, String zone) {
    part.endpoints().forEach(each -> notes.put(each, new Note(false, "other zone")));
    for (Zones.Share share : Zones.shares(part.endpoints(), zone)) {
      String spilled =
          share.part() == 1
              ? ""
              : (share.zone().equals(zone) ? "own zone" : "other zone")
                  + ", "
                  + Math.round(share.part() * 100)
                  + " % of the calls";
      String text =
          part.name() + (part.name().isEmpty() || spilled.isEmpty() ? "" : "; ") + spilled;
      share.endpoints().forEach(each -> notes.put(each, new Note(true, text)));
    }
  }

  boolean isWithin(LiveEndpoint endpoint) {
    return notes.getOrDefault(endpoint, OUTSIDE).within();
  }

  String note(LiveEndpoint endpoint) {
    return notes.getOrDefault(endpoint, OUTSIDE).text();
  }
}
