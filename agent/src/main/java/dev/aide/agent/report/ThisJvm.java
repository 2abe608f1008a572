package dev.aide.agent.report;

/** What a report says of the JVM that it is made in. */
public final class ThisJvm {
    private ThisJvm() {}

    /** Returns the process id. */
    public static String process() {
        try {
            // since Java 9; what Java 8 has instead starts JMX
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            Object current = handle.getMethod("current").invoke(null);
            return String.valueOf(handle.getMethod("pid").invoke(current));
        } catch (ReflectiveOperationException e) {
            return processOnJava8();
        }
    }

    /** Returns the main class or the jar's name: the command without arguments, which may hold secrets. */
    static String program() {
        String command = System.getProperty("sun.java.command", "").trim();
        int space = command.indexOf(' ');
        String first = space < 0 ? command : command.substring(0, space);
        boolean isJar = first.endsWith(".jar");
        return isJar ? first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1) : first;
    }

    /** Returns the feature version of Java: 8, 11, 17. */
    public static int release() {
        String version = System.getProperty("java.specification.version");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    /** Returns version and name of the JVM. */
    public static String java() {
        return System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ")";
    }

    /** Returns the version in the manifest of aide.jar; 0 outside of it. */
    public static String aideVersion() {
        String version = ThisJvm.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    private static String processOnJava8() {
        try {
            Object runtime = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getRuntimeMXBean")
                    .invoke(null);
            String name = (String) Class.forName("java.lang.management.RuntimeMXBean")
                    .getMethod("getName")
                    .invoke(runtime);
            return name.substring(0, name.indexOf('@'));
        } catch (ReflectiveOperationException | StringIndexOutOfBoundsException e) {
            return "0";
        }
    }
}
