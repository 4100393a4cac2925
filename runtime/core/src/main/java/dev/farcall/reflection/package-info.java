/**
 * {@code grpc.reflection.v1.ServerReflection}, and the same under its first name {@code v1alpha}:
 * lets tools as {@code grpcurl} and {@code buf curl} read the schema from a running server. Start
 * with {@link dev.farcall.reflection.Reflection}.
 */
@NullMarked
package dev.farcall.reflection;

import org.jspecify.annotations.NullMarked;
