package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pins the number by which the binary form knows a record component, a method's parameter, an enum
 * constant or a member of a sealed interface.
 *
 * <p>Without it, numbers follow the order of declaration, and are safe only as long as nothing is
 * moved, inserted or removed. Within one type either all or none carry it. Numbers are those of
 * protobuf: from 1 to 536,870,911 without 19,000 to 19,999; for enum constants any but 0, which is
 * the {@link Unspecified} one's.
 *
 * <pre>{@code
 * public record Line(@Tag(1) String sku, @Tag(3) int quantity) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE})
public @interface Tag {

  /** The number. Never give it to something else afterwards. */
  int value();
}
