package dev.parley.directory.tenant;

import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer of the provider. */
@Schema(name = "Tenant", description = "A customer of the provider, and the SIP domain that names it.")
public record Tenant(
        @Schema(description = "Its short name, part of every path and key. Cannot change.", examples = "demo")
        @NotNull
        @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
        String tenant,

        @Schema(
                description = "Its SIP domain; unique. Cannot change: passwords are hashed with it.",
                examples = "demo.parley.test")
        @NotNull
        @Size(max = 253)
        @Pattern(
                regexp = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
                message = "must be a host name in small letters")
        String domain,

        @Schema(description = "For people; its short name, where nothing is said.", examples = "Demo")
        @Size(min = 1, max = 100)
        @Pattern(regexp = Form.TEXT, message = Form.TEXT_SAYS)
        String name,

        @Schema(description = "What its prompts are spoken in (BCP 47).", defaultValue = "en", examples = "en")
        @Pattern(regexp = "[a-z]{2,3}(?:-[A-Z]{2})?", message = "must be a language such as en or pt-BR")
        String language,

        @Schema(
                description = "What phones without a number of their own present outside: one of the tenant's numbers."
                        + " None: what the trunk presents.",
                examples = "+4930900900")
        @Pattern(regexp = Form.NUMBER, message = Form.NUMBER_SAYS)
        @Nullable
        String presentedNumber) {
    public Tenant {
        name = Otherwise.of(name, tenant);
        language = Otherwise.of(language, "en");
    }
}
