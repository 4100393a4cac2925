package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ServiceModel;

/** The classes that are generated for routes. */
final class RouteNames {

  private RouteNames() {}

  /** As in {@code OrderServiceRoutes}. */
  static ClassName all(ServiceModel service) {
    return beside(service, "Routes");
  }

  /** As in {@code OrderServiceRoutes.GetOrderRoute}. */
  static ClassName route(ServiceModel service, MethodModel method, int index) {
    return all(service).nestedClass(Names.identifier(method.rpcName()) + "Route" + numbered(index));
  }

  /** As in {@code OrderServiceUpdateBody}. */
  static ClassName body(ServiceModel service, MethodModel method, int index) {
    return beside(service, Names.identifier(method.rpcName()) + "Body" + numbered(index));
  }

  private static ClassName beside(ServiceModel service, String suffix) {
    String client = service.client().simpleName();
    String flat = client.substring(0, client.length() - "Client".length());
    return ClassName.get(service.client().packageName(), flat + suffix);
  }

  private static String numbered(int index) {
    return index == 0 ? "" : String.valueOf(index + 1);
  }
}
