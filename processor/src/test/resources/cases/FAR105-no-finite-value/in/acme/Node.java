package acme;

import dev.farcall.annotation.Message;
import java.util.List;
import java.util.Optional;

@Message
record Node(
    String name,
    // error: [FAR105] Node.next is required and refers back to Node: no finite value exists. Make it Optional<Node> or List<Node>.
    Node next) {}

@Message
record Tree(String name, List<Tree> children, Optional<Tree> parent) {}

@Message
record Husband(
    // error: [FAR105] Husband.wife is required and refers back to Husband through Wife: no finite value exists. Make it Optional<Wife> or List<Wife>.
    Wife wife) {}

record Wife(Husband husband) {}

@Message
sealed interface Expression permits Literal, Sum {}

record Literal(int value) implements Expression {}

record Sum(Expression left, Expression right) implements Expression {}
