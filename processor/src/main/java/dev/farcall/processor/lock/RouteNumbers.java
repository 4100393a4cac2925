package dev.farcall.processor.lock;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.ServiceModel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Exchanges the fields in the routes of a service for those that have numbers. */
final class RouteNumbers {

  private final IdentityHashMap<FieldModel, FieldModel> changed;

  RouteNumbers(IdentityHashMap<FieldModel, FieldModel> changed) {
    this.changed = changed;
  }

  ServiceModel of(ServiceModel service) {
    return service.withMethods(service.methods().stream().map(this::of).toList());
  }

  private MethodModel of(MethodModel method) {
    return method.withRoutes(method.routes().stream().map(this::of).toList());
  }

  private RouteModel of(RouteModel route) {
    return new RouteModel(
        route.verb(),
        route.template(),
        fields(route.path()),
        route.query().stream().map(this::part).toList(),
        body(route.body()),
        route.status(),
        route.location().map(at -> new RouteModel.Location(at.template(), fields(at.components()))),
        route.site());
  }

  private RouteModel.QueryPart part(RouteModel.QueryPart part) {
    if (part instanceof RouteModel.QueryRecord record) {
      List<RouteModel.QueryValue> components = new ArrayList<>();
      List<FieldModel> numbered =
          fields(record.components().stream().map(RouteModel.QueryValue::field).toList());
      for (int i = 0; i < numbered.size(); i++) {
        components.add(
            new RouteModel.QueryValue(record.components().get(i).name(), numbered.get(i)));
      }
      return new RouteModel.QueryRecord(
          record.prefix(), field(record.field()), record.javaType(), List.copyOf(components));
    }
    RouteModel.QueryValue value = (RouteModel.QueryValue) part;
    return new RouteModel.QueryValue(value.name(), field(value.field()));
  }

  private RouteModel.Body body(RouteModel.Body body) {
    if (body instanceof RouteModel.Body.Field one) {
      return new RouteModel.Body.Field(field(one.field()));
    }
    return body instanceof RouteModel.Body.Members members
        ? new RouteModel.Body.Members(fields(members.fields()))
        : body;
  }

  private List<FieldModel> fields(List<FieldModel> fields) {
    return fields.stream().map(this::field).toList();
  }

  private FieldModel field(FieldModel field) {
    return changed.getOrDefault(field, field);
  }
}
