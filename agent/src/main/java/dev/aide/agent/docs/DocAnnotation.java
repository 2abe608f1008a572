package dev.aide.agent.docs;

import dev.aide.agent.classfile.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The annotations that document a method, each with the members whose text does; Micronaut uses OpenAPI's. */
final class DocAnnotation {
    private static final Map<String, List<String>> MEMBERS = new HashMap<>();

    static {
        MEMBERS.put("dev/aide/Doc", Arrays.asList("value"));
        MEMBERS.put("io/swagger/v3/oas/annotations/Operation", Arrays.asList("summary", "description"));
        MEMBERS.put("io/swagger/annotations/ApiOperation", Arrays.asList("value", "notes"));
        MEMBERS.put("org/eclipse/microprofile/openapi/annotations/Operation", Arrays.asList("summary", "description"));
    }

    private DocAnnotation() {}

    /** Tells whether one of a method's annotations documents it. */
    static boolean isAmong(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            List<String> members = MEMBERS.get(annotation.type());
            for (int i = 0; members != null && i < members.size(); i++) {
                for (String text : annotation.texts(members.get(i))) {
                    if (!text.trim().isEmpty()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
