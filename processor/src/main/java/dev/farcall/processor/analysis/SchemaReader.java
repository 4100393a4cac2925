package dev.farcall.processor.analysis;

import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.TwinModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads the annotated types of a compilation, and all they refer to, as schemas. */
public final class SchemaReader {

  private final Compilation compilation;
  private final Problems problems;
  private final Homes homes;
  private final Declarations declarations;
  private final ValueReader values;
  private final ServiceReader services;
  private final Twins twins;
  private final MessageReader messages;
  private final ErrorReader errors;
  private final Owners owners;
  private final Routes routes;
  private final GuardedReader guarded;

  public SchemaReader(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
    this.homes = new Homes(compilation, problems);
    this.declarations = new Declarations(compilation, problems, homes);
    this.values = new ValueReader(compilation, problems, declarations);
    TypeReader types = new TypeReader(problems, values);
    this.messages = new MessageReader(compilation, problems, types, declarations);
    this.errors = new ErrorReader(compilation, problems, declarations);
    this.owners = new Owners(compilation);
    FieldReader fields = messages.fields();
    MessageRefs refs = new MessageRefs();
    MessageOfOne one = new MessageOfOne(compilation, problems, types, values, fields, refs);
    this.routes = new Routes(problems);
    MethodReader methods =
        new MethodReader(
            compilation,
            problems,
            new RequestReader(compilation, problems, types, values, fields, refs, one),
            new ReplyReader(problems, one),
            errors,
            routes);
    this.services = new ServiceReader(compilation, problems, homes, methods, routes);
    this.twins = new Twins(compilation, problems, homes, services, methods);
    this.guarded = new GuardedReader(compilation, problems, services.remoteMethods());
  }

  /**
   * The schemas, one for each proto package, sorted by name. What cannot be read is told and left
   * out: use them only if no error was told.
   *
   * @throws UnresolvedTypeException if a type does not exist yet
   */
  public List<SchemaModel> read(Roots roots) {
    each(roots.adapters(), values.adapters()::add);
    each(roots.services(), services::read);
    each(roots.messages(), this::readMessage);
    each(roots.errors(), type -> errors.judge(type, new Scope(homes.of(type), null)));
    readDeclared();
    routes.resolve(homes.drafts());
    each(roots.services(), twins::read);
    each(roots.all(), guarded::read);
    each(roots.all(), new Placement(problems, services.remoteMethods(), guarded)::check);
    homes.drafts().forEach(this::requireOnlyOwner);
    boolean jsonFormat = compilation.find("com.google.protobuf.util.JsonFormat") != null;
    return homes.drafts().stream().map(draft -> draft.finish(jsonFormat)).toList();
  }

  private void readDeclared() {
    Declarations.Declared next;
    while ((next = declarations.nextUnread()) != null) {
      Declarations.Declared declared = next;
      guarded(declared.element(), type -> messages.read(declared));
    }
  }

  /** A service of another module, with its messages. */
  Optional<SchemaModel> readForeign(TypeElement service) {
    services.read(service);
    readDeclared();
    routes.resolvePaths(homes.drafts());
    return homes.drafts().stream()
        .filter(draft -> draft == homes.of(service).draft())
        .map(draft -> draft.finish(false))
        .findFirst();
  }

  /** The twins of services; after {@link #read}. */
  public List<TwinModel> twins() {
    return twins.twins();
  }

  /** The interfaces of this process that have policies; after {@link #read}. */
  public List<GuardedModel> guarded() {
    return guarded.guarded();
  }

  /** The types of other modules that were met while reading, and all they refer to. */
  public List<SchemaModel> borrowed() {
    return new BorrowedReader(compilation).read(declarations.takeBorrowed());
  }

  /**
   * A proto package has one file: neither a module before this one nor an earlier round made it.
   */
  private void requireOnlyOwner(SchemaDraft draft) {
    if (compilation.isWritten(draft.path())) {
      problems.add(Texts.tooLate(draft.anySite(), draft.protoPackage()));
    } else if (draft.importedPaths().contains(draft.path())
        || owners.pathOf(draft.schemaClass()).filter(draft.path()::equals).isPresent()) {
      problems.add(Texts.secondOwner(draft.anySite(), draft.protoPackage(), draft.path()));
    }
  }

  private void readMessage(TypeElement type) {
    if (!type.getTypeParameters().isEmpty()) {
      return;
    }
    Use use =
        new Use(
            "@Message " + Names.label(type),
            Names.label(type),
            List.of(type),
            new Scope(homes.of(type), null));
    values.value((DeclaredType) type.asType(), use);
  }

  private void each(Set<String> names, Consumer<TypeElement> reader) {
    for (String name : names) {
      TypeElement type = compilation.find(name);
      if (type != null) {
        guarded(type, reader);
      }
    }
  }

  /** A defect of ours must not look like a defect of javac: it names what it stumbled over. */
  private void guarded(TypeElement type, Consumer<TypeElement> reader) {
    try {
      reader.accept(type);
    } catch (UnresolvedTypeException notYet) {
      throw notYet;
    } catch (RuntimeException defect) {
      problems.add(
          Texts.crashed(JavacSite.of(type), type.getQualifiedName().toString(), defect.toString()));
    }
  }
}
