package acme;

public @interface Nullable {}
