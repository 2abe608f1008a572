package dev.aide.agent.docs;

import dev.aide.agent.classfile.ClassBytes;
import dev.aide.agent.json.JsonParser;
import dev.aide.agent.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The {@code __Javadoc.json} resource that therapi-runtime-javadoc's annotation processor leaves beside a class. */
final class RetainedJavadoc implements DocSource {
    private static final String SUFFIX = "__Javadoc.json";

    private final ClassLoader loader;
    private final Warnings warnings;

    RetainedJavadoc(ClassLoader loader, Warnings warnings) {
        this.loader = loader;
        this.warnings = warnings;
    }

    @Override
    public ClassDocs find(ClassFacts type) {
        String resource = type.internalName() + SUFFIX;
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            Object json = JsonParser.parse(new String(ClassBytes.read(in), StandardCharsets.UTF_8));
            // it lists each method that has a comment: the others have none
            return new ClassDocs(type, methods(json), MethodDoc.MISSING);
        } catch (MalformedJson | ClassCastException | NullPointerException e) {
            warnings.warn(resource + " is not what therapi-runtime-javadoc writes (" + reason(e)
                    + "): compile its class again; until then its documentation is not judged by it");
        } catch (IOException | RuntimeException e) {
            warnings.warn(resource + " cannot be read (" + e + "): documentation is not judged by it");
        }
        return null;
    }

    private static String reason(Exception e) {
        return e instanceof MalformedJson ? e.getMessage() : "other members";
    }

    private static List<MethodEntry> methods(Object json) {
        Map<?, ?> type = (Map<?, ?>) json;
        List<MethodEntry> methods = new ArrayList<>();
        add((List<?>) type.get("methods"), methods);
        // its early versions kept nothing of constructors
        if (type.containsKey("constructors")) {
            add((List<?>) type.get("constructors"), methods);
        }
        return methods;
    }

    private static void add(List<?> jsons, List<MethodEntry> methods) {
        for (Object json : jsons) {
            Map<?, ?> method = (Map<?, ?>) json;
            List<String> types = new ArrayList<>();
            for (Object type : (List<?>) method.get("paramTypes")) {
                types.add((String) type);
            }
            DocTags tags = DocComment.read((String) method.get("doc"), Collections.<String>emptyList());
            methods.add(new MethodEntry((String) method.get("name"), types, null, null, tags));
        }
    }
}
