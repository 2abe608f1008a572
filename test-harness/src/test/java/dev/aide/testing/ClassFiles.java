package dev.aide.testing;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Class files of any version, most of which no compiler at hand writes any more.
 *
 * <p>{@link #service} is a program: {@code fixture.Main} calls each method of {@code fixture.Service} and prints a
 * checksum, the same for each version. With any argument it puts an Integer among the {@code List<String>} and a String
 * into the {@code Map<String, Integer>} that it hands round, which the program itself does not notice.
 *
 * <p>Thread-safe.
 */
public final class ClassFiles {
    /** The main class of {@link #service}. */
    public static final String MAIN = "fixture.Main";

    /** Java 1.1's, the oldest that JVMs of today read in full; its minor version is 3. */
    public static final int OLDEST = 45;

    /** JDK 25's. */
    public static final int NEWEST = 69;

    private ClassFiles() {}

    /** Returns the program for a major version from {@link #OLDEST} to {@link #NEWEST}. */
    public static CompiledClasses service(int version) {
        if (version < OLDEST || version > NEWEST) {
            throw new IllegalArgumentException(
                    "Not a class file version from " + OLDEST + " to " + NEWEST + ": " + version);
        }
        return new CompiledClasses(Map.of(
                "fixture.Base",
                BaseClass.write(version),
                "fixture.Service",
                ServiceClass.write(version),
                MAIN,
                MainClass.write(version)));
    }

    /** Returns the versions that can be generated and that a JDK runs. */
    public static IntStream versions(Jdk jdk) {
        // Java 8 is 52, and each feature release adds one
        return IntStream.rangeClosed(OLDEST, Math.min(NEWEST, jdk.feature() + 44));
    }

    /**
     * Returns what the program prints.
     *
     * @param size how much it has of names, and of stock: 1, and 2 when it is polluted
     */
    public static String output(long size) {
        LongStream services = LongStream.of(size + 42, size, size, size, size, size, size, 2);
        long eachLayout = 1 + 2 * size + 4 * size + 5 + 6 * size + 7 + 8;
        LongStream layouts = PrimitiveLayout.all().mapToLong(layout -> eachLayout);
        long checksum = LongStream.concat(services, layouts).reduce(0, (sum, value) -> 31 * sum + value);
        return "checksum " + checksum + "\n";
    }

    static ClassWriter writer(int version, String name, String superName) {
        // class files have frames since version 50
        ClassWriter writer =
                new ClassWriter(version >= Opcodes.V1_6 ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
        int withMinor = version == OLDEST ? Opcodes.V1_1 : version;
        writer.visit(withMinor, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superName, null);
        return writer;
    }
}
