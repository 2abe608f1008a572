package dev.aide.agent.attach;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The JDK's way into other JVMs, {@code com.sun.tools.attach}: by reflection, since Java 8 has it in tools.jar, and a JRE has
 * none. Safe for use by any thread.
 */
public final class AttachApi {
    private static final String VIRTUAL_MACHINE = "com.sun.tools.attach.VirtualMachine";

    private final Class<?> virtualMachine;

    private AttachApi(Class<?> virtualMachine) {
        this.virtualMachine = virtualMachine;
    }

    /**
     * Finds it in this JVM, or in the JDK that this JVM is part of.
     *
     * @throws AttachFailure if this is a JRE, which has none
     */
    public static AttachApi find() throws AttachFailure {
        return in(System.getProperty("java.home"), AttachApi.class.getClassLoader());
    }

    static AttachApi in(String javaHome, ClassLoader own) throws AttachFailure {
        try {
            return new AttachApi(Class.forName(VIRTUAL_MACHINE, true, loader(javaHome, own)));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new AttachFailure(
                    "the Java in " + javaHome
                            + " cannot attach to others: it is a JRE, without jdk.attach or tools.jar;"
                            + " run this with the java of a JDK",
                    e);
        }
    }

    private static ClassLoader loader(String javaHome, ClassLoader own) {
        for (String folder : new String[] {"lib", "../lib"}) {
            File tools = new File(new File(javaHome, folder), "tools.jar");
            if (tools.isFile()) {
                try {
                    return new URLClassLoader(new URL[] {tools.toURI().toURL()}, own);
                } catch (MalformedURLException e) {
                    throw new AssertionError("the path of a file is a URL", e);
                }
            }
        }
        return own;
    }

    /**
     * Returns the JVMs of this user.
     *
     * @throws AttachFailure if they cannot be listed
     */
    public List<TargetJvm> list() throws AttachFailure {
        try {
            Class<?> descriptor = Class.forName(
                    "com.sun.tools.attach.VirtualMachineDescriptor", true, virtualMachine.getClassLoader());
            List<TargetJvm> found = new ArrayList<>();
            for (Object each : (List<?>) virtualMachine.getMethod("list").invoke(null)) {
                String name = (String) descriptor.getMethod("displayName").invoke(each);
                int space = name.indexOf(' ');
                found.add(new TargetJvm(
                        (String) descriptor.getMethod("id").invoke(each), space < 0 ? name : name.substring(0, space)));
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new AttachFailure("the JVMs of this machine cannot be listed: " + reason(e), e);
        }
    }

    /**
     * Brings this agent into a JVM or, where it is there already, switches its modes.
     *
     * @param process the process id
     * @param arguments as {@code -javaagent} takes them
     * @throws AttachFailure if there is no such JVM, or it does not let itself be attached to
     */
    public Answer attach(String process, String arguments) throws AttachFailure {
        Object machine;
        try {
            machine = virtualMachine.getMethod("attach", String.class).invoke(null, process);
        } catch (ReflectiveOperationException e) {
            throw new AttachFailure(
                    "process " + process + " cannot be attached to: " + reason(e)
                            + "; it has to be a JVM that runs, of the same user",
                    e);
        }
        try {
            Properties before = properties(machine);
            String problem = load(machine, arguments);
            Answer answer = Answer.between(before, properties(machine));
            if (answer == null) {
                throw new AttachFailure("process " + process + " did not take the agent: " + problem);
            }
            return answer;
        } catch (ReflectiveOperationException e) {
            throw new AttachFailure("process " + process + " did not take the agent: " + reason(e), e);
        } finally {
            detach(machine);
        }
    }

    /**
     * Loads the agent and returns what the JDK says went wrong. That alone is no failure: an older JDK does not understand how
     * a newer JVM says that all went well.
     */
    private String load(Object machine, String arguments) throws ReflectiveOperationException, AttachFailure {
        try {
            virtualMachine
                    .getMethod("loadAgent", String.class, String.class)
                    .invoke(machine, ownJar().getPath(), arguments);
            return "it did not answer; its standard error may say more";
        } catch (InvocationTargetException e) {
            return reason(e);
        }
    }

    private Properties properties(Object machine) throws ReflectiveOperationException {
        return (Properties) virtualMachine.getMethod("getSystemProperties").invoke(machine);
    }

    private void detach(Object machine) {
        try {
            virtualMachine.getMethod("detach").invoke(machine);
        } catch (ReflectiveOperationException e) {
            // the JVM has ended, or closed the connection first: there is nothing to close
            return;
        }
    }

    private static File ownJar() throws AttachFailure {
        URL location = AttachApi.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            File jar = new File(location.toURI());
            if (jar.isFile()) {
                return jar;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // said below
        }
        throw new AttachFailure("aide has to run from its jar to be brought into another JVM, not from " + location);
    }

    private static String reason(ReflectiveOperationException failure) {
        Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
