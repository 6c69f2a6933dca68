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

        @Schema(description = "The address that its calls come from.", examples = "192.0.2.10")
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
                description = "Dialled numbers that begin with one of these leave by it; the longest wins.",
                examples = "[\"+\", \"00\"]")
        @Size(max = 100)
        List<@NotNull @Pattern(regexp = "[+]?[0-9]{1,15}|[+]", message = "must be + or digits or both") String>
                prefixes,

        @Schema(
                description = "False where an answer cannot be told from ringing (FXO, GSM; R20).",
                defaultValue = "true")
        Boolean answerSupervision) {
    public Trunk {
        port = Otherwise.of(port, 5060);
        transport = Otherwise.of(transport, Transport.UDP);
        sourcePort = Otherwise.of(sourcePort, 0);
        prefixes = Otherwise.empty(prefixes);
        answerSupervision = Otherwise.of(answerSupervision, true);
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
