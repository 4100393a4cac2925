package acme;

import dev.farcall.annotation.Remote;

@Remote(of = Users.class)
public interface AsyncUsers {}
