package dev.parley.conference.adapter.out.postgres;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.parley.contracts.media.DigitSeal;
import java.io.IOException;
import java.util.Objects;

/** How a PIN that is being entered is kept: sealed, {@code {"sealed": "…"}} (R3). Plain text is what older versions kept. */
abstract class PinEntryJson {
    private static final String SEALED = "sealed";
    private static final String WHOSE = "pin-entry";

    @JsonProperty
    @JsonSerialize(using = Writing.class)
    @JsonDeserialize(using = Opening.class)
    String digits = "";

    static final class Writing extends StdSerializer<String> {
        private static final long serialVersionUID = 1L;

        Writing() {
            super(String.class);
        }

        @Override
        public void serialize(String digits, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (digits.isEmpty()) {
                json.writeString("");
                return;
            }
            DigitSeal seal = (DigitSeal) Objects.requireNonNull(provider.getAttribute(DigitSeal.class));
            json.writeStartObject();
            json.writeStringField(SEALED, seal.seal(WHOSE, digits));
            json.writeEndObject();
        }
    }

    static final class Opening extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Opening() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return json.getText();
            }
            DigitSeal seal = (DigitSeal) Objects.requireNonNull(context.getAttribute(DigitSeal.class));
            JsonNode kept = json.readValueAsTree();
            return seal.open(WHOSE, kept.path(SEALED).asText());
        }
    }
}
