package dev.parley.conference.application;

class InMemoryConferencesTest implements ConferencesContract {
    private final InMemoryConferences.Store store = new InMemoryConferences.Store();

    @Override
    public InMemoryConferences process() {
        return new InMemoryConferences(store, SCRIBE::write);
    }

    @Override
    public Outbox outbox() {
        return process();
    }

    @Override
    public Timers timers() {
        return process();
    }
}
