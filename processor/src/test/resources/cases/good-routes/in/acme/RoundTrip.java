package acme;

/** Runs what only the package of the service can see. */
public final class RoundTrip extends acme.shop.RoutesRoundTrip {}
