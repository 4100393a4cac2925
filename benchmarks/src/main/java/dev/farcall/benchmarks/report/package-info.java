/**
 * What a run found, as Markdown, JSON and SVG: tables with ratios to their first row, and plots.
 */
@NullMarked
package dev.farcall.benchmarks.report;

import org.jspecify.annotations.NullMarked;
