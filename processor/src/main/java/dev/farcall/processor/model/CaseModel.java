package dev.farcall.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One member of a sealed interface.
 *
 * @param tag what pins the number
 * @param formerNames proto names that it had before
 */
public record CaseModel(
    String protoName,
    int number,
    Optional<TagModel> tag,
    List<String> formerNames,
    ValueType.Message type,
    Site site) {

  /** The same case with this number. */
  public CaseModel withNumber(int given) {
    return new CaseModel(protoName, given, tag, formerNames, type, site);
  }
}
