package dev.parley.contracts.id;

/** What all identities have in common. */
final class Ids {
    private Ids() {}

    /** @throws IllegalArgumentException naming the kind of identity when the text is missing or blank */
    @SuppressWarnings("ConstantValue") // JSON can bring a null where the type says there is none.
    static void text(String value, String kind) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Expected " + kind + " to have a value, but it is missing or blank");
        }
    }
}
