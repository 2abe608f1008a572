package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.docs.ClassDocs;
import dev.aide.agent.docs.Documentation;
import dev.aide.agent.docs.MethodDoc;
import java.net.URL;

/** The documentation of one class, looked up when it is first asked for. For use by one thread. */
final class DocsOfClass {
    private final Documentation documentation;
    private final ClassFile file;
    private final Surroundings surroundings;
    /** The jar or folder that the class came from, or null. */
    private final URL location;

    private ClassDocs found;

    DocsOfClass(Documentation documentation, ClassFile file, Surroundings surroundings) {
        this(documentation, file, surroundings, surroundings.location());
    }

    private DocsOfClass(Documentation documentation, ClassFile file, Surroundings surroundings, URL location) {
        this.documentation = documentation;
        this.file = file;
        this.surroundings = surroundings;
        this.location = location;
    }

    MethodDoc of(MethodInfo method) {
        return found().of(method.name(), method.descriptor());
    }

    /** Tells whether a source of documentation has the class. */
    boolean areKnown() {
        return found().isKnown();
    }

    /** Returns the documentation of another class that this one can see. */
    DocsOfClass ofSupertype(ClassFile supertype) {
        return new DocsOfClass(documentation, supertype, surroundings, surroundings.locationOf(supertype.name()));
    }

    private ClassDocs found() {
        if (found == null) {
            found = documentation.of(file, surroundings.loader(), location);
        }
        return found;
    }
}
