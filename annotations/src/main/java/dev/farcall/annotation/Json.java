package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a record component or a parameter in JSON, where it is not to have its Java name: as others
 * spell it whose API is described, or as it was spelt before it was renamed in Java.
 *
 * <p>It is the one name that is written; what reads takes the lower_snake form of the Java name as
 * well. The schema has it as {@code json_name}; the binary form carries no names.
 *
 * <pre>{@code
 * public record Repository(String name, @Json("default_branch") String defaultBranch) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD})
public @interface Json {

  /**
   * The name: 1 to 100 characters, none of them a control character, a quote, {@code \} or {@code
   * [}.
   */
  String value();
}
