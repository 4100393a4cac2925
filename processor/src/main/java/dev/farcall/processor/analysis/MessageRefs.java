package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.ValueType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Messages as requests and responses of their own. */
final class MessageRefs {

  private final Set<ClassName> foreign = new HashSet<>();

  /** The value as a whole request or response; a protoc message gets a codec for that. */
  Optional<MessageRef> of(ValueType value, Use use) {
    if (value instanceof ValueType.Message message) {
      return Optional.of(new MessageRef(message.javaType(), message.codec(), message.fullName()));
    }
    if (value instanceof ValueType.ForeignMessage message) {
      return Optional.of(foreign(message, use));
    }
    return Optional.empty();
  }

  private MessageRef foreign(ValueType.ForeignMessage message, Use use) {
    Home home = use.scope().home();
    String name = String.join("_", message.javaType().simpleNames());
    ClassName codec = home.className(name + "Codec");
    if (foreign.add(codec)) {
      home.draft()
          .add(
              new MessageModel(
                  message.javaType(),
                  codec,
                  message.fullName().substring(message.fullName().lastIndexOf('.') + 1),
                  message.fullName(),
                  Optional.empty(),
                  message.javaType().simpleName(),
                  new MessageModel.Body.Foreign(),
                  false,
                  "",
                  false,
                  History.NONE,
                  use.site()));
    }
    return new MessageRef(message.javaType(), codec, message.fullName());
  }
}
