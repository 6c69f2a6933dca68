package dev.parley.directory.quota;

import dev.parley.contracts.directory.TenantLimits;
import dev.parley.directory.rule.Form;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much a tenant may have at once; what is not said is not limited. */
@Schema(name = "Quotas", description = "How much the tenant may have at once. What is not said is not limited.")
public record Quotas(
        @Schema(description = "Conferences at once.", examples = "50") @Min(0) @Max(1_000_000) @Nullable
        Integer conferences,

        @Schema(description = "Participants at once, over all conferences.", examples = "500")
        @Min(0)
        @Max(1_000_000)
        @Nullable
        Integer participants,

        @Schema(description = "Calls to the outside at once.", examples = "30") @Min(0) @Max(1_000_000) @Nullable
        Integer outsideCalls,

        @Schema(description = "The class of service of phones that have none of their own.", examples = "national")
        @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
        @Nullable
        String classOfService) {
    public TenantLimits toLimits() {
        return new TenantLimits(
                limit(conferences), limit(participants), limit(outsideCalls), Optional.ofNullable(classOfService));
    }

    private static OptionalInt limit(@Nullable Integer most) {
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }
}
