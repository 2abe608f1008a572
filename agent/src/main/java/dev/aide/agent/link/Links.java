package dev.aide.agent.link;

import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.CheckContext;
import dev.aide.agent.type.Inert;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The way from woven code to the checks. Connected once a JVM, when the first class is woven; safe for use by any thread.
 */
public final class Links {
    private static final int INVOKEDYNAMIC_SINCE = 51;
    private static final Handle BOOTSTRAP = new Handle(
            Opcodes.H_INVOKESTATIC,
            Bridge.NAME,
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
                    + "Ljava/lang/String;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
            false);

    private final Linker linker;
    private final IndexedSites indexed;

    private Links(Linker linker, IndexedSites indexed) {
        this.linker = linker;
        this.indexed = indexed;
    }

    /**
     * Connects.
     *
     * @throws ReflectiveOperationException if this JVM does not let the agent in, or another aide is in it already
     * @throws IOException if aide.jar is not whole
     */
    public static Links connect(
            Instrumentation instrumentation,
            Settings settings,
            Coverage coverage,
            Reporter reporter,
            Judge judge,
            KnownSurroundings surroundings)
            throws ReflectiveOperationException, IOException {
        JavaBase javaBase = JavaBaseOpener.open(instrumentation);
        Inert inert = new Inert(settings.containers(), settings.walksLocked(), javaBase);
        CheckContext context = new CheckContext(settings.depth(), inert, coverage.elements(), coverage);
        Linker linker = new Linker(settings, context, reporter, coverage, new Verdict.Source(judge, surroundings));
        IndexedSites indexed = new IndexedSites(linker, coverage);
        BridgeBuilder.build(javaBase, linker, indexed);
        return new Links(linker, indexed);
    }

    /**
     * Links those sites anew, when they are next passed, that do something else under other levels.
     *
     * @return how many there are
     */
    public int relink(Levels before, Levels now) {
        return linker.relink(before, now) + indexed.relink(before, now);
    }

    /** Returns the sites of a class that were linked so far. */
    public Set<?> sites(Class<?> type) {
        return linker.woven(type).sites();
    }

    /** Forgets sites of a class, which was transformed again and has others. */
    public void forget(Class<?> type, Set<?> replaced) {
        linker.woven(type).forget(replaced);
    }

    /** Tells whether class files of a version can name a site by invokedynamic. */
    public static boolean hasInvokeDynamic(int majorVersion) {
        return majorVersion >= INVOKEDYNAMIC_SINCE;
    }

    /** Emits a call of a site by invokedynamic: …, values → … */
    public void emitDynamic(MethodVisitor code, SiteSpec spec, int values) {
        StringBuilder descriptor = new StringBuilder("(");
        for (int i = 0; i < values; i++) {
            descriptor.append("Ljava/lang/Object;");
        }
        code.visitInvokeDynamicInsn(
                spec.position().text(), descriptor.append(")V").toString(), BOOTSTRAP, spec.toConstants());
    }

    /** Emits a call of a site by its number, which a class file of any version can: …, one or two values → … */
    public void emitIndexed(MethodVisitor code, SiteSpec spec, int values, String className, ClassLoader loader) {
        emitIndexed(
                code,
                spec,
                values == 1 ? "(Ljava/lang/Object;I)V" : "(Ljava/lang/Object;Ljava/lang/Object;I)V",
                className,
                loader);
    }

    /** Emits a call of a site by its number: …, array of the values → … */
    public void emitIndexedArray(MethodVisitor code, SiteSpec spec, String className, ClassLoader loader) {
        emitIndexed(code, spec, "([Ljava/lang/Object;I)V", className, loader);
    }

    private void emitIndexed(
            MethodVisitor code, SiteSpec spec, String descriptor, String className, ClassLoader loader) {
        int index = indexed.add(spec, className.replace('/', '.'), loader);
        code.visitLdcInsn(index);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, "check", descriptor, false);
    }
}
