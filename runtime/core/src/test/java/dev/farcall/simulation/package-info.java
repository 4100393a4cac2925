/**
 * What policies do for thousands of clients whose servers fail in one way or another, on a clock
 * moved by hand: minutes in a second, and the same each time. The tables lie beside; {@code
 * -Dsimulation.update=true} writes them anew, and {@code -Dsimulation.plot=true} draws them.
 */
package dev.farcall.simulation;
