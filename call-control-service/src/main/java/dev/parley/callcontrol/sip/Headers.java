package dev.parley.callcontrol.sip;

import gov.nist.javax.sip.header.SIPHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sip.header.AllowHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.OptionTag;
import org.jspecify.annotations.Nullable;

/** The header fields of a message in their order; names compare without case (RFC 3261 §7.3.1). */
public record Headers(List<Header> fields) {
    public static final Headers NONE = new Headers(List.of());

    public record Header(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    public Optional<String> first(String name) {
        return values(name).findFirst();
    }

    public Stream<String> values(String name) {
        return fields.stream().filter(named(name)).map(Header::value);
    }

    /** The tokens of a list header, such as {@code Supported: timer, 100rel}, over all its fields that obey the grammar. */
    public List<String> tokens(String name) {
        return values(name)
                .flatMap(value -> Grammar.headers(name, value))
                .map(Headers::token)
                .filter(token -> token != null && !token.isBlank())
                .toList();
    }

    private static @Nullable String token(SIPHeader header) {
        return switch (header) {
            case OptionTag option -> option.getOptionTag();
            case AllowHeader allow -> allow.getMethod();
            default -> header.getHeaderValue();
        };
    }

    /** {@code type/subtype} of Content-Type, in lower case. */
    Optional<String> contentType() {
        return first("Content-Type")
                .flatMap(value -> Grammar.header("Content-Type", value, ContentTypeHeader.class))
                .map(type -> (type.getContentType() + "/" + type.getContentSubType()).toLowerCase(Locale.ROOT));
    }

    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(fields);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    public Headers with(String name, Optional<String> value) {
        return value.map(present -> with(name, present)).orElse(this);
    }

    public Headers withAll(Headers others) {
        return new Headers(
                Stream.concat(fields.stream(), others.fields.stream()).toList());
    }

    public Headers without(String name) {
        return new Headers(fields.stream().filter(named(name).negate()).toList());
    }

    public Headers only(String name) {
        return new Headers(fields.stream().filter(named(name)).toList());
    }

    private static Predicate<Header> named(String name) {
        return field -> field.name().equalsIgnoreCase(name);
    }
}
