package dev.parley.media.recording;

/** Where samples are put, each in its place. */
interface Tape extends AutoCloseable {

    /** @param position of the first, in samples from the beginning */
    void put(long position, Samples samples);

    /** Called about once a second while nothing comes: silence up to here. */
    void tick(long now);

    @Override
    void close();
}
