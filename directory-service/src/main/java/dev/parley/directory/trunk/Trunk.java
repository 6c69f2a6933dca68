package dev.parley.directory.trunk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to the outside world. */
@Schema(name = "Trunk", description = "A way to the outside world.")
public record Trunk(
        @Schema(description = "Its name; unique in the installation. Cannot change.", examples = "pstn")
        @NotNull
        @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
        String name,

        @Schema(description = "Where its calls go: a host name or an address.", examples = "sip.carrier.example")
        @NotNull
        @Pattern(
                regexp = "(?:[A-Za-z0-9-]{1,63}\\.)*[A-Za-z0-9-]{1,63}|\\[[0-9A-Fa-f:.]{2,45}\\]",
                message = "must be a host name, an IPv4 address, or an IPv6 address in brackets")
        @Size(max = 253)
        String host,

        @Schema(description = "The port that its calls go to.", defaultValue = "5060") @Min(1) @Max(65535)
        Integer port,

        @Schema(
                description = "How its calls are carried.",
                enumeration = {"udp", "tcp", "tls"},
                defaultValue = "udp")
        Transport transport,

        @Schema(
                description = "The address that its calls come from. A tenant's trunk has calls from there only once"
                        + " the operator has confirmed it.",
                examples = "192.0.2.10")
        @NotNull
        @Pattern(
                regexp = "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}"
                        + "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
                        + "|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}",
                message = "must be an IPv4 or IPv6 address, in small letters")
        String sourceAddress,

        @Schema(
                description = "The port that its calls come from; 0 for any, as connections over TCP have.",
                defaultValue = "0")
        @Min(0)
        @Max(65535)
        Integer sourcePort,

        @Schema(
                description =
                        "Whether calls from the source address are its calls: always so of the operator's trunks;"
                                + " of a tenant's, once the operator has confirmed the address and port, and until they change.",
                readOnly = true)
        Boolean sourceConfirmed,

        @Schema(
                description = "Dialled numbers that begin with one of these leave by it; the longest wins.",
                examples = "[\"+\", \"00\"]")
        @Size(max = 100)
        List<@NotNull @Pattern(regexp = "[+]?[0-9]{1,15}|[+]", message = "must be + or digits or both") String>
                prefixes,

        @Schema(
                description = "False where an answer cannot be told from ringing (FXO, GSM; R20).",
                defaultValue = "true")
        Boolean answerSupervision,

        @Schema(
                description = "How numbers are written on it, in both directions: +49301234567, 49301234567, or as they"
                        + " are dialled in its country, 0301234567.",
                enumeration = {"e164", "e164_without_plus", "national"},
                defaultValue = "e164")
        NumberFormat numberFormat,

        @Schema(description = "The country that it is in, without +; needed by national.", examples = "49")
        @Pattern(regexp = "[1-9][0-9]{0,2}", message = "must be 1 to 3 digits, the first of them no 0")
        @Nullable
        String countryCode,

        @Schema(
                description = "What comes before a number of its own country, in national; may be empty.",
                defaultValue = "0")
        @Pattern(regexp = "[0-9]{0,5}", message = "must be up to 5 digits")
        String nationalPrefix,

        @Schema(description = "What comes before the country code of another one, in national.", defaultValue = "00")
        @Pattern(regexp = "[0-9]{1,5}", message = "must be 1 to 5 digits")
        String internationalPrefix,

        @Schema(
                description =
                        "What is presented on it where neither the extension nor the tenant has a number to present."
                                + " On a tenant's trunk one of its numbers.",
                examples = "+4930900900")
        @Pattern(regexp = Form.NUMBER, message = Form.NUMBER_SAYS)
        @Nullable
        String presentedNumber,

        @Schema(
                description = "Whether its provider lets a call that is sent on present the caller from outside (no"
                        + " screening). Otherwise whoever sends it on is presented.",
                defaultValue = "false")
        Boolean presentOriginalCaller) {
    public Trunk {
        port = Otherwise.of(port, 5060);
        transport = Otherwise.of(transport, Transport.UDP);
        sourcePort = Otherwise.of(sourcePort, 0);
        prefixes = Otherwise.empty(prefixes);
        answerSupervision = Otherwise.of(answerSupervision, true);
        sourceConfirmed = Otherwise.of(sourceConfirmed, false);
        numberFormat = Otherwise.of(numberFormat, NumberFormat.E164);
        nationalPrefix = Otherwise.of(nationalPrefix, "0");
        internationalPrefix = Otherwise.of(internationalPrefix, "00");
        presentOriginalCaller = Otherwise.of(presentOriginalCaller, false);
    }

    Trunk confirmed(boolean confirmed) {
        return new Trunk(
                name,
                host,
                port,
                transport,
                sourceAddress,
                sourcePort,
                confirmed,
                prefixes,
                answerSupervision,
                numberFormat,
                countryCode,
                nationalPrefix,
                internationalPrefix,
                presentedNumber,
                presentOriginalCaller);
    }

    /** Whether its calls come from the same address and port as those of the other. */
    boolean hasSourceOf(Trunk other) {
        return sourceAddress.equals(other.sourceAddress) && sourcePort.equals(other.sourcePort);
    }

    /** How numbers are written. */
    public enum NumberFormat {
        /** {@code +49301234567}. */
        @JsonProperty("e164")
        E164,
        /** {@code 49301234567}. */
        @JsonProperty("e164_without_plus")
        E164_WITHOUT_PLUS,
        /** {@code 0301234567} in its own country. */
        @JsonProperty("national")
        NATIONAL
    }

    /** How calls are carried. */
    public enum Transport {
        @JsonProperty("udp")
        UDP,
        @JsonProperty("tcp")
        TCP,
        @JsonProperty("tls")
        TLS
    }
}
