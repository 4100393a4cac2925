package acme;

final class OrderCodec {}
