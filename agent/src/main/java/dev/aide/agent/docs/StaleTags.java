package dev.aide.agent.docs;

import dev.aide.agent.classfile.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Compares what a comment's tags name with what the method declares. What is not known for certain is not stale. */
public final class StaleTags {
    private StaleTags() {}

    /**
     * Returns the tags that name what is not there, in the order parameters, type parameters, result, exceptions.
     *
     * @param doc the method's documentation; parameter names come from its source where it has one
     * @param method the method as its class file declares it
     * @param surroundings where the method's class came from
     */
    public static List<StaleTag> find(MethodDoc doc, DeclaredMethod method, Surroundings surroundings) {
        List<StaleTag> stale = new ArrayList<>();
        List<String> parameters = doc.parameters() == null ? method.parameterNames() : doc.parameters();
        for (String name : absent(doc.paramTags(), parameters)) {
            stale.add(new StaleTag("@param " + name, among("parameter", parameters)));
        }
        List<String> typeParameters = doc.typeParameters() == null ? method.typeParameterNames() : doc.typeParameters();
        for (String name : absent(doc.typeParamTags(), typeParameters)) {
            stale.add(new StaleTag("@param <" + name + ">", among("type parameter", typeParameters)));
        }
        if (doc.hasReturnTag() && method.returnsNothing()) {
            stale.add(new StaleTag("@return", "the method returns nothing"));
        }
        ThrownTypes thrown = new ThrownTypes(method, surroundings);
        for (String name : doc.throwsTags()) {
            if (!isNamed(name, typeParameters) && thrown.isNeverDeclared(name)) {
                stale.add(new StaleTag("@throws " + name, "the method declares no such checked exception"));
            }
        }
        return stale;
    }

    /** Tells whether all is known that the comment's tags are compared with, so that those not found stale are not. */
    public static boolean areKnown(MethodDoc doc, DeclaredMethod method, Surroundings surroundings) {
        List<String> typeParameters = doc.typeParameters() == null ? method.typeParameterNames() : doc.typeParameters();
        if (typeParameters == null || (doc.parameters() == null && method.parameterNames() == null)) {
            return false;
        }
        ThrownTypes thrown = new ThrownTypes(method, surroundings);
        for (String name : doc.throwsTags()) {
            if (!typeParameters.contains(name) && !thrown.isFound(name)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> absent(List<String> tags, List<String> declared) {
        List<String> absent = new ArrayList<>();
        if (declared != null) {
            for (String tag : tags) {
                if (!declared.contains(tag)) {
                    absent.add(tag);
                }
            }
        }
        return absent;
    }

    private static boolean isNamed(String name, List<String> typeParameters) {
        return typeParameters == null || typeParameters.contains(name);
    }

    private static String among(String what, List<String> declared) {
        if (declared.isEmpty()) {
            return "the method has no " + what;
        }
        return "the method's " + what + (declared.size() == 1 ? " is " : "s are ") + joined(declared);
    }

    private static String joined(List<String> names) {
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            joined.append(joined.length() == 0 ? "" : ", ").append(name);
        }
        return joined.toString();
    }
}
