package dev.farcall.samples.shop.users;

import java.time.Instant;

/** A registered user. */
public record User(UserId id, Email email, String name, Instant createdAt) {}
