package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A {@code @Remote} interface.
 *
 * @param javaType the interface
 * @param client the generated client; {@code Outer_InnerClient} for a nested interface
 * @param dispatcher the generated dispatcher
 * @param protoName the simple name of the service
 * @param fullName its full proto name
 * @param memberTypes the simple names of all types it declares or inherits: a class that implements
 *     it inherits them too, and they hide imports there
 * @param methods in the interface's order, those of super-interfaces first
 */
public record ServiceModel(
    ClassName javaType,
    ClassName client,
    ClassName dispatcher,
    String protoName,
    String fullName,
    List<String> memberTypes,
    List<MethodModel> methods,
    String doc,
    boolean deprecated,
    Site site) {

  /** The same service with these methods. */
  public ServiceModel withMethods(List<MethodModel> given) {
    return new ServiceModel(
        javaType,
        client,
        dispatcher,
        protoName,
        fullName,
        memberTypes,
        List.copyOf(given),
        doc,
        deprecated,
        site);
  }
}
