package dev.parley.callcontrol.sip;

import gov.nist.javax.sip.header.AddressParametersHeader;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.address.Address;
import javax.sip.address.SipURI;

/**
 * The value of From, To, Contact or Route: a URI with an optional display name (RFC 3261 §20.10).
 *
 * @param display without quotes and escapes
 * @param tag the parameter of that name, or empty text
 */
public record NameAddress(Optional<String> display, String uri, String tag) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Reads a value.
     *
     * @return an address without URI where the value breaks the grammar
     */
    public static NameAddress parse(String value) {
        return of(value).orElse(new NameAddress(Optional.empty(), "", ""));
    }

    /** Reads a value; empty where it breaks the grammar. */
    static Optional<NameAddress> of(String value) {
        // From has the most general form: an address, and any parameters.
        return Grammar.header("From", value, AddressParametersHeader.class)
                .filter(header ->
                        header.getAddress() != null && header.getAddress().getURI() != null)
                .map(header -> {
                    Address address = header.getAddress();
                    String tag = header.getParameter("tag");
                    return new NameAddress(
                            Optional.ofNullable(address.getDisplayName())
                                    .map(NameAddress::unescaped)
                                    .filter(name -> !name.isEmpty()),
                            address.getURI().toString().strip(),
                            tag == null ? "" : tag);
                });
    }

    /** Whether requests can be sent there: a {@code sip:} or {@code sips:} URI. */
    boolean isReachable() {
        return Grammar.uri(uri).filter(SipURI.class::isInstance).isPresent();
    }

    /** The address alone, without parameters: what a dialog keeps of From and To. */
    public String address() {
        return display.map(name -> '"' + escaped(name) + "\" ").orElse("") + "<" + uri + ">";
    }

    private static String escaped(String name) {
        return CONTROL.matcher(name).replaceAll(" ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The stack's parser leaves quoted pairs as they are, and trims the blank of one at the end. */
    private static String unescaped(String name) {
        return name.replaceAll("\\\\(.?)", "$1").strip();
    }

    /** The number or name before the {@code @}: see {@link Numbers#in}. */
    public static Optional<String> user(String uri) {
        return Numbers.in(uri);
    }

    /** The user of a {@code sip:} URI of this domain, whatever its port and parameters; nothing for any other text. */
    public static Optional<String> userAt(String uri, String domain) {
        return Grammar.uri(uri)
                .filter(SipURI.class::isInstance)
                .map(SipURI.class::cast)
                .filter(sip -> !sip.isSecure() && domain.equalsIgnoreCase(sip.getHost()))
                .flatMap(_ -> Numbers.in(uri));
    }
}
