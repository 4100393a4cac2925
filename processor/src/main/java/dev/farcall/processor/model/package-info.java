/**
 * What the processor knows of a compilation, as values: the one vocabulary between reading,
 * checking and emitting. No {@code javax.lang.model} here; types are JavaPoet names.
 */
@NullMarked
package dev.farcall.processor.model;

import org.jspecify.annotations.NullMarked;
