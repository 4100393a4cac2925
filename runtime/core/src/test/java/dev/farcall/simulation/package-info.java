/**
 * What policies do for thousands of clients whose servers fail in one way or another, on a clock
 * moved by hand: minutes in a second, and the same each time. The tables lie beside; {@code
 * -Dsimulation.update=true} writes them anew, with plots of them.
 */
package dev.farcall.simulation;
