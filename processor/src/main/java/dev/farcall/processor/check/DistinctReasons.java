package dev.farcall.processor.check;

import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The errors of a method have distinct reasons: a reason is all that some peers see. */
final class DistinctReasons implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (ServiceModel service : schema.services()) {
        String label = String.join(".", service.javaType().simpleNames());
        service.methods().forEach(method -> check(method, label, problems));
      }
    }
  }

  private static void check(MethodModel method, String service, Problems problems) {
    Map<String, ErrorModel> known = new HashMap<>();
    for (ErrorModel error : method.errors()) {
      ErrorModel other = known.putIfAbsent(error.reason(), error);
      if (other != null && !other.equals(error)) {
        problems.add(
            Texts.sameReason(
                method.site(),
                service + "." + method.javaName(),
                String.join(".", other.javaType().simpleNames()),
                String.join(".", error.javaType().simpleNames()),
                error.reason()));
      }
    }
  }
}
