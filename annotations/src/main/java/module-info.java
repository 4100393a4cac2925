/** What a user writes on an interface and its types. */
module dev.farcall.annotations {
  requires static org.jspecify;

  exports dev.farcall.annotation;
}
