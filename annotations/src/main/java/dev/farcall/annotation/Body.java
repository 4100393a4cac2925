package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter the whole body of an HTTP request, in JSON. Parameters that neither the path
 * nor a header has go to the query then.
 *
 * <pre>{@code
 * @Post("/{id}/tags")
 * User addTags(UserId id, @Body List<String> tags);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Body {}
