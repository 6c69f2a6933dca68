package dev.parley.directory.extension;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** What happens when an extension is dialled. Written in small letters, as in the API. */
public enum ExtensionType {
    PHONE,
    CONFERENCE,
    IVR;

    @Converter(autoApply = true)
    static class InSmallLetters implements AttributeConverter<ExtensionType, String> {
        @Override
        public String convertToDatabaseColumn(ExtensionType type) {
            return type.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public ExtensionType convertToEntityAttribute(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }
}
