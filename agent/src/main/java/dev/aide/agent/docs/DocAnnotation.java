package dev.aide.agent.docs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The annotations that document a method, each with the members whose text does; Micronaut uses OpenAPI's. */
final class DocAnnotation extends AnnotationVisitor {
    private static final Map<String, List<String>> MEMBERS = new HashMap<>();

    static {
        MEMBERS.put("Ldev/aide/Doc;", Arrays.asList("value"));
        MEMBERS.put("Lio/swagger/v3/oas/annotations/Operation;", Arrays.asList("summary", "description"));
        MEMBERS.put("Lio/swagger/annotations/ApiOperation;", Arrays.asList("value", "notes"));
        MEMBERS.put(
                "Lorg/eclipse/microprofile/openapi/annotations/Operation;", Arrays.asList("summary", "description"));
    }

    private final List<String> members;
    private final Set<String> documented;
    private final String method;

    private DocAnnotation(List<String> members, Set<String> documented, String method) {
        super(Opcodes.ASM9);
        this.members = members;
        this.documented = documented;
        this.method = method;
    }

    /** Returns what adds the method to a set if the annotation documents it; null for annotations that never do. */
    static AnnotationVisitor reader(String type, Set<String> documented, String method) {
        List<String> members = MEMBERS.get(type);
        return members == null ? null : new DocAnnotation(members, documented, method);
    }

    @Override
    public void visit(String name, Object value) {
        if (members.contains(name) && !value.toString().trim().isEmpty()) {
            documented.add(method);
        }
    }
}
