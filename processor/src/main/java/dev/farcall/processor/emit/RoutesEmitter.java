package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the routes of a service: a class that holds one for each path of each method. */
final class RoutesEmitter {

  private static final String LOCATION = "LOCATION";

  private final SchemaModel schema;
  private final ServiceModel service;
  private final List<GeneratedFile> bodies = new ArrayList<>();

  private RoutesEmitter(SchemaModel schema, ServiceModel service) {
    this.schema = schema;
    this.service = service;
  }

  /** The class, and the codecs of bodies that are only a part of a request; none without paths. */
  static List<GeneratedFile> emit(SchemaModel schema, ServiceModel service) {
    if (service.methods().stream().allMatch(method -> method.routes().isEmpty())) {
      return List.of();
    }
    RoutesEmitter emitter = new RoutesEmitter(schema, service);
    TypeSpec type = emitter.type();
    List<GeneratedFile> files = new ArrayList<>(emitter.bodies);
    files.add(Sources.file(RouteNames.all(service), type, service.site()));
    return files;
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        Sources.finalClass(RouteNames.all(service))
            .addJavadoc("The paths at which {@link $T} is called over HTTP.", service.javaType())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (MethodModel method : service.methods()) {
      for (int i = 0; i < method.routes().size(); i++) {
        type.addType(route(method, i));
      }
    }
    return type.build();
  }

  private TypeSpec route(MethodModel method, int index) {
    RouteModel route = method.routes().get(index);
    RouteBody body = RouteBody.of(schema, service, method, index);
    bodies.addAll(body.files());
    TypeName request = method.request().javaType().box();
    TypeName result = method.response().javaType().box();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(RouteNames.route(service, method, index).simpleName())
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(Core.ROUTE, request, result))
            .addJavadoc("{@code $L $L}", route.verb(), route.template());
    route.location().ifPresent(location -> type.addField(template(location)));
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addStatement(
                "super($T.$L, $S, $L)", Core.VERB, route.verb(), route.template(), route.status())
            .build());
    type.addMethod(RouteWriteEmitter.emit(schema, method, route, body));
    type.addMethod(RouteReadEmitter.emit(schema, method, route, body));
    ResultEmitter.emit(schema, method).forEach(type::addMethod);
    route.location().ifPresent(location -> type.addMethod(location(method, location)));
    return type.build();
  }

  private static FieldSpec template(RouteModel.Location location) {
    return FieldSpec.builder(
            Core.PATH_TEMPLATE, LOCATION, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.parse($S)", Core.PATH_TEMPLATE, location.template())
        .build();
  }

  private static MethodSpec location(MethodModel method, RouteModel.Location location) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder("location")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addParameter(method.response().javaType().box(), "result")
            .addStatement("$T out = new $T($L)", Core.ROUTE_WRITER, Core.ROUTE_WRITER, LOCATION);
    for (FieldModel component : location.components()) {
      Shape.Singular shape = (Shape.Singular) component.shape();
      CodeBlock value = CodeBlock.of("result.$N()", component.javaName());
      String where = Names.simple(method.response().fullName()) + "." + component.javaName();
      spec.addStatement("out.path($L)", TextForms.text(shape.type(), value, where, false));
    }
    return spec.addStatement("return out.target()").build();
  }
}
