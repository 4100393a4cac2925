package dev.farcall.processor.check;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import java.util.List;

/** One rule. */
interface Check {

  /** Adds what breaks the rule. */
  void check(List<SchemaModel> schemas, Problems problems);
}
