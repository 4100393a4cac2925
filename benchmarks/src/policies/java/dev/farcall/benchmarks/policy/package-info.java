/** Circuit breakers and chains of policies, beside those of other libraries. */
@NullMarked
package dev.farcall.benchmarks.policy;

import org.jspecify.annotations.NullMarked;
