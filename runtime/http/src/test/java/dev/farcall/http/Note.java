package dev.farcall.http;

import dev.farcall.annotation.Message;

/** What the test's service sends to and fro. */
@Message(name = "test.Note")
public record Note(String id, String text, int stars) {}
