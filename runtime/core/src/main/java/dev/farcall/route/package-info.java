/**
 * How a call stands in HTTP's verb, path, query and body. A {@link dev.farcall.route.Verb} and a
 * {@link dev.farcall.route.PathTemplate} say where; a {@link dev.farcall.route.RouteTable} finds
 * what a request's path means, for all services of a server at once.
 *
 * <p>Paths follow RFC 3986 and the templates of {@code google/api/http.proto}: every segment is
 * percent-decoded once, after it was split from the others, so that {@code %2F} stays within its
 * variable. Segments that are empty, {@code .} or {@code ..}, written plainly or escaped, lead
 * nowhere.
 *
 * <p>Knows {@code wire}, nothing above.
 */
@NullMarked
package dev.farcall.route;

import org.jspecify.annotations.NullMarked;
