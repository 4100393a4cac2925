/** Orders. */
package acme.orders.v1;
