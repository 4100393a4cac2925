package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A record component, a constructor's or a method's parameter, or a result, as a numbered field.
 *
 * @param javaName the component
 * @param protoName lower_snake
 * @param jsonName what JSON calls it: the component's name
 * @param javaType as the declaration spells it, with type variables resolved
 * @param tag what pins the number
 * @param formerNames of {@code @Was}: reserved
 */
public record FieldModel(
    String javaName,
    String protoName,
    String jsonName,
    int number,
    Optional<TagModel> tag,
    TypeName javaType,
    Shape shape,
    List<String> formerNames,
    String doc,
    boolean deprecated,
    Site site) {

  /** The same field with this number. */
  public FieldModel withNumber(int given) {
    return new FieldModel(
        javaName,
        protoName,
        jsonName,
        given,
        tag,
        javaType,
        shape,
        formerNames,
        doc,
        deprecated,
        site);
  }
}
