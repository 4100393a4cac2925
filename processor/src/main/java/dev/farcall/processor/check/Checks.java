package dev.farcall.processor.check;

import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import java.util.List;

/** All rules, in the order in which their problems are told. */
public final class Checks {

  private static final List<Check> ALL =
      List.of(
          new UniqueFieldNames(),
          new UniqueTypeNames(),
          new FiniteValues(),
          new EnumsHaveConstants(),
          new ConstructorSlots(),
          new ProtobufNames(),
          new UnknownValues(),
          new ArraysInRecords(),
          new AcyclicPackages(),
          new UniqueRpcNames(),
          new ParameterNames(),
          new DistinctReasons(),
          new SharedBreakers(),
          new DistinctRoutes());

  private Checks() {}

  /** Checks all schemas of a compilation, even where reading has found problems. */
  public static void check(List<SchemaModel> schemas, Problems problems) {
    ALL.forEach(check -> check.check(schemas, problems));
  }

  /** Checks an interface of this process. */
  public static void check(GuardedModel type, Problems problems) {
    SharedBreakers.checkLocal(type, problems);
  }
}
