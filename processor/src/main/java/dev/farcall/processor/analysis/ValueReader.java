package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one value: a type that is neither a collection nor optional. */
final class ValueReader {

  private final Compilation compilation;
  private final Problems problems;
  private final Declarations declarations;
  private final Adapters adapters;
  private final ScalarRecords scalarRecords;
  private final ProtocTypes protocTypes;

  ValueReader(Compilation compilation, Problems problems, Declarations declarations) {
    this.compilation = compilation;
    this.problems = problems;
    this.declarations = declarations;
    this.adapters = new Adapters(compilation, problems, this);
    this.scalarRecords = new ScalarRecords(compilation, problems, this);
    this.protocTypes = new ProtocTypes(compilation, problems);
  }

  Adapters adapters() {
    return adapters;
  }

  ProtocTypes protocTypes() {
    return protocTypes;
  }

  /** The type as one value, or null if it is none, which is then told. */
  @Nullable ValueType value(TypeMirror type, Use use) {
    ValueType value = read(type, use);
    if (value != null && !(value instanceof ValueType.Scalar)) {
      use.mark(Annotations.ENCODING).ifPresent(mark -> refuse(mark, Names.brief(type), use));
    }
    return value;
  }

  /** The value of an {@code OptionalInt} and its kin. */
  @Nullable ValueType primitive(String name, Use use) {
    TypeKind kind =
        switch (name) {
          case "int" -> TypeKind.INT;
          case "long" -> TypeKind.LONG;
          default -> TypeKind.DOUBLE;
        };
    return value(compilation.types().getPrimitiveType(kind), use);
  }

  /** Whether a type, on its own, is a message that can be a request or response as it is. */
  boolean isMessage(TypeMirror type, Use use) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    return !adapters.has(type, use)
        && (protocTypes.isMessage(element)
            || isRecordMessage(element)
            || isSealedInterface(element));
  }

  boolean isComparable(TypeMirror type) {
    TypeElement comparable = compilation.elements().getTypeElement("java.lang.Comparable");
    return compilation.types().isAssignable(type, compilation.types().erasure(comparable.asType()));
  }

  private @Nullable ValueType read(TypeMirror type, Use use) {
    return switch (type.getKind()) {
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE ->
          scalar(type, type.getKind().name().toLowerCase(Locale.ROOT), use);
      case CHAR -> refuse(type, "char", use);
      case ARRAY -> array((ArrayType) type, use);
      case DECLARED -> declared((DeclaredType) type, use);
      default -> {
        problems.add(Texts.openType(use.site(), Names.brief(type), use.place()));
        yield null;
      }
    };
  }

  private @Nullable ValueType array(ArrayType type, Use use) {
    if (type.getComponentType().getKind() != TypeKind.BYTE) {
      problems.add(
          Texts.noForm(
              use.site(),
              Names.brief(type),
              use.label(),
              "Wrap it: record Values(" + Names.brief(type) + " values) {}"));
      return null;
    }
    return encoded(
        new ValueType.Scalar(TypeName.get(type), JavaScalar.BYTE_ARRAY, ProtoScalar.BYTES),
        type,
        use);
  }

  private @Nullable ValueType declared(DeclaredType type, Use use) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    requireResolved(type);
    if (adapters.has(type, use)) {
      return adapters.read(type, use);
    }
    String plain = JavaTypes.unboxed(name).orElse(name);
    if (JavaTypes.scalar(plain).isPresent()) {
      return scalar(type, plain, use);
    }
    if (name.equals("java.time.Instant")) {
      use.scope().home().draft().use(WellKnown.TIMESTAMP);
      return new ValueType.Timestamp(TypeName.get(type));
    }
    if (name.equals("java.time.Duration")) {
      use.scope().home().draft().use(WellKnown.DURATION);
      return new ValueType.Duration(TypeName.get(type));
    }
    if (JavaTypes.instead(name).isPresent()) {
      return refuse(type, name, use);
    }
    if (protocTypes.isProtoc(element)) {
      return protocTypes.read(element, use);
    }
    return own(type, element, use);
  }

  private @Nullable ValueType own(DeclaredType type, TypeElement element, Use use) {
    if (isRaw(type, element)) {
      problems.add(Texts.openType(use.site(), Names.brief(type), use.place()));
      return null;
    }
    if (isPrivate(element)) {
      problems.add(Texts.inaccessible(use.site(), Names.label(element), use.place()));
      return null;
    }
    if (element.getKind() == ElementKind.ENUM) {
      return declarations.enumeration(element, use);
    }
    if (Mark.has(element, Annotations.SCALAR)) {
      return scalarRecords.read(type, element, use);
    }
    if (isRecordMessage(element) || isSealedInterface(element)) {
      return declarations.message(type, use);
    }
    if (name(element).startsWith("java.")) {
      problems.add(
          Texts.cannotBeSent(
              use.site(),
              Names.full(type),
              use.place(),
              "Use a record, or give it a @WireAdapter."));
    } else {
      problems.add(Texts.notData(use.site(), Names.full(type), use.place()));
    }
    return null;
  }

  /** A type argument that does not exist yet makes the whole type unknown. */
  private void requireResolved(DeclaredType type) {
    for (TypeMirror argument : type.getTypeArguments()) {
      if (argument.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(argument.toString());
      }
      if (argument instanceof DeclaredType declared) {
        requireResolved(declared);
      }
    }
  }

  private @Nullable ValueType scalar(TypeMirror type, String name, Use use) {
    JavaTypes.Form form = JavaTypes.scalar(name).orElseThrow();
    return encoded(
        new ValueType.Scalar(withoutAnnotations(type), form.java(), form.proto()), type, use);
  }

  private ValueType.Scalar encoded(ValueType.Scalar scalar, TypeMirror type, Use use) {
    Optional<Mark> encoding = use.mark(Annotations.ENCODING);
    if (encoding.isEmpty()) {
      return scalar;
    }
    Optional<ProtoScalar> proto = Encodings.of(scalar.java(), encoding.get().constant("value"));
    if (proto.isEmpty()) {
      refuse(encoding.get(), Names.brief(type), use);
      return scalar;
    }
    return new ValueType.Scalar(scalar.javaType(), scalar.java(), proto.get());
  }

  private void refuse(Mark encoding, String type, Use use) {
    problems.add(
        Texts.badEncoding(
            use.site(encoding.site("value")), encoding.constant("value"), use.label(), type));
  }

  private @Nullable ValueType refuse(TypeMirror type, String name, Use use) {
    problems.add(
        Texts.cannotBeSent(
            use.site(), Names.full(type), use.place(), JavaTypes.instead(name).orElseThrow()));
    return null;
  }

  private static TypeName withoutAnnotations(TypeMirror type) {
    TypeName name = TypeName.get(type);
    return name instanceof ClassName className ? className.withoutAnnotations() : name;
  }

  private static boolean isRaw(DeclaredType type, TypeElement element) {
    return type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty();
  }

  private static boolean isPrivate(TypeElement type) {
    Element each = type;
    while (each instanceof TypeElement) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
      each = each.getEnclosingElement();
    }
    return false;
  }

  private static boolean isRecordMessage(TypeElement element) {
    return element.getKind() == ElementKind.RECORD && !Mark.has(element, Annotations.SCALAR);
  }

  private static boolean isSealedInterface(TypeElement element) {
    return element.getKind() == ElementKind.INTERFACE
        && element.getModifiers().contains(Modifier.SEALED);
  }

  private static String name(TypeElement element) {
    return element.getQualifiedName().toString();
  }
}
