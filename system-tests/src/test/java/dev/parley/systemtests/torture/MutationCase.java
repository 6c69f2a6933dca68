package dev.parley.systemtests.torture;

/**
 * One of the ten thousand: what is changed, by whom it is sent, over what, all of it told by the number.
 *
 * @param seed of the {@link Mutator}
 */
record MutationCase(int number, long seed, Kind kind, boolean byPhone, boolean overStream) {
    /** What is changed. */
    enum Kind {
        INVITE,
        REINVITE,
        BYE,
        REGISTER,
        /** A 180, 183 or 200 to an INVITE of ours. */
        RESPONSE
    }

    private static final Kind[] KINDS = {
        Kind.INVITE,
        Kind.REINVITE,
        Kind.BYE,
        Kind.REGISTER,
        Kind.RESPONSE,
        Kind.INVITE,
        Kind.REINVITE,
        Kind.BYE,
        Kind.REGISTER,
        Kind.INVITE
    };

    static MutationCase of(int number, long seed) {
        Kind kind = KINDS[number % KINDS.length];
        int round = number / KINDS.length;
        // Only telephones register.
        boolean byPhone = kind == Kind.REGISTER || round % 2 == 0;
        return new MutationCase(number, seed + number, kind, byPhone, round / 2 % 2 == 1);
    }

    @Override
    public String toString() {
        return "mutation " + number + " (seed " + seed + "): " + kind + " by a " + (byPhone ? "phone" : "trunk")
                + " over " + (overStream ? "TCP" : "UDP");
    }
}
