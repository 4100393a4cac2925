package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * The messages and enums of this compilation. Each is declared where it is first met, which gives
 * it its names, and read once, later: so types may refer to each other.
 */
final class Declarations {

  /** Type arguments nested deeper than this are taken to grow without end. */
  private static final int DEEPEST_ARGUMENTS = 8;

  private final Compilation compilation;
  private final Problems problems;
  private final Homes homes;
  private final Owners owners;
  private final EnumReader enums;
  private final Map<String, ValueType.Message> messages = new HashMap<>();
  private final Map<String, ValueType.Enumeration> enumerations = new HashMap<>();
  private final Set<String> copied = new HashSet<>();
  private final Deque<Declared> unread = new ArrayDeque<>();
  private final Map<String, Borrowed> borrowed = new LinkedHashMap<>();

  Declarations(Compilation compilation, Problems problems, Homes homes) {
    this.compilation = compilation;
    this.problems = problems;
    this.homes = homes;
    this.owners = new Owners(compilation);
    this.enums = new EnumReader(compilation, problems);
  }

  /**
   * A message whose body is still to be read.
   *
   * @param parent the full proto name of the message it is nested in
   */
  record Declared(
      ValueType.Message message,
      DeclaredType type,
      TypeElement element,
      String protoName,
      Optional<String> parent,
      Scope scope) {}

  /** A message or enum that another module generated the codec of. */
  record Borrowed(ValueType type, TypeElement element, Owners.Owner owner) {}

  /** Those of other modules that were met, since this was asked last. */
  List<Borrowed> takeBorrowed() {
    List<Borrowed> taken = List.copyOf(borrowed.values());
    borrowed.clear();
    return taken;
  }

  /** The next declared message that is not read yet. */
  @Nullable Declared nextUnread() {
    return unread.poll();
  }

  /** The message of a record or sealed interface, or of an exception. */
  ValueType.@Nullable Message message(DeclaredType type, Use use) {
    TypeElement element = (TypeElement) type.asElement();
    if (GenericNames.depth(type) > DEEPEST_ARGUMENTS) {
      problems.add(Texts.endlessType(use.site(), Names.brief(element.asType()), use.place()));
      return null;
    }
    boolean generic = !type.getTypeArguments().isEmpty();
    if (!generic && !compilation.isLocal(element)) {
      Optional<Owners.Owner> owner = owners.of(element);
      if (owner.isPresent()) {
        use.scope().home().draft().use(owner.get().file());
        ValueType.Message message =
            new ValueType.Message(TypeName.get(type), owner.get().codec(), owner.get().fullName());
        borrowed.put(message.fullName(), new Borrowed(message, element, owner.get()));
        return message;
      }
    }
    Place place = place(element, generic, use);
    String key = place.home().draft().protoPackage() + "|" + Names.full(type);
    ValueType.Message known = messages.get(key);
    return known != null ? known : declare(type, element, place, key, use);
  }

  /** The enum, in its own module's schema or copied into that of its user. */
  ValueType.Enumeration enumeration(TypeElement element, Use use) {
    boolean natural = enums.hasZero(element);
    if (!compilation.isLocal(element)) {
      Optional<Owners.Owner> owner = owners.of(element);
      if (owner.isPresent()) {
        use.scope().home().draft().use(owner.get().file());
        ValueType.Enumeration enumeration =
            new ValueType.Enumeration(
                ClassName.get(element), owner.get().codec(), owner.get().fullName(), natural);
        borrowed.put(enumeration.fullName(), new Borrowed(enumeration, element, owner.get()));
        return enumeration;
      }
    }
    Place place = place(element, false, use);
    String key = place.home().draft().protoPackage() + "|" + element.getQualifiedName();
    ValueType.Enumeration known = enumerations.get(key);
    if (known != null) {
      return known;
    }
    SchemaName names = names(element, "", place, use);
    ValueType.Enumeration enumeration =
        new ValueType.Enumeration(
            ClassName.get(element),
            place.home().className(Names.flat(element) + "Codec"),
            names.fullName(),
            natural);
    enumerations.put(key, enumeration);
    place
        .home()
        .draft()
        .add(enums.read(element, enumeration, names.protoName(), names.parent(), place.scope()));
    return enumeration;
  }

  private ValueType.Message declare(
      DeclaredType type, TypeElement element, Place place, String key, Use use) {
    String suffix = GenericNames.suffix(type);
    SchemaName names = names(element, suffix, place, use);
    ValueType.Message message =
        new ValueType.Message(
            TypeName.get(type),
            place.home().className(Names.flat(element) + suffix + "Codec"),
            names.fullName());
    messages.put(key, message);
    unread.add(
        new Declared(message, type, element, names.protoName(), names.parent(), place.scope()));
    return message;
  }

  private record Place(Home home, Scope scope) {}

  private record SchemaName(String protoName, String fullName, Optional<String> parent) {}

  private Place place(TypeElement element, boolean generic, Use use) {
    boolean local = compilation.isLocal(element);
    Site via = compilation.isRoot(element) ? null : use.site();
    Home home = use.scope().home();
    if (local && !generic) {
      home = pinnedPackage(element).map(name -> homes.of(element, name)).orElse(homes.of(element));
    } else if (!generic && copied.add(home.draft().protoPackage() + "|" + element)) {
      problems.add(
          Texts.copied(
              use.site(),
              element.getQualifiedName().toString(),
              "proto package " + home.draft().protoPackage()));
    }
    use.scope().home().draft().use(home.draft());
    return new Place(home, new Scope(home, via));
  }

  private SchemaName names(TypeElement element, String suffix, Place place, Use use) {
    Optional<String> pinned = pinned(element);
    if (pinned.isPresent()) {
      String full = pinned.get();
      return new SchemaName(full.substring(full.lastIndexOf('.') + 1), full, Optional.empty());
    }
    String simple = element.getSimpleName() + suffix;
    Optional<String> parent =
        suffix.isEmpty()
            ? parent(element, place, use).map(ValueType.Message::fullName)
            : Optional.empty();
    String full = parent.map(outer -> outer + "." + simple).orElse(place.home().fullName(simple));
    return new SchemaName(simple, full, parent);
  }

  /** The message that the type's message is nested in: that of the type it is nested in, if any. */
  private Optional<ValueType.Message> parent(TypeElement element, Place place, Use use) {
    if (element.getEnclosingElement() instanceof TypeElement outer
        && outer.getTypeParameters().isEmpty()
        && isMessage(outer)) {
      Use inner =
          new Use(use.place(), use.label(), use.annotated(), new Scope(place.home(), use.site()));
      return Optional.ofNullable(message((DeclaredType) outer.asType(), inner));
    }
    return Optional.empty();
  }

  private static boolean isMessage(Element outer) {
    return outer.getKind() == ElementKind.RECORD
        ? !Mark.has(outer, Annotations.SCALAR)
        : outer.getKind() == ElementKind.INTERFACE
            && outer.getModifiers().contains(Modifier.SEALED);
  }

  private Optional<String> pinnedPackage(TypeElement element) {
    return pinned(element)
        .filter(name -> name.indexOf('.') > 0)
        .map(name -> name.substring(0, name.lastIndexOf('.')));
  }

  private Optional<String> pinned(TypeElement element) {
    Optional<Mark> mark = Mark.on(element, Annotations.MESSAGE);
    String name = mark.map(found -> found.text("name")).orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!Names.isQualified(name) || name.indexOf('.') < 0) {
      problems.add(
          Texts.badProtoName(
              mark.orElseThrow().site("name"), "Message", name, Names.label(element)));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** The message of an exception. */
  Optional<MessageRef> error(TypeElement element, Use use) {
    return Optional.ofNullable(message((DeclaredType) element.asType(), use))
        .map(message -> new MessageRef(message.javaType(), message.codec(), message.fullName()));
  }
}
