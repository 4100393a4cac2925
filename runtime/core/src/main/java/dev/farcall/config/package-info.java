/**
 * What who runs a program says of it: {@link dev.farcall.config.Configuration} is all of it at one
 * moment, read from system properties, the environment, a file, and what else {@link
 * dev.farcall.spi.ConfigSource} brings; {@link dev.farcall.config.LiveConfiguration} follows it as
 * it changes.
 */
@NullMarked
package dev.farcall.config;

import org.jspecify.annotations.NullMarked;
