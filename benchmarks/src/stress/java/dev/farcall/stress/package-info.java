/**
 * What two threads may see of policies, in all interleavings that jcstress can bring about. Each
 * test names the outcomes that are allowed; {@code mvn -Pstress} runs them.
 */
package dev.farcall.stress;
