package dev.farcall.processor.check;

import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No two paths of a compilation have one verb and shape, whatever interfaces they are in: one
 * server may serve them all.
 */
final class DistinctRoutes implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    Map<String, String> known = new HashMap<>();
    for (SchemaModel schema : schemas) {
      for (ServiceModel service : schema.services()) {
        service.methods().forEach(method -> check(service, method, known, problems));
      }
    }
  }

  private static void check(
      ServiceModel service, MethodModel method, Map<String, String> known, Problems problems) {
    String label = String.join(".", service.javaType().simpleNames()) + "." + method.javaName();
    for (RouteModel route : method.routes()) {
      String other = known.putIfAbsent(route.verb() + " " + route.template().shape(), label);
      if (other != null) {
        problems.add(
            Texts.ambiguous(route.site(), label, route.verb() + " " + route.template(), other));
      }
    }
  }
}
