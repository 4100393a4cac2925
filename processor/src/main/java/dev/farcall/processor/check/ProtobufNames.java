package dev.farcall.processor.check;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever becomes a name of the schema is one that protobuf allows; Java allows more. */
final class ProtobufNames implements Check {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (ServiceModel service : schema.services()) {
        String label = String.join(".", service.javaType().simpleNames());
        check(service.protoName(), label, service.site(), problems);
        for (MethodModel method : service.methods()) {
          check(method.rpcName(), label + "." + method.javaName(), method.site(), problems);
        }
      }
      for (MessageModel message : schema.messages()) {
        check(message.protoName(), message.label(), message.site(), problems);
        for (FieldModel field : message.body().fields()) {
          String label = message.label() + "." + field.javaName();
          check(field.protoName(), label, field.site(), problems);
          field.formerNames().forEach(former -> check(former, label, field.site(), problems));
        }
      }
      for (EnumModel model : schema.enums()) {
        check(model.protoName(), model.label(), model.site(), problems);
        for (EnumModel.Constant constant : model.constants()) {
          String label = model.label() + "." + constant.javaName();
          check(constant.protoName(), label, constant.site(), problems);
          constant.aliases().forEach(alias -> check(alias, label, constant.site(), problems));
        }
      }
    }
  }

  private static void check(String name, String label, Site site, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(Texts.notAnIdentifier(site, name, label));
    }
  }
}
