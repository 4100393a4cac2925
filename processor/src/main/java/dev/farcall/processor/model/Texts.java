package dev.farcall.processor.model;

import dev.farcall.policy.Finding;
import dev.farcall.processor.model.Problem.Severity;
import java.util.List;
import java.util.Locale;

/**
 * Every text of the processor, with its id. An id is never given to something else; {@code
 * processor/ERRORS.md} lists them for users. In a text, <em>place</em> is where a type stands, as
 * in {@code component Order.created}; <em>label</em> is that without its kind.
 */
public final class Texts {

  /** How compatible changes are recorded. */
  private static final String RECORD =
      "Record them: mvn compile -Dfarcall.schema.mode=update (elsewhere: javac"
          + " -Afarcall.schema.mode=update).";

  /** How breaking ones are. */
  private static final String ACCEPT = ", or accept the break: mode=update-breaking.";

  private Texts() {}

  // 1xx: types

  public static Problem cannotBeSent(Site site, String type, String place, String cure) {
    return error("FAR101", site, "Type %s of %s cannot be sent. %s", type, place, cure);
  }

  public static Problem inaccessible(Site site, String type, String place) {
    return error(
        "FAR102",
        site,
        "Type %s of %s is private: generated code cannot reach it. Make it package-private or"
            + " public.",
        type,
        place);
  }

  public static Problem openType(Site site, String type, String place) {
    return error(
        "FAR103",
        site,
        "Type %s of %s is not fully known (expected: no type variable, wildcard or raw type). Name"
            + " the type, as in List<String>.",
        type,
        place);
  }

  public static Problem sameField(
      Site site, String first, String second, String owner, String protoName) {
    return error(
        "FAR104",
        site,
        "Components '%s' and '%s' of %s both map to proto field '%s'. Rename one.",
        first,
        second,
        owner,
        protoName);
  }

  public static Problem sameJsonName(
      Site site, String first, String second, String owner, String name) {
    return error(
        "FAR134",
        site,
        "'%s' and '%s' of %s are both '%s' in JSON. Give one another name, by @Json or @Query.",
        first,
        second,
        owner,
        name);
  }

  public static Problem badJsonName(Site site, String name, String label) {
    return error(
        "FAR134",
        site,
        "@Json(\"%s\") on %s: that is no name (expected: 1 to 100 characters, none of them a"
            + " control character, a quote, a backslash or '[').",
        name,
        label);
  }

  public static Problem sameName(Site site, String first, String second, String fullName) {
    return error(
        "FAR104",
        site,
        "%s and %s both map to the proto name '%s'. Rename one, or give one another name by"
            + " @Message(name = …).",
        first,
        second,
        fullName);
  }

  public static Problem sameClass(Site site, String first, String second, String generated) {
    return error(
        "FAR104",
        site,
        "%s and %s would both generate the class %s. Rename one.",
        first,
        second,
        generated);
  }

  public static Problem existingClass(Site site, String generated) {
    return error(
        "FAR104", site, "%s is to be generated, and exists already. Rename yours.", generated);
  }

  public static Problem infinite(Site site, String label, String via, String type, String owner) {
    return error(
        "FAR105",
        site,
        "%s is required and refers back to %s%s: no finite value exists. Make it Optional<%s> or"
            + " List<%s>.",
        label,
        owner,
        via,
        type,
        type);
  }

  public static Problem endlessType(Site site, String type, String place) {
    return error(
        "FAR106",
        site,
        "Type %s of %s contains itself with ever longer type arguments: it would need endlessly"
            + " many messages. Use the same type arguments inside, or a record for the inner type.",
        type,
        place);
  }

  public static Problem tooManySlots(Site site, String owner, int slots) {
    return error(
        "FAR107",
        site,
        "%s needs %d constructor slots (expected: at most 254, a long or double counts 2). Group"
            + " components into records of their own.",
        owner,
        slots);
  }

  public static Problem notAnIdentifier(Site site, String name, String label) {
    return error(
        "FAR108",
        site,
        "'%s', the schema's name of %s, is no protobuf name (expected: letters A to Z, digits and"
            + " '_', a letter or '_' first). Rename it.",
        name,
        label);
  }

  public static Problem badMember(Site site, String member, String owner) {
    return error(
        "FAR109",
        site,
        "%s is permitted by the sealed interface %s and is neither a record nor a sealed interface."
            + " Make it a record.",
        member,
        owner);
  }

  public static Problem noForm(Site site, String type, String label, String cure) {
    return error("FAR110", site, "%s in %s has no protobuf form. %s", type, label, cure);
  }

  public static Problem notData(Site site, String type, String place) {
    return error(
        "FAR111",
        site,
        "Type %s of %s cannot be sent (expected: a record, an enum, a sealed interface of records,"
            + " or a type of the JDK that has a wire form). Make it a record, or give it a"
            + " @WireAdapter.",
        type,
        place);
  }

  public static Problem typeUseNullable(
      Site site, String annotation, String label, String instead) {
    return error(
        "FAR112",
        site,
        "@%s on %s is a type-use annotation, invisible to this compiler in class files (JDK < 22)."
            + " Use %s.",
        annotation,
        label,
        instead);
  }

  public static Problem cannotBeAbsent(Site site, String annotation, String label, String reason) {
    return error(
        "FAR113", site, "@%s on %s has no wire form: %s. Remove it.", annotation, label, reason);
  }

  public static Problem liteMessage(Site site, String type, String place) {
    return error(
        "FAR114",
        site,
        "Type %s of %s is a lite message of protoc, which carries no descriptor. Generate it"
            + " without optimize_for = LITE_RUNTIME.",
        type,
        place);
  }

  public static Problem unreadableProtoc(Site site, String type, String place) {
    return error(
        "FAR114",
        site,
        "The descriptor of the protoc type %s of %s cannot be read. Put its classes on the class"
            + " path, compiled, together with the class of its .proto file.",
        type,
        place);
  }

  public static Problem badScalar(Site site, String type, String found) {
    return error(
        "FAR115",
        site,
        "@Scalar on %s: %s (expected: a record with exactly one component, which is a number, a"
            + " boolean, a String, bytes or another value that travels as one scalar). Remove"
            + " @Scalar, or change the record.",
        type,
        found);
  }

  public static Problem badEncoding(Site site, String form, String label, String type) {
    return error(
        "FAR116",
        site,
        "@Encoding(%s) on %s does not fit %s (expected: SIGNED, FIXED or UNSIGNED on an int or a"
            + " long, BYTES on a UUID). Remove it.",
        form,
        label,
        type);
  }

  public static Problem badSpecialValue(Site site, String annotation, String label, String reason) {
    return error("FAR117", site, "@%s on %s: %s.", annotation, label, reason);
  }

  public static Problem badAdapter(Site site, String adapter, String found, String cure) {
    return error("FAR118", site, "@WireAdapter %s: %s. %s", adapter, found, cure);
  }

  public static Problem badKey(Site site, String type, String label) {
    return error(
        "FAR119",
        site,
        "%s as the key of a map in %s has no protobuf form (expected: String, an integer, boolean,"
            + " an enum, UUID, or a @Scalar record of one of these). Use one of these, or a list of"
            + " records.",
        type,
        label);
  }

  public static Problem unsortedKey(Site site, String type, String label) {
    return error(
        "FAR119",
        site,
        "%s as the key of a SortedMap in %s is not Comparable: what is read could not be sorted."
            + " Use Map, or make it Comparable.",
        type,
        label);
  }

  public static Problem enumMayGrow(Site site, String type, String method) {
    return warning(
        "FAR120",
        site,
        "%s is returned by %s but has no @UnknownValue constant: clients built today will fail when"
            + " a constant is added.",
        type,
        method);
  }

  public static Problem oneofMayGrow(Site site, String type, String method) {
    return warning(
        "FAR120",
        site,
        "%s is returned by %s but has no @UnknownValue member: clients built today will fail when a"
            + " member is added.",
        type,
        method);
  }

  public static Problem arrayIdentity(Site site, String label) {
    return note(
        "FAR121",
        site,
        "%s is an array: two records with equal bytes are not equal. Use ByteBuffer or a List if"
            + " that matters.",
        label);
  }

  public static Problem noConstants(Site site, String type) {
    return error(
        "FAR122", site, "%s has no constants: there is nothing to send. Give it one.", type);
  }

  public static Problem badFormerName(Site site, String former, String label, String found) {
    return error(
        "FAR123",
        site,
        "@Was(\"%s\") on %s: %s (expected: a name that nothing has now). Remove it, or correct the"
            + " name.",
        former,
        label,
        found);
  }

  public static Problem badProtoName(Site site, String annotation, String value, String owner) {
    return error(
        "FAR124",
        site,
        "@%s \"%s\" on %s is no protobuf name (expected: identifiers with dots between, as in %s).",
        annotation,
        value,
        owner,
        annotation.equals("Schema") ? "acme.orders.v1" : "acme.orders.v1.Order");
  }

  public static Problem cyclicPackages(Site site, String cycle) {
    return error(
        "FAR130",
        site,
        "Proto packages import each other: %s. Set the same @Schema value on their package-info, or"
            + " move the types that both use.",
        cycle);
  }

  public static Problem copied(Site site, String type, String protoPackage) {
    return warning(
        "FAR131",
        site,
        "%s has no codec in its own module: a copy of its message is made in %s. Annotate it"
            + " @Message and compile its module with farcall-processor.",
        type,
        protoPackage);
  }

  public static Problem secondOwner(Site site, String protoPackage, String other) {
    return error(
        "FAR132",
        site,
        "Proto package %s is generated here and already by another module on the class path (%s):"
            + " one package has one file. Give one of them another @Schema value.",
        protoPackage,
        other);
  }

  public static Problem tooLate(Site site, String protoPackage) {
    return error(
        "FAR133",
        site,
        "A source that another processor generated belongs to proto package %s, whose schema had"
            + " been written before. Move it to a package or a module of its own.",
        protoPackage);
  }

  public static Problem crashed(Site site, String element, String what) {
    return error(
        "FAR199",
        site,
        "The processor failed on %s (%s). This is a defect of Farcall: please report it together"
            + " with the source of %s.",
        element,
        what,
        element);
  }

  // 2xx: services

  public static Problem sameRpc(Site site, String service, String method, String proposed) {
    return error(
        "FAR201",
        site,
        "%s declares two methods named '%s'. RPC names must be unique: add @Rpc(name = \"%s\") to"
            + " one.",
        service,
        method,
        proposed);
  }

  public static Problem sameRpcName(
      Site site, String service, String first, String second, String rpc) {
    return error(
        "FAR201",
        site,
        "%s: the methods '%s' and '%s' both have the RPC name '%s'. Give one another @Rpc(name ="
            + " …).",
        service,
        first,
        second,
        rpc);
  }

  public static Problem generic(Site site, String what) {
    return error(
        "FAR202",
        site,
        "%s is generic: its schema cannot be known. Remove the type parameters; an interface may"
            + " extend a generic one with its arguments bound, as in interface Users extends"
            + " Crud<User>.",
        what);
  }

  public static Problem notPublic(Site site, String service, String found) {
    return error(
        "FAR203",
        site,
        "%s %s: the library could not load its client. Make it, and what it is nested in, public.",
        service,
        found);
  }

  public static Problem notExported(Site site, String service, String pack, String module) {
    return error(
        "FAR203",
        site,
        "%s: package %s is not exported by module %s: the library could not load its client. Add"
            + " 'exports %s;' to module-info.java.",
        service,
        pack,
        module,
        pack);
  }

  public static Problem noParameterNames(Site site, String method) {
    return error(
        "FAR205",
        site,
        "Parameter names of %s are not in its class file. Compile it with -parameters.",
        method);
  }

  public static Problem streamBeside(Site site, String method, String type) {
    return error(
        "FAR204",
        site,
        "%s: %s must be the only parameter of a client-streaming method (CallContext and @Header"
            + " parameters are allowed).",
        method,
        type);
  }

  public static Problem badStream(Site site, String method, String type, String cure) {
    return error("FAR206", site, "%s: %s is no stream that can be sent. %s", method, type, cure);
  }

  public static Problem badShape(Site site, String method, String type, String cure) {
    return error("FAR207", site, "%s: %s cannot be sent. %s", method, type, cure);
  }

  public static Problem notAnInterface(Site site, String type, String kind) {
    return error(
        "FAR208",
        site,
        "@Remote on the %s %s (expected: an interface). Put it on the interface that callers use.",
        kind,
        type);
  }

  public static Problem badHeader(Site site, String label, String found, String expected) {
    return error("FAR209", site, "@Header on %s: %s (expected: %s).", label, found, expected);
  }

  public static Problem badRpc(Site site, String label, String found) {
    return error("FAR210", site, "@Rpc on %s: %s.", label, found);
  }

  public static Problem noEffect(Site site, String annotation, String label, String reason) {
    return error("FAR211", site, "@%s on %s has no effect: %s.", annotation, label, reason);
  }

  public static Problem unnamedPackage(Site site, String type) {
    return error(
        "FAR212",
        site,
        "%s is in the unnamed package, which has no proto package. Move it to a named one.",
        type);
  }

  public static Problem badParameterName(Site site, String name, String method) {
    return error(
        "FAR213",
        site,
        "Parameter '%s' of %s cannot be a component of the request, which is a record: Object has a"
            + " method of that name. Rename it.",
        name,
        method);
  }

  public static Problem badTwin(Site site, String twin, String original, String found) {
    return error(
        "FAR214",
        site,
        "@Remote(of = %s.class) on %s: %s (expected: a @Remote interface of the same package, which"
            + " is no twin itself).",
        original,
        twin,
        found);
  }

  public static Problem noTwinMethod(
      Site site, String method, String rpc, String original, String known) {
    return error(
        "FAR215",
        site,
        "%s: %s has no RPC '%s' (expected: one of %s). Rename the method, or give the RPC's name by"
            + " @Rpc(name = …).",
        method,
        original,
        rpc,
        known);
  }

  public static Problem differentTwinMethod(
      Site site, String method, String original, String what, String expected, String found) {
    return error(
        "FAR216",
        site,
        "%s is not %s in another shape: %s (expected: %s; found: %s).",
        method,
        original,
        what,
        expected,
        found);
  }

  // 3xx: numbers

  public static Problem sameNumber(Site site, String first, String second, int number) {
    return error("FAR303", site, "%s and %s both use number %d.", first, second, number);
  }

  /** A note before the module keeps a lock, a warning then, an error if it is to be checked. */
  public static Problem unlocked(Site site, String protoPackage, Severity severity) {
    return new Problem(
        "FAR300",
        severity,
        String.format(
            Locale.ROOT,
            "Schema %s is not locked: field numbers follow declaration order and change when you"
                + " reorder. %s",
            protoPackage,
            RECORD.replace("Record them: mvn", "Lock it: mvn clean")),
        site);
  }

  public static Problem otherNumber(Site site, String label, int tag, String place, int recorded) {
    return error(
        "FAR301",
        site,
        "%s has @Tag(%d) but %s records %d. Changing a number breaks every deployed peer. Remove @Tag"
            + " or restore %d.",
        label,
        tag,
        place,
        recorded,
        recorded);
  }

  public static Problem reservedNumber(Site site, String label, int number, String place) {
    return error(
        "FAR302",
        site,
        "%s uses number %d, which %s reserves since what had it was removed. Use another number.",
        label,
        number,
        place);
  }

  public static Problem numberOfAnother(
      Site site, String label, int number, String name, String place) {
    return error(
        "FAR302",
        site,
        "%s uses number %d, which is that of '%s' in %s. If it was renamed, write @Was; if not, use"
            + " another number.",
        label,
        number,
        name,
        place);
  }

  public static Problem wasAnother(
      Site site, String label, String name, String former, String place) {
    return error(
        "FAR302",
        site,
        "%s was not what its @Was says: %s records both '%s' and '%s'. Remove @Was, or give it a name"
            + " that is new.",
        label,
        place,
        name,
        former);
  }

  public static Problem reservedName(Site site, String label, String name, String place) {
    return error(
        "FAR302",
        site,
        "%s is called '%s', which %s reserves since what was called so was removed or renamed: peers"
            + " would take one for the other in JSON. Give it another name.",
        label,
        name,
        place);
  }

  public static Problem noNumberLeft(Site site, String label) {
    return error("FAR304", site, "%s would need a number beyond 536870911. Give it a @Tag.", label);
  }

  public static Problem unresolvedMerge(Site site, String found) {
    return error(
        "FAR305",
        site,
        "%s. This is an unresolved merge: keep what was released, remove the other and run the"
            + " update.",
        found);
  }

  public static Problem badMode(Site site, String mode) {
    return error(
        "FAR307",
        site,
        "farcall.schema.mode is '%s' (expected: check, update, update-breaking or off).",
        mode);
  }

  public static Problem nowhereToWrite(Site site, String protoPackage, String found) {
    return error(
        "FAR307",
        site,
        "The lock of %s cannot be written: %s. Name a directory for it: -Afarcall.schema=<dir>.",
        protoPackage,
        found);
  }

  public static Problem recorded(Site site, String file, String changes) {
    return new Problem(
        "FAR308",
        Severity.NOTE,
        String.format(Locale.ROOT, "Recorded %s. Commit it.%s", file, changes),
        site);
  }

  public static Problem deleteLock(Site site, String file, String protoPackage) {
    return new Problem(
        "FAR308",
        Severity.NOTE,
        String.format(
            Locale.ROOT,
            "Delete %s: nothing declares proto package %s any more. Until then it is an error where"
                + " locks are checked.",
            file,
            protoPackage),
        site);
  }

  public static Problem unreadableLock(Site site, String found) {
    return error(
        "FAR309",
        site,
        "%s. Restore the file from version control: it is written by the compiler.",
        found);
  }

  public static Problem unrecorded(Site site, String protoPackage, String file, String changes) {
    return error(
        "FAR310",
        site,
        "Schema %s changed and is not recorded:%s%nThese changes are compatible. %s and commit %s.",
        protoPackage,
        changes,
        RECORD.substring(0, RECORD.length() - 1),
        file);
  }

  public static Problem schemaUnused(Site site, String file, String protoPackage) {
    return error(
        "FAR310",
        site,
        "%s is the lock of proto package %s, which nothing declares any more. That breaks nobody, since"
            + " it has no service: delete the file. If it is that of another module, give each module"
            + " a directory of its own.",
        file,
        protoPackage);
  }

  public static Problem newRequired(Site site, String label, String type, String inPlace) {
    return error(
        "FAR311",
        site,
        "New component %s (%s) is required, but peers built before it never send it and decoding would"
            + " fail. Use %s, or a type with a natural default%s",
        label,
        type,
        inPlace,
        ACCEPT);
  }

  public static Problem nowRequired(Site site, String label, String was, String now) {
    return error(
        "FAR311",
        site,
        "%s becomes required (%s -> %s), but peers built before leave it out and decoding would fail."
            + " Keep it as it was, or add a component%s",
        label,
        was,
        now,
        ACCEPT);
  }

  public static Problem requiredRemoved(Site site, String label) {
    return error(
        "FAR312",
        site,
        "Component %s was removed, but peers in the field require it. Keep it @Deprecated%s",
        label,
        ACCEPT);
  }

  public static Problem noLongerRequired(Site site, String label, String was, String now) {
    return error(
        "FAR312",
        site,
        "%s is no longer required (%s -> %s), but peers in the field cannot decode a message without"
            + " it. Keep it as it was, or add a component%s",
        label,
        was,
        now,
        ACCEPT);
  }

  public static Problem maybeRenamed(
      Site site, String label, String former, String detail, String was, String otherwise) {
    return error(
        "FAR313",
        site,
        "%s is new and %s (%s) is gone. If this is a rename write @Was(\"%s\"); if not, run"
            + " mode=%s.",
        label,
        former,
        detail,
        was,
        otherwise);
  }

  public static Problem typeForJson(Site site, String label, String was, String now, String how) {
    return error(
        "FAR314",
        site,
        "%s changes type %s -> %s: binary peers agree, JSON peers do not%s. Add a new component, or"
            + " accept the break: mode=update-breaking.",
        label,
        was,
        now,
        how);
  }

  public static Problem typeForAll(Site site, String label, String was, String now, String hint) {
    return error(
        "FAR314",
        site,
        "%s changes type %s -> %s: peers in the field would misread it, and no mode allows that. Add a"
            + " new component%s.",
        label,
        was,
        now,
        hint);
  }

  public static Problem jsonName(Site site, String label, String was, String now) {
    return error(
        "FAR315",
        site,
        "%s is '%s' in JSON and was '%s': peers in the field look for that. Keep it by @Json(\"%s\")"
            + "%s",
        label,
        now,
        was,
        was,
        ACCEPT);
  }

  public static Problem constantRenamed(Site site, String label, String was) {
    return error(
        "FAR316",
        site,
        "%s was called %s: JSON peers in the field do not know the new name. Keep the old one%s",
        label,
        was,
        ACCEPT);
  }

  public static Problem aliasRemoved(Site site, String label, String alias) {
    return error(
        "FAR316",
        site,
        "%s was also called %s, which JSON peers in the field may still send. Keep its @Was%s",
        label,
        alias,
        ACCEPT);
  }

  public static Problem otherValues(Site site, String label, String was, String now) {
    return error(
        "FAR317",
        site,
        "%s holds %s and held %s: the wire is the same, but one side refuses values that the other"
            + " sends. Add a new component%s",
        label,
        now,
        was,
        ACCEPT);
  }

  public static Problem otherZero(Site site, String label, String was, String now) {
    return error(
        "FAR317",
        site,
        "%s: 0 would be %s and was %s, for which peers in the field still take it. Leave"
            + " @Unspecified where it was%s",
        label,
        now,
        was,
        ACCEPT);
  }

  public static Problem rpcRemoved(Site site, String label, String rpc) {
    return error(
        "FAR320",
        site,
        "RPC %s was removed or renamed: callers in the field would get UNIMPLEMENTED. Keep the method"
            + " @Deprecated, or @Rpc(name = \"%s\") on its successor%s",
        label,
        rpc,
        ACCEPT);
  }

  public static Problem serviceRemoved(Site site, String service) {
    return error(
        "FAR320",
        site,
        "Service %s was removed, renamed or moved: callers in the field would get UNIMPLEMENTED. Keep"
            + " the interface @Deprecated%s",
        service,
        ACCEPT);
  }

  public static Problem schemaRemoved(
      Site site, String file, List<String> services, String protoPackage) {
    return error(
        "FAR320",
        site,
        "%s records %s, and nothing declares proto package %s any more: callers in the field would get"
            + " UNIMPLEMENTED. Keep the interface @Deprecated, or accept the break: delete the file. If"
            + " it is the lock of another module, give each module a directory of its own.",
        file,
        String.join(", ", services),
        protoPackage);
  }

  public static Problem serviceLeftOut(Site site, String service, String javaName) {
    return error(
        "FAR323",
        site,
        "The lock has service %s, and %s is there but not compiled: the lock cannot be compared with a"
            + " part of its module. Compile all annotated sources of the module together.",
        service,
        javaName);
  }

  public static Problem routeGone(Site site, String label, String was, String now) {
    return error(
        "FAR321",
        site,
        "%s moves from %s to %s. Keep the old path with a further annotation%s",
        label,
        was,
        now,
        ACCEPT);
  }

  public static Problem otherFirstRoute(Site site, String label, String was, String now) {
    return error(
        "FAR321",
        site,
        "%s is called by %s and was by %s: servers in the field do not know that path. Write the new"
            + " annotation behind the old one until all of them do%s",
        label,
        now,
        was,
        ACCEPT);
  }

  public static Problem otherIdempotency(Site site, String label, String was, String now) {
    return error(
        "FAR321",
        site,
        "%s becomes %s and was %s, by which peers choose the HTTP verb and whether they repeat a call."
            + " Keep it as it was%s",
        label,
        now,
        was,
        ACCEPT);
  }

  public static Problem otherPayload(
      Site site, String label, String what, String was, String now, String cure) {
    return error(
        "FAR322",
        site,
        "%s: the %s becomes %s instead of %s. Peers in the field would misread each other. %s%s",
        label,
        what,
        now,
        was,
        cure,
        ACCEPT);
  }

  public static Problem typeMoved(Site site, String label, String was, String now) {
    return error(
        "FAR330",
        site,
        "%s was %s and would be %s: its wire name would change. Pin it: @Message(name = \"%s\"). To"
            + " change the name write @Was(\"%s\") and run mode=update-breaking. If it is another type,"
            + " remove the old one and run the update before you add it.",
        label,
        was,
        now,
        was,
        was);
  }

  public static Problem typeRenamed(Site site, String label, String was, String now, String named) {
    return error(
        "FAR330",
        site,
        "%s was %s and becomes %s, and %s name it. Pin it: @Message(name = \"%s\")%s",
        label,
        was,
        now,
        named,
        was,
        ACCEPT);
  }

  public static Problem packageMoved(Site site, String file, String was, String now) {
    return error(
        "FAR330",
        site,
        "%s is the lock of proto package %s, and the package would be %s: all wire names would"
            + " change. Pin it: @Schema(\"%s\") in package-info.java. To change them run"
            + " mode=update-breaking, and delete the file.",
        file,
        was,
        now,
        was);
  }

  public static Problem badNumber(Site site, String label, int number, String allowed) {
    return error("FAR304", site, "@Tag(%d) on %s: allowed are %s.", number, label, allowed);
  }

  public static Problem missingNumber(Site site, String label, String other) {
    return error(
        "FAR306",
        site,
        "%s has no @Tag, but %s has one: within one type either all or none carry it. Add @Tag.",
        label,
        other);
  }

  // 4xx: HTTP

  public static Problem badPath(Site site, String annotation, String label, String found) {
    return error("FAR401", site, "@%s on %s: %s.", annotation, label, found);
  }

  public static Problem noSuchVariable(
      Site site, String label, String variable, String what, String known) {
    return error(
        "FAR402",
        site,
        "%s: the path has {%s}, and no %s is called so (expected: %s). Rename one of them.",
        label,
        variable,
        what,
        known);
  }

  public static Problem noPathForm(Site site, String label, String type) {
    return error(
        "FAR403",
        site,
        "%s: %s cannot stand in a path (expected: text, a number, a boolean, an enum, a time or"
            + " another value that is one text and always there). Leave it out of the path.",
        label,
        type);
  }

  public static Problem twoPlaces(Site site, String annotation, String label, String elsewhere) {
    return error(
        "FAR404",
        site,
        "@%s on %s, which %s: a parameter stands in one place. Remove one.",
        annotation,
        label,
        elsewhere);
  }

  public static Problem bodyless(Site site, String label, String verb) {
    return error(
        "FAR405", site, "@Body on %s: %s has no body. Remove it, or use @Post.", label, verb);
  }

  public static Problem secondBody(Site site, String label) {
    return error(
        "FAR406",
        site,
        "@Body on %s is the second of the method: a request has one body. Remove @Body from both,"
            + " and they are members of one object.",
        label);
  }

  public static Problem queryBesideMembers(Site site, String label, String members) {
    return error(
        "FAR407",
        site,
        "@Query on %s, whose body is made of parameters (%s): then google.api.http has nothing left"
            + " for a query. Put them into one record, or mark one of them @Body.",
        label,
        members);
  }

  public static Problem noQueryForm(Site site, String label, String type, String cure) {
    return error(
        "FAR408",
        site,
        "%s: %s cannot stand in a query (expected: a value that is one text, an Optional, List or"
            + " Set of such, or a record of these). %s",
        label,
        type,
        cure);
  }

  public static Problem badQueryName(Site site, String label, String name) {
    return error(
        "FAR409",
        site,
        "@Query(\"%s\") on %s: that is no name (expected: letters, digits and any of _.-~$[]).",
        name,
        label);
  }

  public static Problem ambiguous(Site site, String label, String route, String other) {
    return error(
        "FAR410",
        site,
        "%s: %s cannot be told apart from a path of %s. Give one another path.",
        label,
        route,
        other);
  }

  public static Problem badStatus(Site site, String label, int status, String expected) {
    return error("FAR411", site, "@Status(%d) on %s (expected: %s).", status, label, expected);
  }

  public static Problem noLocation(Site site, String label, String found) {
    return error(
        "FAR412",
        site,
        "@Status on %s: %s (expected: components of the record that it answers, each of which is"
            + " one text). Correct location.",
        label,
        found);
  }

  public static Problem unsafe(Site site, String label, String verb) {
    return error(
        "FAR413",
        site,
        "@Safe on %s, which changes something by its verb %s. Remove @Safe, or use @Get or @Post.",
        label,
        verb);
  }

  public static Problem streamInRest(Site site, String annotation, String label) {
    return error(
        "FAR414",
        site,
        "@%s on %s: a stream of requests has no form in REST. Remove the path: it is called over"
            + " gRPC and Connect.",
        annotation,
        label);
  }

  // 5xx: errors

  public static Problem undeclaredError(Site site, String exception, String method) {
    return error(
        "FAR501",
        site,
        "%s is declared by %s but has no @RemoteError: callers could not receive it. Annotate it"
            + " with @RemoteError(code = …), or make it unchecked and undeclared.",
        exception,
        method);
  }

  public static Problem badErrorClass(Site site, String exception, String found) {
    return error(
        "FAR502",
        site,
        "@RemoteError %s is %s (expected: a concrete class that is not generic, so that it can be"
            + " made anew on the caller's side). Declare its concrete subclasses.",
        exception,
        found);
  }

  public static Problem badErrorFields(Site site, String exception, String found, String cure) {
    return error("FAR503", site, "@RemoteError %s %s. %s", exception, found, cure);
  }

  public static Problem badErrorName(Site site, String exception, String found, String expected) {
    return error(
        "FAR504", site, "@RemoteError on %s: %s (expected: %s).", exception, found, expected);
  }

  public static Problem sameReason(
      Site site, String method, String first, String second, String reason) {
    return error(
        "FAR505",
        site,
        "%s declares %s and %s with the same reason '%s'. Give one another reason.",
        method,
        first,
        second,
        reason);
  }

  // 6xx: policies

  public static Problem badSetting(
      Site site, String annotation, String label, String found, String expected) {
    return error(
        "FAR601", site, "@%s on %s: %s (expected: %s).", annotation, label, found, expected);
  }

  /** What the lint of the library found: it starts with what is annotated, so it must be told. */
  public static Problem contradiction(Finding finding, Site site, String annotation, String label) {
    return problem(
        finding.id(),
        finding.isError() ? Severity.ERROR : Severity.WARNING,
        site,
        "@%s on %s: %s",
        annotation,
        label,
        finding.text());
  }

  public static Problem differentBreakers(
      Site site, String name, String one, String other, String policyOfOne, String policyOfOther) {
    return error(
        "FAR620",
        site,
        "%s and %s share the circuit breaker '%s', and each says something else of it: %s; and %s."
            + " Say the same, or give one another name.",
        one,
        other,
        name,
        policyOfOne,
        policyOfOther);
  }

  public static Problem badFallback(
      Site site, String holder, String method, String expected, String found) {
    return error(
        "FAR612",
        site,
        "@Fallback(%s.class) on %s: no method of %s fits (expected: %s; found: %s).",
        holder,
        method,
        holder,
        expected,
        found);
  }

  public static Problem badFallbackClass(Site site, String holder, String method, String reason) {
    return error(
        "FAR613",
        site,
        "@Fallback(%s.class) on %s: no object of %s can be made, since it %s. Make the method"
            + " static, or give the class a constructor without parameters.",
        holder,
        method,
        holder,
        reason);
  }

  public static Problem noFallback(Site site, String method) {
    return error(
        "FAR614",
        site,
        "@Fallback on %s: nothing says what to answer. Name a class that has a method of that name"
            + " and those parameters, or make it a default method (@Rpc keeps that remote), whose"
            + " body answers then.",
        method);
  }

  public static Problem badHashKey(Site site, String parameter, String found) {
    return error(
        "FAR615",
        site,
        "@HashKey on %s: %s (expected: one parameter of the request, a String, a whole number, a"
            + " boolean, an enum or a UUID, or an Optional of one).",
        parameter,
        found);
  }

  private static Problem error(String id, Site site, String text, Object... arguments) {
    return problem(id, Severity.ERROR, site, text, arguments);
  }

  private static Problem warning(String id, Site site, String text, Object... arguments) {
    return problem(id, Severity.WARNING, site, text, arguments);
  }

  private static Problem note(String id, Site site, String text, Object... arguments) {
    return problem(id, Severity.NOTE, site, text, arguments);
  }

  private static Problem problem(
      String id, Severity severity, Site site, String text, Object... arguments) {
    return new Problem(id, severity, String.format(Locale.ROOT, text, arguments), site);
  }
}
