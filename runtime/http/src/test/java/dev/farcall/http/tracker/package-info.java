/** The API of somebody else, who does not know Farcall, as an interface. */
@NullMarked
package dev.farcall.http.tracker;

import org.jspecify.annotations.NullMarked;
