package dev.farcall.processor.analysis;

import dev.farcall.processor.model.MessageModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts nested messages behind the one they are nested in, all else staying in the order it has. */
final class FileOrder {

  private FileOrder() {}

  static List<MessageModel> of(List<MessageModel> messages) {
    Map<Optional<String>, List<MessageModel>> byParent = new LinkedHashMap<>();
    for (MessageModel message : messages) {
      byParent.computeIfAbsent(message.parent(), parent -> new ArrayList<>()).add(message);
    }
    List<MessageModel> ordered = new ArrayList<>();
    append(byParent, Optional.empty(), ordered);
    return List.copyOf(ordered);
  }

  private static void append(
      Map<Optional<String>, List<MessageModel>> byParent,
      Optional<String> parent,
      List<MessageModel> ordered) {
    for (MessageModel message : byParent.getOrDefault(parent, List.of())) {
      ordered.add(message);
      append(byParent, Optional.of(message.fullName()), ordered);
    }
  }
}
