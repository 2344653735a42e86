package dev.coppice.runner.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The host's libcrypt (libxcrypt), which hashes passwords as the host itself does; see crypt(3) and
 * crypt_gensalt(3). The C library's own old libcrypt has no salts and is not used.
 */
final class Libcrypt {

    private static final String LIBRARY = "libcrypt.so.1";

    /** {@code sizeof(struct crypt_data)}; the same on all platforms of libxcrypt. */
    private static final int DATA_SIZE = 32768;

    /** {@code CRYPT_GENSALT_OUTPUT_SIZE}. */
    private static final int SALT_SIZE = 192;

    private final MethodHandle cryptRn;
    private final MethodHandle gensaltRn;

    private Libcrypt(MethodHandle cryptRn, MethodHandle gensaltRn) {
        this.cryptRn = cryptRn;
        this.gensaltRn = gensaltRn;
    }

    /** The library; empty where the host has none, or an old one. */
    @SuppressWarnings(
            "restricted") // foreign code is the point; it is called with sizes that it knows
    static Optional<Libcrypt> open() {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            Optional<MemorySegment> crypt = symbols.find("crypt_rn");
            Optional<MemorySegment> gensalt = symbols.find("crypt_gensalt_rn");
            if (crypt.isEmpty() || gensalt.isEmpty()) {
                return Optional.empty();
            }
            Linker linker = Linker.nativeLinker();
            return Optional.of(
                    new Libcrypt(
                            linker.downcallHandle(
                                    crypt.get(),
                                    FunctionDescriptor.of(
                                            ValueLayout.ADDRESS,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_INT)),
                            linker.downcallHandle(
                                    gensalt.get(),
                                    FunctionDescriptor.of(
                                            ValueLayout.ADDRESS,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_LONG,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_INT,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_INT))));
        } catch (IllegalArgumentException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /**
     * A setting with a new salt, for {@link #hash}.
     *
     * @param prefix the method, {@code $y$}
     * @param cost 0 for the method's default
     * @param random bytes from a good source, 16 or more
     * @return empty when the library does not know the method
     */
    Optional<String> setting(String prefix, long cost, byte[] random) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(SALT_SIZE);
            var result =
                    (MemorySegment)
                            gensaltRn.invokeExact(
                                    arena.allocateFrom(prefix),
                                    cost,
                                    arena.allocateFrom(ValueLayout.JAVA_BYTE, random),
                                    random.length,
                                    out,
                                    SALT_SIZE);
            return result.equals(MemorySegment.NULL)
                    ? Optional.empty()
                    : Optional.of(out.getString(0));
        } catch (Throwable bug) {
            throw new IllegalStateException("crypt_gensalt_rn failed", bug);
        }
    }

    /**
     * Hashes a password.
     *
     * @param password in UTF-8, without a NUL; what is copied from it is wiped
     * @param setting method, cost and salt, or a whole hash
     * @return empty when the setting is not one
     */
    Optional<String> hash(byte[] password, String setting) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment phrase = arena.allocate(password.length + 1L);
            MemorySegment data = arena.allocate(DATA_SIZE, 8);
            try {
                MemorySegment.copy(password, 0, phrase, ValueLayout.JAVA_BYTE, 0, password.length);
                var result =
                        (MemorySegment)
                                cryptRn.invokeExact(
                                        phrase, arena.allocateFrom(setting), data, DATA_SIZE);
                return result.equals(MemorySegment.NULL)
                        ? Optional.empty()
                        : Optional.of(data.asSlice(result.address() - data.address()).getString(0));
            } finally {
                phrase.fill((byte) 0);
                data.fill((byte) 0);
            }
        } catch (Throwable bug) {
            throw new IllegalStateException("crypt_rn failed", bug);
        }
    }
}
