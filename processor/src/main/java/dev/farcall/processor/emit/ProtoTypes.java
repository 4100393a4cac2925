package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The proto type of a field, and what proto cannot say of it, for the comment behind it. */
final class ProtoTypes {

  private final ProtoNames names;

  ProtoTypes(ProtoNames names) {
    this.names = names;
  }

  /** As in {@code repeated Line} or {@code map<string, string>}. */
  String declaration(Shape shape, String scope) {
    if (shape instanceof Shape.Singular singular) {
      return type(singular.type(), scope);
    }
    if (shape instanceof Shape.Optional optional) {
      return "optional " + type(optional.type(), scope);
    }
    if (shape instanceof Shape.Repeated repeated) {
      return "repeated " + type(repeated.element(), scope);
    }
    Shape.Mapping map = (Shape.Mapping) shape;
    return "map<" + keyType(map.key()) + ", " + type(map.value(), scope) + ">";
  }

  private String type(ValueType type, String scope) {
    ValueType wire = wire(type);
    if (wire instanceof ValueType.Scalar scalar) {
      return scalar.proto().keyword();
    }
    if (wire instanceof ValueType.Timestamp) {
      return names.reference("google.protobuf.Timestamp", scope);
    }
    if (wire instanceof ValueType.Duration) {
      return names.reference("google.protobuf.Duration", scope);
    }
    return names.reference(fullName(wire), scope);
  }

  private static String fullName(ValueType wire) {
    if (wire instanceof ValueType.Enumeration enumeration) {
      return enumeration.fullName();
    }
    if (wire instanceof ValueType.Message message) {
      return message.fullName();
    }
    if (wire instanceof ValueType.ForeignMessage foreign) {
      return foreign.fullName();
    }
    return ((ValueType.ForeignEnum) wire).fullName();
  }

  /** An enum is a key by its name: proto has no keys of enums. */
  private static String keyType(ValueType key) {
    return wire(key) instanceof ValueType.Scalar scalar ? scalar.proto().keyword() : "string";
  }

  /** What travels: a wrapper's one component, the type an adapter turns a value into. */
  private static ValueType wire(ValueType type) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return wire(wrapped.inner());
    }
    return type instanceof ValueType.Adapted adapted ? wire(adapted.inner()) : type;
  }

  /** As in {@code UUID, required}; empty if proto says it all. */
  static String comment(Shape shape) {
    List<String> parts = new ArrayList<>();
    if (shape instanceof Shape.Singular singular) {
      add(parts, java(singular.type()), "");
      if (singular.required()) {
        parts.add("required");
      }
    } else if (shape instanceof Shape.Optional optional) {
      add(parts, java(optional.type()), "");
    } else if (shape instanceof Shape.Repeated repeated) {
      boolean set = repeated.form() == Shape.Repeated.Form.SET;
      add(parts, java(repeated.element()), " values");
      if (set) {
        parts.add("no duplicates");
      }
    } else {
      Shape.Mapping map = (Shape.Mapping) shape;
      add(parts, key(map.key()), " keys");
      add(parts, java(map.value()), " values");
    }
    return String.join(", ", parts);
  }

  private static String key(ValueType type) {
    if (wire(type) instanceof ValueType.Enumeration enumeration) {
      String name = enumeration.fullName();
      return "enum " + Names.identifier(name.substring(name.lastIndexOf('.') + 1));
    }
    return java(type);
  }

  private static void add(List<String> parts, String java, String suffix) {
    if (!java.isEmpty()) {
      parts.add(java + suffix);
    }
  }

  /** The Java type where its proto type does not tell it, as in {@code UserId (UUID)}. */
  private static String java(ValueType type) {
    if (type instanceof ValueType.Scalar scalar) {
      return told(scalar.java()) ? "" : simple(scalar.javaType().box());
    }
    if (type instanceof ValueType.Wrapped wrapped) {
      return of(wrapped.javaType(), wrapped.inner());
    }
    return type instanceof ValueType.Adapted adapted ? of(adapted.javaType(), adapted.inner()) : "";
  }

  private static String of(TypeName javaType, ValueType inner) {
    String below = java(inner);
    return below.isEmpty() ? simple(javaType) : simple(javaType) + " (" + below + ")";
  }

  private static boolean told(JavaScalar scalar) {
    return switch (scalar) {
      case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING, BYTE_ARRAY, BYTE_BUFFER, BYTE_STRING -> true;
      default -> false;
    };
  }

  private static String simple(TypeName type) {
    if (type instanceof ParameterizedTypeName parameterized) {
      return simple(parameterized.rawType());
    }
    if (type instanceof ClassName name) {
      return Names.identifier(name.simpleName());
    }
    throw new IllegalArgumentException("type: " + type + " (expected: a class)");
  }
}
