package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a call relates to the deadline of the call that it is made in.
 *
 * <p>A server that calls on while it answers passes the time that is left to what it calls: nobody
 * works for a caller who has gone. On a type it holds for each method that has none of its own.
 *
 * <pre>{@code
 * @Deadline(detach = true)
 * void recordAudit(AuditEntry entry);
 * }</pre>
 *
 * @see Timeout
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Deadline {

  /**
   * Whether the call goes its own way: it neither inherits the deadline nor is cancelled with the
   * call that it is made in. Its own {@link Timeout} still holds.
   */
  boolean detach() default false;
}
