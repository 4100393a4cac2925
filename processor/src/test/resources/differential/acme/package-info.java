@Schema("acme.differential.v1")
package acme;

import dev.farcall.annotation.Schema;
