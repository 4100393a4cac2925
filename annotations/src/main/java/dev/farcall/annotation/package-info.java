/** What a user writes on an interface and its types. */
@NullMarked
package dev.farcall.annotation;

import org.jspecify.annotations.NullMarked;
