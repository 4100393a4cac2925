/** People. */
@Schema("acme.users.v1")
package acme;

import dev.farcall.annotation.Schema;
