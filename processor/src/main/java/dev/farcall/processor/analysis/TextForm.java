package dev.farcall.processor.analysis;

import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;

/** What can stand as text: in a header, a path, a query. */
final class TextForm {

  private TextForm() {}

  /** Whether a value is sent as text: not bytes, messages and what protoc generated. */
  static boolean isText(ValueType type) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return isText(wrapped.inner());
    }
    if (type instanceof ValueType.Adapted adapted) {
      return isText(adapted.inner());
    }
    if (type instanceof ValueType.Scalar scalar) {
      return scalar.proto() != ProtoScalar.BYTES;
    }
    return type instanceof ValueType.Enumeration
        || type instanceof ValueType.Timestamp
        || type instanceof ValueType.Duration;
  }

  /** Whether it is one text, which is always there. */
  static boolean isOne(Shape shape) {
    return shape instanceof Shape.Singular singular && isText(singular.type());
  }

  /** Whether it is texts under one name: one, one that may be absent, or a list or set of them. */
  static boolean isAnyNumber(Shape shape) {
    if (shape instanceof Shape.Optional optional) {
      return isText(optional.type());
    }
    return isOne(shape)
        || (shape instanceof Shape.Repeated list
            && list.form() != Shape.Repeated.Form.ARRAY
            && isText(list.element()));
  }
}
