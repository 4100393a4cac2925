@Schema("acme.everything.v1")
package acme;

import dev.farcall.annotation.Schema;
