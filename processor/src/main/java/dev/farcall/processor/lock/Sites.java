package dev.farcall.processor.lock;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import java.util.HashMap;
import java.util.Map;

/** Where in Java what a {@code .proto} file declares is written, and how texts name it. */
final class Sites {

  private record Place(Site site, String label) {}

  private final Map<String, Place> places = new HashMap<>();
  private final Site any;
  private final String protoPackage;

  Sites(SchemaModel schema) {
    this.protoPackage = schema.protoPackage();
    for (ServiceModel service : schema.services()) {
      String name = String.join(".", service.javaType().simpleNames());
      put(service.fullName(), service.site(), name);
      for (MethodModel method : service.methods()) {
        String label = name + "." + method.javaName();
        put(service.fullName() + "." + method.rpcName(), method.site(), label);
      }
    }
    schema.messages().forEach(this::add);
    for (EnumModel model : schema.enums()) {
      put(model.fullName(), model.site(), model.label());
      for (EnumModel.Constant each : model.constants()) {
        String label = model.label() + "." + each.javaName();
        put(model.fullName() + "." + each.protoName(), each.site(), label);
      }
    }
    this.any = anyOf(schema);
  }

  /** Something that a schema declares, to show where it is. */
  static Site anyOf(SchemaModel schema) {
    if (!schema.services().isEmpty()) {
      return schema.services().get(0).site();
    }
    if (!schema.messages().isEmpty()) {
      return schema.messages().get(0).site();
    }
    return schema.enums().isEmpty() ? Site.NONE : schema.enums().get(0).site();
  }

  private void add(MessageModel message) {
    put(message.fullName(), message.site(), message.label());
    for (FieldModel field : message.body().fields()) {
      String name = message.fullName() + "." + field.protoName();
      put(name, field.site(), Labels.of(message, field));
    }
    if (message.body() instanceof Body.Oneof oneof) {
      for (CaseModel each : oneof.cases()) {
        put(message.fullName() + "." + each.protoName(), each.site(), Labels.of(each));
      }
    }
  }

  private void put(String name, Site site, String label) {
    places.putIfAbsent(name, new Place(site, label));
  }

  /** Where something is; what is gone is shown at what it was in. */
  Site of(String name) {
    for (String around = name; around.contains("."); around = parent(around)) {
      Place place = places.get(around);
      if (place != null) {
        return place.site();
      }
    }
    return any;
  }

  /** How texts name something. */
  String label(String name) {
    Place place = places.get(name);
    return place == null ? shortName(name) : place.label();
  }

  /** A name without the proto package. */
  String shortName(String fullName) {
    return fullName.startsWith(protoPackage + ".")
        ? fullName.substring(protoPackage.length() + 1)
        : fullName;
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
