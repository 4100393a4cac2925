/**
 * What a user writes on an interface and on its types. The compiler reads it and writes the rest.
 *
 * <h2>Start here</h2>
 *
 * <p>{@link Remote} on an interface is enough. Records, enums, sealed interfaces, collections,
 * {@code Optional}, {@code java.time} and the usual scalars can be its parameters and results as
 * they are.
 *
 * <pre>{@code
 * @Remote
 * @Timeout("2s")
 * public interface UserService {
 *
 *   @Safe
 *   Optional<User> getUser(UserId id);
 *
 *   User createUser(NewUser user) throws EmailTaken;
 * }
 *
 * @Scalar
 * public record UserId(String value) {}
 *
 * public record User(UserId id, String name, Instant createdAt) {}
 * }</pre>
 *
 * <h2>What each is for</h2>
 *
 * <ul>
 *   <li><b>Services.</b> {@link Remote}, also of twins in other shapes, {@link Rpc}; {@link Header}
 *       for what travels beside the request; {@link NonBlocking} for where the implementation runs.
 *   <li><b>Paths.</b> {@link Http} with {@link Get}, {@link Post}, {@link Put}, {@link Patch} and
 *       {@link Delete} for HTTP with JSON; {@link Query} and {@link Body} for where a parameter
 *       stands, {@link Status} for what is answered.
 *   <li><b>Promises.</b> {@link Safe} and {@link Idempotent}: what may be called again.
 *   <li><b>Errors.</b> {@link RemoteError} makes an exception part of the contract; {@link Code} is
 *       how any call ends.
 *   <li><b>Time.</b> {@link Timeout} limits a call; {@link Deadline} ties it to the one it is made
 *       in.
 *   <li><b>Names in the schema.</b> {@link Schema} for a package, {@link Message} for a type,
 *       {@link Rpc} for a method.
 *   <li><b>Change.</b> {@link Tag} pins a number and {@link Was} keeps a former name; {@link
 *       UnknownValue} is where values of newer peers land, {@link Unspecified} what an absent one
 *       is.
 *   <li><b>Form.</b> {@link Scalar} and {@link Encoding} choose how a value is written, {@link
 *       WireAdapter} gives a form to a class that has none.
 * </ul>
 *
 * <h2>Rules for all</h2>
 *
 * <p>Each annotation is kept in the class file, for modules that are compiled later, and none is
 * read while a program runs. A misuse is a compile error on the annotation's own value. An
 * annotation on a type holds for each of its methods separately; one on the method itself takes its
 * place.
 */
@NullMarked
package dev.farcall.annotation;

import org.jspecify.annotations.NullMarked;
