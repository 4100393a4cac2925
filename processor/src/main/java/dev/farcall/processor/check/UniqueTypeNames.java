package dev.farcall.processor.check;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proto package declares has distinct names, the constants of its enums included: protobuf
 * puts them beside their enum, not in it. Generated classes have distinct names too.
 */
final class UniqueTypeNames implements Check {

  private record Named(String label, Site site) {}

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    Map<String, Named> classes = new HashMap<>();
    for (SchemaModel schema : schemas) {
      Map<String, MessageModel> messages = new HashMap<>();
      Map<String, Named> names = new HashMap<>();
      for (ServiceModel service : schema.services()) {
        Named named = new Named(String.join(".", service.javaType().simpleNames()), service.site());
        name(names, service.fullName(), named, problems);
      }
      for (MessageModel message : schema.messages()) {
        Named named = new Named(message.label(), message.site());
        if (message.body() instanceof MessageModel.Body.Foreign
            || isOfSameRpc(messages.put(message.fullName(), message), message)) {
          continue;
        }
        name(names, message.fullName(), named, problems);
        generated(classes, message.codec().toString(), named, problems);
      }
      for (EnumModel model : schema.enums()) {
        Named named = new Named(model.label(), model.site());
        name(names, model.fullName(), named, problems);
        generated(classes, model.codec().toString(), named, problems);
        constants(names, model, problems);
      }
    }
  }

  /** Two RPCs of one name make the same request and response; {@link UniqueRpcNames} tells. */
  private static boolean isOfSameRpc(@Nullable MessageModel other, MessageModel message) {
    return other != null && isSynthesised(other) && isSynthesised(message);
  }

  private static boolean isSynthesised(MessageModel message) {
    return message.body() instanceof MessageModel.Body.Request
        || message.body() instanceof MessageModel.Body.Result;
  }

  private static void constants(Map<String, Named> names, EnumModel model, Problems problems) {
    String scope = model.fullName().substring(0, model.fullName().lastIndexOf('.') + 1);
    for (EnumModel.Constant constant : model.constants()) {
      Named named = new Named(model.label() + "." + constant.javaName(), constant.site());
      name(names, scope + constant.protoName(), named, problems);
      for (String alias : constant.aliases()) {
        name(names, scope + alias, named, problems);
      }
    }
  }

  private static void name(
      Map<String, Named> names, String fullName, Named named, Problems problems) {
    Named other = names.putIfAbsent(fullName, named);
    if (other != null) {
      problems.add(Texts.sameName(named.site(), other.label(), named.label(), fullName));
    }
  }

  private static void generated(
      Map<String, Named> classes, String name, Named named, Problems problems) {
    Named other = classes.putIfAbsent(name, named);
    if (other != null && !other.equals(named)) {
      problems.add(Texts.sameClass(named.site(), other.label(), named.label(), name));
    }
  }
}
