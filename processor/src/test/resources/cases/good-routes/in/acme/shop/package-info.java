@dev.farcall.annotation.Schema("acme.shop.v1")
package acme.shop;
