/**
 * How long a contract takes to compile: Java through our processor, beside the same schema through
 * protoc and javac.
 *
 * <p>{@link dev.farcall.benchmarks.compile.ContractSources} writes the Java; the schema is what the
 * processor makes of it, so that both sides have the same. {@link
 * dev.farcall.benchmarks.compile.CompileComparison} builds both in turn.
 */
@NullMarked
package dev.farcall.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
