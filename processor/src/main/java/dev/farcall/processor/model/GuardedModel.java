package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;

/**
 * An interface of this process with policies.
 *
 * @param javaType the interface
 * @param decorator the generated decorator; {@code Outer_InnerResilient} for a nested interface
 * @param typeVariables those of the interface
 * @param isPublic whether all may see it
 * @param memberTypes as those of a {@link ServiceModel}
 * @param methods all that an object of it has, those without policies among them
 */
public record GuardedModel(
    ClassName javaType,
    ClassName decorator,
    List<TypeVariableName> typeVariables,
    boolean isPublic,
    List<String> memberTypes,
    List<GuardedMethodModel> methods,
    boolean deprecated,
    Site site) {}
