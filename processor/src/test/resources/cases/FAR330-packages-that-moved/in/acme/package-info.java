@dev.farcall.annotation.Schema("acme.v2")
package acme;
