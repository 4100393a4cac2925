/** A service declared as an interface, for tests of all that is generated for it. */
@Schema("library.v1")
package dev.farcall.grpc.library;

import dev.farcall.annotation.Schema;
