package dev.coppice.app.cli;

/** Something that is followed until it is closed; closing throws nothing. */
@FunctionalInterface
interface Following extends AutoCloseable {

    @Override
    void close();

    /** The same as a resource that closes without checked exceptions. */
    static Following of(AutoCloseable resource) {
        return () -> {
            try {
                resource.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new IllegalStateException("could not stop following", e);
            }
        };
    }
}
