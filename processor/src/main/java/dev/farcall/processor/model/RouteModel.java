package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import dev.farcall.route.PathTemplate;
import dev.farcall.route.Verb;
import java.util.List;
import java.util.Optional;

/**
 * A path at which a method can be called over HTTP, and where the request's fields stand there.
 *
 * @param template whole, with the names of parameters, as in {@code /v1/orders/{id}}
 * @param path the fields that are the template's variables, in its order
 * @param query the fields that stand in the query
 * @param body what stands in the body
 * @param status of an answer that succeeds: 204 where there is nothing to say
 * @param location the path of what a call made
 */
public record RouteModel(
    Verb verb,
    PathTemplate template,
    List<FieldModel> path,
    List<QueryPart> query,
    Body body,
    int status,
    Optional<Location> location,
    Site site) {

  /** A field of the request in the query. */
  public sealed interface QueryPart {

    /** The field of the request. */
    FieldModel field();
  }

  /**
   * A scalar, optional or not, or a list or set of scalars, whose name is then repeated.
   *
   * @param name in the query
   */
  public record QueryValue(String name, FieldModel field) implements QueryPart {}

  /**
   * A record, optional or not, whose components stand under their own names.
   *
   * @param prefix of these names, as in {@code filter.}
   * @param javaType the record
   * @param components in the order of the record; their names have the prefix
   */
  public record QueryRecord(
      String prefix, FieldModel field, ClassName javaType, List<QueryValue> components)
      implements QueryPart {}

  /** What stands in the body. */
  @SuppressWarnings("JavaLangClash") // always qualified: Body.Field
  public sealed interface Body {

    /** No body. */
    record None() implements Body {}

    /** The request message, whole. */
    record Whole() implements Body {}

    /** One field of it, as it is. */
    record Field(FieldModel field) implements Body {}

    /** Some fields of it, as an object's members: the path has the others. */
    record Members(List<FieldModel> fields) implements Body {}
  }

  /**
   * The path of what a call made.
   *
   * @param components of the result, in the order of the template's variables
   */
  public record Location(PathTemplate template, List<FieldModel> components) {}
}
