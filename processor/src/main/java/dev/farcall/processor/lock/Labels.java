package dev.farcall.processor.lock;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import java.util.Locale;

/** How texts name what gets a number. */
final class Labels {

  private Labels() {}

  /** {@code Order.note}, {@code OrderService.get(id)}, {@code OrderService.get result}. */
  static String of(MessageModel message, FieldModel field) {
    if (message.body() instanceof Body.Request) {
      return message.label() + "(" + field.javaName() + ")";
    }
    return message.label() + (message.body() instanceof Body.Result ? " " : ".") + field.javaName();
  }

  /** The member: {@code Payment.Card}. */
  static String of(CaseModel each) {
    TypeName type = each.type().javaType();
    if (type instanceof ParameterizedTypeName parameterized) {
      type = parameterized.rawType();
    }
    return type instanceof ClassName name ? String.join(".", name.simpleNames()) : each.protoName();
  }

  /** Of the constants of {@code OrderStatus}: {@code ORDER_STATUS_}. */
  static String prefix(String enumName) {
    return enumName
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toUpperCase(Locale.ROOT)
        .concat("_");
  }
}
