package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A proto package while it is read. */
final class SchemaDraft {

  private final String protoPackage;
  private final TreeSet<String> javaPackages = new TreeSet<>();
  private final List<ServiceModel> services = new ArrayList<>();
  private final List<MessageModel> messages = new ArrayList<>();
  private final List<EnumModel> enums = new ArrayList<>();
  private final Set<SchemaDraft> uses = new LinkedHashSet<>();
  private final Map<String, ImportModel> imports = new TreeMap<>();

  SchemaDraft(String protoPackage) {
    this.protoPackage = protoPackage;
  }

  String protoPackage() {
    return protoPackage;
  }

  /** Where the {@code .proto} file lies. */
  String path() {
    return protoPackage.replace('.', '/') + "/" + Names.topic(protoPackage) + ".proto";
  }

  void declaredIn(String javaPackage) {
    javaPackages.add(javaPackage);
  }

  void add(ServiceModel service) {
    services.add(service);
  }

  void add(MessageModel message) {
    messages.add(message);
  }

  void add(EnumModel model) {
    enums.add(model);
  }

  /** Exchanges each service for what becomes of it. */
  void replaceServices(UnaryOperator<ServiceModel> change) {
    services.replaceAll(change);
  }

  /** The messages that have been read. */
  List<MessageModel> messages() {
    return messages;
  }

  /** Something of this package refers to something of that one. */
  void use(SchemaDraft other) {
    if (other != this) {
      uses.add(other);
    }
  }

  /** Something of this package refers to a file that this compilation does not make. */
  void use(ImportModel foreign) {
    imports.put(foreign.path(), foreign);
  }

  /** The files of other modules that this one imports. */
  Set<String> importedPaths() {
    return imports.keySet();
  }

  /** Something that it declares, to show where it is. */
  Site anySite() {
    return Stream.of(
            services.stream().map(ServiceModel::site),
            messages.stream().map(MessageModel::site),
            enums.stream().map(EnumModel::site))
        .flatMap(sites -> sites)
        .findFirst()
        .orElse(Site.NONE);
  }

  boolean isEmpty() {
    return services.isEmpty() && messages.isEmpty() && enums.isEmpty();
  }

  /**
   * The finished package; its class lies in the first of its Java packages.
   *
   * @param jsonFormat whether protobuf-java-util is there
   */
  SchemaModel finish(boolean jsonFormat) {
    Map<String, ImportModel> all = new TreeMap<>(imports);
    for (SchemaDraft other : uses) {
      all.put(other.path(), ImportModel.generated(other.path(), other.schemaClass()));
    }
    return new SchemaModel(
        protoPackage,
        path(),
        schemaClass(),
        List.copyOf(services),
        FileOrder.of(messages),
        List.copyOf(enums),
        List.copyOf(all.values()),
        jsonFormat);
  }

  /** Its messages and enums alone, in the order in which they were read. */
  SchemaModel types() {
    return new SchemaModel(
        protoPackage,
        path(),
        schemaClass(),
        List.of(),
        List.copyOf(messages),
        List.copyOf(enums),
        List.of(),
        false);
  }

  /** The class that holds the descriptor. */
  ClassName schemaClass() {
    return schemaClass(javaPackages.first(), protoPackage);
  }

  static ClassName schemaClass(String javaPackage, String protoPackage) {
    return ClassName.get(javaPackage, Names.upperCamel(Names.topic(protoPackage)) + "Schema");
  }
}
