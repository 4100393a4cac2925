package dev.farcall.processor.emit;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Reserved;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the {@code .proto} file of a schema at its import path, in one canonical form: services,
 * messages, enums; in a message what is reserved, then fields by number, then nested types. What
 * proto cannot say stands in a comment behind the field, as in {@code string id = 1; // UUID,
 * required}.
 *
 * <p>Classes that protoc generates from it go to {@code <java package>.proto}, so that they and the
 * records they stand for can be used side by side.
 */
final class ProtoFileEmitter {

  private final SchemaModel schema;
  private final ProtoNames names;
  private final ProtoTypes types;
  private final ProtoText out = new ProtoText();

  private ProtoFileEmitter(SchemaModel schema) {
    this.schema = schema;
    this.names = new ProtoNames(schema);
    this.types = new ProtoTypes(names);
  }

  static GeneratedFile emit(SchemaModel schema) {
    return new GeneratedFile.Resource(schema.path(), text(schema), Site.NONE);
  }

  static String text(SchemaModel schema) {
    return new ProtoFileEmitter(schema).text();
  }

  /** The {@code java_package} of a schema. */
  static String javaPackage(SchemaModel schema) {
    String beside = schema.schemaClass().packageName();
    return Names.qualified(beside.isEmpty() ? "proto" : beside + ".proto");
  }

  private String text() {
    header();
    schema.services().forEach(this::service);
    for (MessageModel message : schema.messages()) {
      if (message.parent().isEmpty()) {
        message(message);
      }
    }
    for (EnumModel anEnum : schema.enums()) {
      if (anEnum.parent().isEmpty()) {
        anEnum(anEnum);
      }
    }
    return out.toString();
  }

  private void header() {
    out.line(SchemaModel.HEADER);
    out.line("syntax = \"proto3\";");
    if (!schema.protoPackage().isEmpty()) {
      out.blank();
      out.line("package " + Names.qualified(schema.protoPackage()) + ";");
    }
    out.blank();
    imports().forEach(path -> out.line("import " + ProtoText.quoted(path) + ";"));
    out.blank();
    out.line("option java_multiple_files = true;");
    out.line("option java_package = " + ProtoText.quoted(javaPackage(schema)) + ";");
  }

  private Set<String> imports() {
    Set<String> paths = new TreeSet<>();
    schema.imports().forEach(imported -> paths.add(imported.path()));
    if (HttpRules.areIn(schema)) {
      paths.add(HttpRules.IMPORT);
    }
    return paths;
  }

  private void service(ServiceModel service) {
    out.blank();
    out.doc(service.doc());
    out.open("service " + Names.identifier(service.protoName()));
    deprecatedOption(service.deprecated());
    for (MethodModel method : service.methods()) {
      rpc(service, method);
    }
    out.close();
  }

  private void rpc(ServiceModel service, MethodModel method) {
    String scope = service.fullName() + '.' + method.rpcName();
    String rpc =
        "rpc "
            + Names.identifier(method.rpcName())
            + "("
            + (method.kind().requestStream() ? "stream " : "")
            + names.reference(method.request().fullName(), scope)
            + ")"
            + " returns ("
            + (method.kind().responseStream() ? "stream " : "")
            + names.reference(method.response().fullName(), scope)
            + ")";
    out.doc(method.doc());
    if (!method.deprecated()
        && !method.safe()
        && !method.idempotent()
        && method.routes().isEmpty()) {
      out.line(rpc + ";");
      return;
    }
    out.open(rpc);
    deprecatedOption(method.deprecated());
    if (method.safe()) {
      out.line("option idempotency_level = NO_SIDE_EFFECTS;");
    } else if (method.idempotent()) {
      out.line("option idempotency_level = IDEMPOTENT;");
    }
    new HttpRules(schema, out).write(method);
    out.close();
  }

  private void message(MessageModel message) {
    if (message.body() instanceof Body.Foreign) {
      return;
    }
    out.blank();
    out.doc(message.doc());
    out.open("message " + Names.identifier(message.protoName()));
    deprecatedOption(message.deprecated());
    reserved(reserved(message));
    if (message.body() instanceof Body.Oneof oneof) {
      cases(oneof, message.fullName());
    } else {
      fields(message.body().fields(), message.fullName());
    }
    nested(message.fullName());
    out.close();
  }

  /** What the lock reserves, and the former names of fields. */
  static Reserved reserved(MessageModel message) {
    Reserved locked = message.history().reserved();
    List<String> names = new ArrayList<>(locked.names());
    message.body().fields().forEach(field -> names.addAll(field.formerNames()));
    return Reserved.of(locked.numbers(), names);
  }

  private void reserved(Reserved reserved) {
    if (!reserved.numbers().isEmpty()) {
      out.line(
          "reserved "
              + reserved.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ";");
    }
    if (!reserved.names().isEmpty()) {
      out.line(
          "reserved "
              + reserved.names().stream()
                  .map(name -> ProtoText.quoted(Names.identifier(name)))
                  .collect(Collectors.joining(", "))
              + ";");
    }
  }

  private void fields(List<FieldModel> fields, String scope) {
    fields.stream()
        .sorted(Comparator.comparingInt(FieldModel::number))
        .forEach(field -> field(field, scope));
  }

  private void field(FieldModel field, String scope) {
    List<String> options = new ArrayList<>();
    if (field.deprecated()) {
      options.add("deprecated = true");
    }
    if (!Names.defaultJsonName(field.protoName()).equals(field.jsonName())) {
      options.add("json_name = " + ProtoText.quoted(field.jsonName()));
    }
    out.doc(field.doc());
    out.field(
        types.declaration(field.shape(), scope) + " " + Names.identifier(field.protoName()),
        field.number(),
        options,
        ProtoTypes.comment(field.shape()));
  }

  private void cases(Body.Oneof oneof, String scope) {
    out.open("oneof kind");
    oneof.cases().stream()
        .sorted(Comparator.comparingInt(CaseModel::number))
        .forEach(
            each ->
                out.field(
                    names.reference(each.type().fullName(), scope)
                        + " "
                        + Names.identifier(each.protoName()),
                    each.number(),
                    List.of(),
                    ""));
    out.close();
  }

  private void nested(String parent) {
    Optional<String> inside = Optional.of(parent);
    for (MessageModel message : schema.messages()) {
      if (message.parent().equals(inside)) {
        message(message);
      }
    }
    for (EnumModel anEnum : schema.enums()) {
      if (anEnum.parent().equals(inside)) {
        anEnum(anEnum);
      }
    }
  }

  private void anEnum(EnumModel anEnum) {
    out.blank();
    out.doc(anEnum.doc());
    out.open("enum " + Names.identifier(anEnum.protoName()));
    if (anEnum.constants().stream().anyMatch(constant -> !constant.aliases().isEmpty())) {
      out.line("option allow_alias = true;");
    }
    deprecatedOption(anEnum.deprecated());
    reserved(anEnum.history().reserved());
    if (anEnum.zero().isEmpty()) {
      out.field(Names.upperSnake(anEnum.protoName()) + "_UNSPECIFIED", 0, List.of(), "");
    }
    anEnum.constants().stream()
        // Zero first, as proto3 demands; negative numbers behind the others.
        .sorted((a, b) -> Integer.compareUnsigned(a.number(), b.number()))
        .forEach(this::constant);
    out.close();
  }

  private void constant(EnumModel.Constant constant) {
    List<String> options = constant.deprecated() ? List.of("deprecated = true") : List.of();
    out.doc(constant.doc());
    String comment = constant.isNamedOtherwise() ? constant.javaName() : "";
    out.field(Names.identifier(constant.protoName()), constant.number(), options, comment);
    for (String alias : constant.aliases()) {
      out.field(Names.identifier(alias), constant.number(), List.of("deprecated = true"), "");
    }
  }

  private void deprecatedOption(boolean deprecated) {
    if (deprecated) {
      out.line("option deprecated = true;");
    }
  }
}
