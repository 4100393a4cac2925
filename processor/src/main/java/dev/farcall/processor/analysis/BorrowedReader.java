package dev.farcall.processor.analysis;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.type.DeclaredType;

/**
 * Reads messages and enums of other modules, for documents that tell of them too. They were judged
 * when their own module was compiled: what is wrong with them is not told again. Class files have
 * no documentation comments.
 */
final class BorrowedReader {

  private final Declarations declarations;
  private final EnumReader enums;
  private final MessageReader messages;
  private final Map<String, SchemaDraft> drafts = new TreeMap<>();

  BorrowedReader(Compilation compilation) {
    Problems untold = new Problems();
    this.declarations = new Declarations(compilation, untold, new Homes(compilation, untold));
    TypeReader types = new TypeReader(untold, new ValueReader(compilation, untold, declarations));
    this.messages = new MessageReader(compilation, untold, types, declarations);
    this.enums = new EnumReader(compilation, untold);
  }

  /** Schemas of nothing but messages and enums, to be looked up. */
  List<SchemaModel> read(List<Declarations.Borrowed> first) {
    Deque<Declarations.Borrowed> unread = new ArrayDeque<>(first);
    Set<String> read = new HashSet<>();
    Declarations.Borrowed next;
    while ((next = unread.poll()) != null) {
      if (read.add(next.owner().fullName())) {
        read(next);
        Declarations.Declared generic;
        while ((generic = declarations.nextUnread()) != null) {
          messages.read(generic);
        }
        unread.addAll(declarations.takeBorrowed());
      }
    }
    return drafts.values().stream().map(SchemaDraft::types).toList();
  }

  private void read(Declarations.Borrowed borrowed) {
    String fullName = borrowed.owner().fullName();
    String simple = fullName.substring(fullName.lastIndexOf('.') + 1);
    Scope scope = new Scope(home(borrowed.owner()), null);
    if (borrowed.type() instanceof ValueType.Enumeration enumeration) {
      EnumModel model =
          enums.read(borrowed.element(), enumeration, simple, Optional.empty(), scope);
      scope.home().draft().add(model);
    } else if (borrowed.type() instanceof ValueType.Message message) {
      DeclaredType type = (DeclaredType) borrowed.element().asType();
      messages.read(
          new Declarations.Declared(
              message, type, borrowed.element(), simple, Optional.empty(), scope));
    }
  }

  /** The proto package of the file in which a type is declared. */
  private Home home(Owners.Owner owner) {
    String path = owner.file().path();
    String protoPackage = path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.');
    SchemaDraft draft = drafts.computeIfAbsent(protoPackage, SchemaDraft::new);
    draft.declaredIn(owner.codec().packageName());
    return new Home(draft, owner.codec().packageName());
  }
}
