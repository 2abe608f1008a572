package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.docs.ClassDocs;
import dev.aide.agent.docs.Documentation;
import dev.aide.agent.docs.MethodDoc;

/** The documentation of one class, looked up when it is first asked for. For use by one thread. */
final class DocsOfClass {
    private final Documentation documentation;
    private final ClassFile file;
    private final Surroundings surroundings;
    private ClassDocs found;

    DocsOfClass(Documentation documentation, ClassFile file, Surroundings surroundings) {
        this.documentation = documentation;
        this.file = file;
        this.surroundings = surroundings;
    }

    MethodDoc of(MethodView method) {
        if (found == null) {
            found = documentation.of(file, surroundings.loader(), surroundings.location());
        }
        return found.of(method.method().name(), method.method().descriptor());
    }
}
