package dev.farcall.processor.emit;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All messages and enums that documents of a compilation may speak of, by full proto name. */
final class OpenApiTypes {

  private final Map<String, MessageModel> messages = new HashMap<>();
  private final Map<String, EnumModel> enums = new HashMap<>();

  /** Those of schemas, the compilation's own and what they borrow from other modules. */
  OpenApiTypes(List<SchemaModel> schemas) {
    for (SchemaModel schema : schemas) {
      schema.messages().forEach(message -> messages.putIfAbsent(message.fullName(), message));
      schema.enums().forEach(each -> enums.putIfAbsent(each.fullName(), each));
    }
  }

  @Nullable MessageModel message(String fullName) {
    return messages.get(fullName);
  }

  @Nullable EnumModel anEnum(String fullName) {
    return enums.get(fullName);
  }
}
