package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.type.Need;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Names that stand for classes and not for interfaces, as far as that can be told without loading anything: what the JVM
 * proves of a class it does not of an interface. A name that is not known only costs a site that links to nothing.
 */
final class KnownNames implements Need.KnownClasses {
    private static final Set<String> JDK = new HashSet<>(Arrays.asList(
            ("java.lang.Object java.lang.String java.lang.Class java.lang.Integer java.lang.Long java.lang.Double"
                            + " java.lang.Float java.lang.Short java.lang.Byte java.lang.Character java.lang.Boolean"
                            + " java.lang.Number java.lang.Void java.lang.StringBuilder java.lang.StringBuffer"
                            + " java.lang.Throwable java.lang.Exception java.lang.RuntimeException java.lang.Error"
                            + " java.lang.Thread java.lang.ClassLoader java.lang.Enum java.lang.Record"
                            + " java.lang.reflect.Method java.lang.reflect.Field java.lang.reflect.Constructor"
                            + " java.math.BigDecimal java.math.BigInteger java.io.File java.io.InputStream"
                            + " java.io.OutputStream java.io.Reader java.io.Writer java.io.PrintStream"
                            + " java.io.PrintWriter java.io.IOException java.io.BufferedReader java.net.URL java.net.URI"
                            + " java.nio.charset.Charset java.util.Date java.util.Calendar java.util.Locale"
                            + " java.util.UUID java.util.Properties java.util.ArrayList java.util.LinkedList"
                            + " java.util.HashMap java.util.LinkedHashMap java.util.TreeMap java.util.HashSet"
                            + " java.util.LinkedHashSet java.util.TreeSet java.util.ArrayDeque java.util.Vector"
                            + " java.util.Stack java.util.Hashtable java.util.BitSet java.util.Random"
                            + " java.util.Optional java.util.EnumMap java.util.EnumSet java.util.TimeZone"
                            + " java.util.ResourceBundle java.util.Scanner java.util.StringTokenizer"
                            + " java.util.concurrent.ConcurrentHashMap java.util.concurrent.CompletableFuture"
                            + " java.util.concurrent.atomic.AtomicReference java.util.concurrent.atomic.AtomicInteger"
                            + " java.util.concurrent.atomic.AtomicLong java.util.concurrent.atomic.AtomicBoolean"
                            + " java.util.regex.Pattern java.util.regex.Matcher java.text.DateFormat"
                            + " java.text.SimpleDateFormat java.time.Instant java.time.Duration java.time.LocalDate"
                            + " java.time.LocalTime java.time.LocalDateTime java.time.ZonedDateTime java.time.ZoneId")
                    .split(" ")));

    private final ClassFile file;
    private Set<String> called;

    KnownNames(ClassFile file) {
        this.file = file;
    }

    @Override
    public boolean isClass(String name) {
        if (JDK.contains(name)) {
            return true;
        }
        if (called == null) {
            called = new HashSet<>();
            called.add(file.superName().replace('/', '.'));
            for (String owner : file.calledClasses()) {
                called.add(owner.replace('/', '.'));
            }
        }
        return called.contains(name);
    }
}
