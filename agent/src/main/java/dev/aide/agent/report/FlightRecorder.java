package dev.aide.agent.report;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Tells JDK Flight Recorder of violations while it records: JDK 8u262, 11 and later, by reflection since the API of Java 8 has
 * none. It is never started from here. Safe for use by any thread.
 */
final class FlightRecorder {
    private static final String EVENT = "dev.aide.Violation";
    private static final String[][] FIELDS = {
        {"rule", "Rule"},
        {"level", "Level"},
        {"method", "Method"},
        {"position", "Position"},
        {"found", "Found"},
        {"declared", "Declared"},
        {"description", "Description"},
        {"caller", "Caller"},
    };
    private static final String COUNT = "count";

    /** Tells whether a recording was ever started; null where this JVM has no Flight Recorder, or it does not work. */
    private volatile MethodHandle isInitialized;
    /** Null until a recording was started. */
    private Events events;

    private FlightRecorder(MethodHandle isInitialized) {
        this.isInitialized = isInitialized;
    }

    static FlightRecorder ofThisJvm() {
        try {
            Class<?> recorder = Class.forName("jdk.jfr.FlightRecorder");
            return new FlightRecorder(MethodHandles.publicLookup()
                    .findStatic(recorder, "isInitialized", MethodType.methodType(boolean.class)));
        } catch (ReflectiveOperationException | LinkageError e) {
            return new FlightRecorder(null);
        }
    }

    /** Emits an event with the stack of this thread, if there is a recording that wants it; never fails. */
    void violated(Finding finding, StackTraceElement caller) {
        MethodHandle asks = isInitialized;
        try {
            if (asks != null && (boolean) asks.invokeExact()) {
                events().emit(finding, caller);
            }
        } catch (Throwable e) {
            // what does not work once is left alone: reports have the violation too
            isInitialized = null;
        }
    }

    private synchronized Events events() throws ReflectiveOperationException {
        if (events == null) {
            events = new Events();
        }
        return events;
    }

    /** The event's type, registered once. */
    private static final class Events {
        private final MethodHandle newEvent;
        private final MethodHandle shouldCommit;
        private final MethodHandle set;
        private final MethodHandle commit;

        Events() throws ReflectiveOperationException {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> event = Class.forName("jdk.jfr.Event");
            Class<?> factory = Class.forName("jdk.jfr.EventFactory");
            Object created = factory.getMethod("create", List.class, List.class).invoke(null, ofType(), ofFields());
            newEvent = lookup.findVirtual(factory, "newEvent", MethodType.methodType(event))
                    .bindTo(created)
                    .asType(MethodType.methodType(Object.class));
            shouldCommit = lookup.findVirtual(event, "shouldCommit", MethodType.methodType(boolean.class))
                    .asType(MethodType.methodType(boolean.class, Object.class));
            set = lookup.findVirtual(event, "set", MethodType.methodType(void.class, int.class, Object.class))
                    .asType(MethodType.methodType(void.class, Object.class, int.class, Object.class));
            commit = lookup.findVirtual(event, "commit", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
        }

        void emit(Finding finding, StackTraceElement caller) throws Throwable {
            Object event = (Object) newEvent.invokeExact();
            if (!(boolean) shouldCommit.invokeExact(event)) {
                return;
            }
            Kind kind = finding.kind();
            Object[] values = {
                kind.rule().id(),
                finding.level().name().toLowerCase(Locale.ROOT),
                kind.method(),
                kind.position(),
                kind.found(),
                kind.declared(),
                kind.words(),
                Text.caller(caller),
                finding.count(),
            };
            for (int i = 0; i < values.length; i++) {
                set.invokeExact(event, i, values[i]);
            }
            commit.invokeExact(event);
        }

        private static List<Object> ofType() throws ReflectiveOperationException {
            return Arrays.asList(
                    annotation("Name", EVENT),
                    annotation("Label", "Contract Violation"),
                    annotation("Category", new String[] {"aide"}),
                    annotation(
                            "Description",
                            "A call that broke a rule of aide: the first 32 of a kind, and then each time that their count has doubled"),
                    annotation("StackTrace", true));
        }

        private static List<Object> ofFields() throws ReflectiveOperationException {
            Constructor<?> descriptor =
                    Class.forName("jdk.jfr.ValueDescriptor").getConstructor(Class.class, String.class, List.class);
            List<Object> fields = new ArrayList<>();
            for (String[] field : FIELDS) {
                fields.add(descriptor.newInstance(
                        String.class, field[0], Collections.singletonList(annotation("Label", field[1]))));
            }
            fields.add(descriptor.newInstance(
                    long.class, COUNT, Collections.singletonList(annotation("Label", "Count So Far"))));
            return fields;
        }

        private static Object annotation(String name, Object value) throws ReflectiveOperationException {
            Class<? extends Annotation> type = Class.forName("jdk.jfr." + name).asSubclass(Annotation.class);
            return Class.forName("jdk.jfr.AnnotationElement")
                    .getConstructor(Class.class, Object.class)
                    .newInstance(type, value);
        }
    }
}
