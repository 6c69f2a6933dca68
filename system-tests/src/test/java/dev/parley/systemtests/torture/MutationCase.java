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
        /** Each 180, 183 and 200 to an INVITE of ours. */
        RESPONSE
    }

    // What makes no call is cheap and comes often; a call that somebody answers costs a second of the machine.
    private static final Kind[] KINDS = {
        Kind.INVITE,
        Kind.REGISTER,
        Kind.REINVITE,
        Kind.INVITE,
        Kind.REGISTER,
        Kind.BYE,
        Kind.REINVITE,
        Kind.REGISTER,
        Kind.INVITE,
        Kind.REINVITE
    };
    private static final int ANSWERED_CALLS = 50;
    /** How many responses are changed in one call. */
    static final int RESPONSES = 5;

    static MutationCase of(int number, long seed) {
        Kind kind = number % ANSWERED_CALLS == ANSWERED_CALLS - 1 ? Kind.RESPONSE : KINDS[number % KINDS.length];
        int round = number / (kind == Kind.RESPONSE ? ANSWERED_CALLS : KINDS.length);
        // Only telephones register.
        boolean byPhone = kind == Kind.REGISTER || round % 2 == 0;
        return new MutationCase(number, seed + number, kind, byPhone, round / 2 % 2 == 1);
    }

    /** How many messages are changed. */
    int messages() {
        return kind == Kind.RESPONSE ? RESPONSES : 1;
    }

    /** How many cases come to so many messages. */
    static int casesOf(int messages) {
        return Math.ceilDiv(messages * ANSWERED_CALLS, ANSWERED_CALLS - 1 + RESPONSES);
    }

    @Override
    public String toString() {
        return "mutation " + number + " (seed " + seed + "): " + kind + " by a " + (byPhone ? "phone" : "trunk")
                + " over " + (overStream ? "TCP" : "UDP");
    }
}
