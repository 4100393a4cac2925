package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a component, a parameter or a result: how often, and which type. */
final class TypeReader {

  private final Problems problems;
  private final ValueReader values;
  private final Nullness nullness;

  TypeReader(Problems problems, ValueReader values) {
    this.problems = problems;
    this.values = values;
    this.nullness = new Nullness(problems);
  }

  /** The shape of a type, or null if it has none, which is then told. */
  @Nullable Shape shape(TypeMirror type, Use use) {
    Nullness.Found nullable = nullness.of(type, use);
    if (nullable == Nullness.Found.REFUSED) {
      return null;
    }
    Shape shape = declared(type, use);
    if (nullable == Nullness.Found.NOTHING || shape == null) {
      return shape;
    }
    if (shape instanceof Shape.Singular singular && !type.getKind().isPrimitive()) {
      return new Shape.Optional(singular.type(), Shape.Optional.Form.NULLABLE);
    }
    if (shape instanceof Shape.Optional optional
        && optional.form() == Shape.Optional.Form.NULLABLE) {
      return shape;
    }
    problems.add(
        Texts.cannotBeAbsent(
            use.site(), "Nullable", use.label(), Names.brief(type) + " is never null"));
    return null;
  }

  private @Nullable Shape declared(TypeMirror type, Use use) {
    if (type instanceof ArrayType array && array.getComponentType().getKind() != TypeKind.BYTE) {
      return repeated(array.getComponentType(), Shape.Repeated.Form.ARRAY, type, use);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return single(type, use);
    }
    DeclaredType declared = (DeclaredType) type;
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    return switch (name) {
      case "java.util.Optional" -> optional(declared, use);
      case "java.util.OptionalInt" -> optional("int", Shape.Optional.Form.OPTIONAL_INT, use);
      case "java.util.OptionalLong" -> optional("long", Shape.Optional.Form.OPTIONAL_LONG, use);
      case "java.util.OptionalDouble" ->
          optional("double", Shape.Optional.Form.OPTIONAL_DOUBLE, use);
      case "java.util.List", "java.util.Collection" ->
          collection(declared, Shape.Repeated.Form.LIST, use);
      case "java.util.Set" -> collection(declared, Shape.Repeated.Form.SET, use);
      case "java.util.Map" -> mapping(declared, false, use);
      case "java.util.SortedMap" -> mapping(declared, true, use);
      default -> JavaTypes.unboxed(name).isPresent() ? boxed(declared, use) : single(declared, use);
    };
  }

  private @Nullable Shape single(TypeMirror type, Use use) {
    ValueType value = values.value(type, use);
    return value == null ? null : new Shape.Singular(value, !isNatural(value));
  }

  private @Nullable Shape boxed(DeclaredType type, Use use) {
    ValueType value = values.value(type, use);
    return value == null ? null : new Shape.Optional(value, Shape.Optional.Form.NULLABLE);
  }

  private @Nullable Shape optional(String primitive, Shape.Optional.Form form, Use use) {
    ValueType value = values.primitive(primitive, use);
    return value == null ? null : new Shape.Optional(value, form);
  }

  private @Nullable Shape optional(DeclaredType type, Use use) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) {
      return open(type, use);
    }
    nullness.refuse(arguments.get(0), use);
    if (isCollection(arguments.get(0))) {
      return nested(type, collectionCure(arguments.get(0)), use);
    }
    if (isOptional(arguments.get(0))) {
      return nested(type, "Use one Optional.", use);
    }
    ValueType value = values.value(arguments.get(0), use);
    return value == null ? null : new Shape.Optional(value, Shape.Optional.Form.OPTIONAL);
  }

  private @Nullable Shape collection(DeclaredType type, Shape.Repeated.Form form, Use use) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty() ? open(type, use) : repeated(arguments.get(0), form, type, use);
  }

  private @Nullable Shape repeated(
      TypeMirror element, Shape.Repeated.Form form, TypeMirror type, Use use) {
    ValueType value = element(element, type, use);
    return value == null ? null : new Shape.Repeated(value, form);
  }

  private @Nullable Shape mapping(DeclaredType type, boolean sorted, Use use) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) {
      return open(type, use);
    }
    ValueType key = element(arguments.get(0), type, use);
    ValueType value = element(arguments.get(1), type, use);
    if (key == null || value == null) {
      return null;
    }
    if (!isKey(key)) {
      problems.add(Texts.badKey(use.site(), Names.brief(arguments.get(0)), use.label()));
      return null;
    }
    if (sorted && !values.isComparable(arguments.get(0))) {
      problems.add(Texts.unsortedKey(use.site(), Names.brief(arguments.get(0)), use.label()));
      return null;
    }
    return new Shape.Mapping(key, value, sorted, TypeName.get(type));
  }

  private @Nullable ValueType element(TypeMirror element, TypeMirror whole, Use use) {
    nullness.refuse(element, use);
    if (isCollection(element)) {
      nested(whole, collectionCure(element), use);
      return null;
    }
    if (isOptional(element)) {
      nested(whole, "An element is never absent: leave it out, or wrap it in a record.", use);
      return null;
    }
    return values.value(element, use);
  }

  private @Nullable Shape open(TypeMirror type, Use use) {
    problems.add(Texts.openType(use.site(), Names.brief(type), use.place()));
    return null;
  }

  private @Nullable Shape nested(TypeMirror type, String cure, Use use) {
    problems.add(Texts.noForm(use.site(), Names.brief(type), use.label(), cure));
    return null;
  }

  private static String collectionCure(TypeMirror inner) {
    return "Wrap the inner type: record Values(" + Names.brief(inner) + " values) {}";
  }

  private static boolean isCollection(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind() != TypeKind.BYTE;
    }
    return switch (nameOf(type)) {
      case "java.util.List",
          "java.util.Collection",
          "java.util.Set",
          "java.util.Map",
          "java.util.SortedMap" ->
          true;
      default -> false;
    };
  }

  private static boolean isOptional(TypeMirror type) {
    return nameOf(type).startsWith("java.util.Optional");
  }

  private static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }

  private static boolean isKey(ValueType key) {
    if (key instanceof ValueType.Wrapped wrapped) {
      return wrapped.inner() instanceof ValueType.Scalar && isKey(wrapped.inner());
    }
    if (key instanceof ValueType.Scalar scalar) {
      return switch (scalar.java()) {
        case BOOLEAN, BYTE, SHORT, INT, LONG, STRING -> true;
        case UUID -> scalar.proto() == ProtoScalar.STRING;
        default -> false;
      };
    }
    return key instanceof ValueType.Enumeration;
  }

  /** Whether absence of a value on the wire is a value. */
  static boolean isNatural(ValueType type) {
    if (type instanceof ValueType.Scalar scalar) {
      return scalar.java().natural();
    }
    if (type instanceof ValueType.Enumeration enumeration) {
      return enumeration.natural();
    }
    if (type instanceof ValueType.Wrapped wrapped) {
      return isNatural(wrapped.inner());
    }
    if (type instanceof ValueType.Adapted adapted) {
      return isNatural(adapted.inner());
    }
    return type instanceof ValueType.ForeignEnum;
  }
}
