package dev.farcall.processor.emit;

import dev.farcall.processor.emit.OpenApiForms.Way;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.RouteModel.QueryPart;
import dev.farcall.processor.model.RouteModel.QueryRecord;
import dev.farcall.processor.model.RouteModel.QueryValue;
import dev.farcall.processor.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a route beside its body: in the path, the query and the headers. */
final class OpenApiParameters {

  private final OpenApiSchemas schemas;

  OpenApiParameters(OpenApiSchemas schemas) {
    this.schemas = schemas;
  }

  List<Map<String, Object>> of(MethodModel method, RouteModel route) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (FieldModel field : route.path()) {
      parameters.add(parameter(field.javaName(), "path", true, field));
    }
    for (QueryPart part : route.query()) {
      if (part instanceof QueryValue value) {
        parameters.add(query(value, true));
      } else if (part instanceof QueryRecord parts) {
        boolean required = OpenApiForms.isRequired(parts.field());
        parts.components().forEach(value -> parameters.add(query(value, required)));
      }
    }
    for (ParameterModel parameter : method.parameters()) {
      if (parameter.role() instanceof ParameterModel.HeaderRole header) {
        boolean required = !(header.shape() instanceof Shape.Optional);
        Map<String, Object> schema = schemas.of(header.shape(), Way.REQUEST);
        parameters.add(
            parameter(header.header(), "header", required, parameter.doc(), false, schema));
      }
    }
    return parameters;
  }

  private Map<String, Object> query(QueryValue value, boolean required) {
    FieldModel field = value.field();
    return parameter(value.name(), "query", required && OpenApiForms.isRequired(field), field);
  }

  private Map<String, Object> parameter(
      String name, String in, boolean required, FieldModel field) {
    Map<String, Object> schema = schemas.of(field.shape(), Way.REQUEST);
    return parameter(name, in, required, field.doc(), field.deprecated(), schema);
  }

  private static Map<String, Object> parameter(
      String name,
      String in,
      boolean required,
      String javadoc,
      boolean deprecated,
      Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    String doc = Markdown.of(javadoc);
    if (!doc.isEmpty()) {
      parameter.put("description", doc);
    }
    if (required) {
      parameter.put("required", true);
    }
    if (deprecated) {
      parameter.put("deprecated", true);
    }
    parameter.put("schema", schema);
    return parameter;
  }
}
