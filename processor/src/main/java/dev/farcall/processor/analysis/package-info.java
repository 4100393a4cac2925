/**
 * Reading: from what javac shows to the {@linkplain dev.farcall.processor.model model}.
 *
 * <p>{@link dev.farcall.processor.analysis.SchemaReader} is where to start. A {@code ServiceReader}
 * reads an interface, a {@code TypeReader} what stands in a component, a parameter or a result, and
 * {@code Declarations} knows the messages and enums that were met on the way and reads each of them
 * once. What cannot be modelled is a problem told here; what can be judged on the finished model is
 * left to the checks.
 *
 * <p>What is read is the same whether a type comes from source or from its class file; only
 * documentation is lost with the source.
 */
@NullMarked
package dev.farcall.processor.analysis;

import org.jspecify.annotations.NullMarked;
