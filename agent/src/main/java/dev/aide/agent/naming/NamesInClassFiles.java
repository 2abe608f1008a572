package dev.aide.agent.naming;

import dev.aide.agent.classfile.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameter names as the callee's class file has them: from MethodParameters (JVMS 4.7.24), else from LocalVariableTable
 * (JVMS 4.7.13); of the class that a call names or of the nearest one above it that declares the method. Remembers the
 * classes that it read last.
 *
 * <p>Safe for use by any thread.
 */
public final class NamesInClassFiles implements ParameterNames {
    /** How far up it looks; nobody's hierarchy is deeper, and class files may lie about theirs. */
    private static final int MOST_CLASSES = 64;

    private final ClassFiles files;
    private final Silence silence;
    private final Map<String, DeclaredNames> read;

    /** Decides which parameters are left out, as if they had no name. */
    public interface Silence {
        /** Decides by a parameter's annotations. */
        boolean covers(List<Annotation> ofParameter);
    }

    /** Leaves no parameter out. */
    public NamesInClassFiles(ClassFiles files, int remembered) {
        this(files, remembered, new Silence() {
            @Override
            public boolean covers(List<Annotation> ofParameter) {
                return false;
            }
        });
    }

    /**
     * @param remembered how many classes to remember, 1 or more
     */
    public NamesInClassFiles(ClassFiles files, final int remembered, Silence silence) {
        this.files = files;
        this.silence = silence;
        this.read = new LinkedHashMap<String, DeclaredNames>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DeclaredNames> eldest) {
                return size() > remembered;
            }
        };
    }

    @Override
    public synchronized List<String> of(String owner, String name, String descriptor) {
        return find(owner, name + descriptor, new int[] {MOST_CLASSES});
    }

    private List<String> find(String owner, String method, int[] left) {
        if (owner == null || left[0]-- == 0) {
            return null;
        }
        DeclaredNames declared = declaredBy(owner);
        if (declared.declares(method) || method.startsWith("<init>")) {
            return declared.of(method);
        }
        List<String> found = find(declared.superName(), method, left);
        for (int i = 0; found == null && i < declared.interfaces().size(); i++) {
            found = find(declared.interfaces().get(i), method, left);
        }
        return found;
    }

    private DeclaredNames declaredBy(String owner) {
        DeclaredNames declared = read.get(owner);
        if (declared == null) {
            declared = read(owner);
            read.put(owner, declared);
        }
        return declared;
    }

    private DeclaredNames read(String owner) {
        try {
            return new DeclaredNames(files.find(owner), silence);
        } catch (RuntimeException e) {
            // the callee's defects are none of the caller's
            return new DeclaredNames(null, silence);
        }
    }
}
