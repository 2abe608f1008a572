package dev.aide.agent.docs.source;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads source files with the JDK's own parser. Safe for use by any thread. */
final class CompilerParser {
    private final JavaCompiler compiler;
    private final TreeApi api;
    private final StandardJavaFileManager files;

    private CompilerParser(JavaCompiler compiler) {
        this.compiler = compiler;
        this.api = new TreeApi(compiler.getClass().getClassLoader());
        this.files = compiler.getStandardFileManager(new Errors(), Locale.ROOT, StandardCharsets.UTF_8);
    }

    /** Returns null where the runtime has no compiler, or not among its modules in use. */
    static CompilerParser ofThisRuntime() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return compiler == null ? null : new CompilerParser(compiler);
    }

    /** Returns null if the parser finds anything wrong with the file, or fails itself. */
    synchronized SourceFile parse(String text) {
        try {
            Errors errors = new Errors();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    errors,
                    Collections.singletonList("-proc:none"),
                    null,
                    Collections.singletonList(new SourceInMemory(text)));
            Object unit = api.list("util.JavacTask.parse", task).iterator().next();
            return errors.found ? null : new TreeWalk(api, task, unit).file();
        } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private static final class Errors implements DiagnosticListener<JavaFileObject> {
        private boolean found;

        @Override
        public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
            found |= diagnostic.getKind() == Diagnostic.Kind.ERROR;
        }
    }
}
