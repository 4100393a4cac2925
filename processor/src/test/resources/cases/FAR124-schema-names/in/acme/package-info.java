// error: [FAR124] @Schema "acme orders" on acme is no protobuf name (expected: identifiers with dots between, as in acme.orders.v1).
@Schema("acme orders")
package acme;

import dev.farcall.annotation.Schema;
