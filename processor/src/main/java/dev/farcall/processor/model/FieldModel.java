package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A record component, a constructor's or a method's parameter, or a result, as a numbered field.
 *
 * @param javaName the component
 * @param protoName lower_snake
 * @param jsonName what JSON calls it: the component's name
 * @param javaType as the declaration spells it, with type variables resolved
 * @param formerNames of {@code @Was}: reserved
 */
public record FieldModel(
    String javaName,
    String protoName,
    String jsonName,
    int number,
    TypeName javaType,
    Shape shape,
    List<String> formerNames,
    String doc,
    boolean deprecated,
    Site site) {}
