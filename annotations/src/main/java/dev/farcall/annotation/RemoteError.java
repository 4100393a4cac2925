package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an exception part of the contract: thrown by the implementation, it reaches the caller as
 * itself.
 *
 * <p>The class is concrete and not generic, checked or unchecked, and named by the {@code throws}
 * clause of each method that it may leave. The parameters of its one public constructor are what
 * travels; each has an accessor of the same name. Its message travels too, up to 1 KiB; its stack
 * trace and its cause do not. Any other exception reaches the caller as {@link Code#INTERNAL}, with
 * an id and no details.
 *
 * <pre>{@code
 * @RemoteError(code = Code.ALREADY_EXISTS)
 * public final class EmailTaken extends Exception {
 *   private final String email;
 *
 *   public EmailTaken(String email) {
 *     super("email is taken");
 *     this.email = email;
 *   }
 *
 *   public String email() {
 *     return email;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RemoteError {

  /** The code that the call ends with, for peers and policies that do not know the exception. */
  Code code();

  /**
   * What went wrong, as a constant in upper snake case and at most 63 characters long; the class
   * name in that case if empty, such as {@code EMAIL_TAKEN}.
   */
  String reason() default "";
}
