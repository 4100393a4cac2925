package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    History history,
    Site site) {

  /** The same enum with these numbers and this past, name by name. */
  public EnumModel with(UnaryOperator<Constant> change, Reserved reserved) {
    return new EnumModel(
        javaType,
        codec,
        protoName,
        fullName,
        parent,
        label,
        constants.stream().map(change).toList(),
        zero,
        unknown.map(change),
        doc,
        deprecated,
        history.withReserved(reserved),
        site);
  }

  /**
   * A constant.
   *
   * @param protoName prefixed, as in {@code ORDER_STATUS_OPEN}
   * @param tag what pins the number; that of the one that is zero needs none
   * @param aliases former proto names of the same number
   */
  public record Constant(
      String javaName,
      String protoName,
      int number,
      Optional<TagModel> tag,
      List<String> aliases,
      String doc,
      boolean deprecated,
      Site site) {

    /** Whether its proto name does not tell it: it is zero, which has a name of its own. */
    public boolean isNamedOtherwise() {
      return protoName.endsWith("_UNSPECIFIED") && !javaName.equals("UNSPECIFIED");
    }

    /** The same constant with this number. */
    public Constant withNumber(int given) {
      return new Constant(javaName, protoName, given, tag, aliases, doc, deprecated, site);
    }
  }
}
