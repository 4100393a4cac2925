package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A Java enum and the codec to be generated for it.
 *
 * @param parent the full proto name of the message it is nested in
 * @param constants in declaration order, with their numbers
 * @param zero the constant that is 0; if there is none, {@code <PREFIX>_UNSPECIFIED} is synthesised
 *     and reading it is an error
 * @param unknown the constant for numbers this build does not know; if there is none they are an
 *     error
 */
public record EnumModel(
    ClassName javaType,
    ClassName codec,
    String protoName,
    String fullName,
    Optional<String> parent,
    String label,
    List<Constant> constants,
    Optional<Constant> zero,
    Optional<Constant> unknown,
    String doc,
    boolean deprecated,
    Site site) {

  /**
   * A constant.
   *
   * @param protoName prefixed, as in {@code ORDER_STATUS_OPEN}
   * @param aliases former proto names of the same number
   */
  public record Constant(
      String javaName,
      String protoName,
      int number,
      List<String> aliases,
      String doc,
      boolean deprecated,
      Site site) {}
}
