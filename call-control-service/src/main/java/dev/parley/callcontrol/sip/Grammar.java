package dev.parley.callcontrol.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.SIPHeaderList;
import gov.nist.javax.sip.parser.ParserFactory;
import gov.nist.javax.sip.parser.URLParser;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.address.URI;

/** The SIP stack's parsers for single values; what breaks the grammar is empty. Nothing here knows of messages or sockets. */
final class Grammar {
    private Grammar() {}

    /** The header fields that a value holds, several where it is a list. */
    static Stream<SIPHeader> headers(String name, String value) {
        try {
            SIPHeader header =
                    ParserFactory.createParser(name + ": " + value + "\n").parse();
            return header instanceof SIPHeaderList<?> list
                    ? List.copyOf(list).stream().map(SIPHeader.class::cast)
                    : Stream.of(header);
        } catch (ParseException | RuntimeException e) {
            return Stream.empty();
        }
    }

    /** The first of them that is of this kind. */
    static <H> Optional<H> header(String name, String value, Class<H> kind) {
        return headers(name, value).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URLParser(text).parse());
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
