package acme;

import dev.farcall.annotation.Message;

@Message
record Photo(
    // note: [FAR121] Photo.bytes is an array: two records with equal bytes are not equal. Use ByteBuffer or a List if that matters.
    byte[] bytes) {}
