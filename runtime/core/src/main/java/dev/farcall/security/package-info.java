/** What keeps a wire private: {@link dev.farcall.security.Tls}. */
@NullMarked
package dev.farcall.security;

import org.jspecify.annotations.NullMarked;
