package dev.aide.agent.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the type variables in a method's signature stand for: those of the method and of its class by their bounds, or
 * those of the class by what the receiver's class makes of them. Immutable.
 */
public final class TypeVariables {
    /** No variables at all. */
    static final TypeVariables NONE = of(MethodSignature.parse("()V"), "");

    private final MethodSignature method;
    private final List<TypeParameter> owner;
    private final Map<String, TypeArgument> bindings;

    private TypeVariables(MethodSignature method, List<TypeParameter> owner, Map<String, TypeArgument> bindings) {
        this.method = method;
        this.owner = owner;
        this.bindings = bindings;
    }

    /**
     * Reads the declarations.
     *
     * @param ownerSignature the class's Signature attribute, or an empty text
     * @throws MalformedSignature if it is malformed
     */
    public static TypeVariables of(MethodSignature method, String ownerSignature) {
        return new TypeVariables(
                method,
                new SignatureParser(ownerSignature).typeParameters(),
                Collections.<String, TypeArgument>emptyMap());
    }

    /**
     * Returns a class signature that declares the variables of several classes.
     *
     * @param signatures those of the classes, the innermost first: its variables hide their namesakes further out
     */
    public static String declaredBy(List<String> signatures) {
        Map<String, TypeParameter> parameters = new LinkedHashMap<>();
        for (String signature : signatures) {
            for (TypeParameter parameter : new SignatureParser(signature).typeParameters()) {
                if (!parameters.containsKey(parameter.name)) {
                    parameters.put(parameter.name, parameter);
                }
            }
        }
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<");
        for (TypeParameter parameter : parameters.values()) {
            parameter.write(text);
        }
        return text.append(">Ljava/lang/Object;").toString();
    }

    /** Returns the names of the variables that the signature of a method or a class declares. */
    public static List<String> names(String signature) {
        List<String> names = new ArrayList<>();
        for (TypeParameter parameter : new SignatureParser(signature).typeParameters()) {
            names.add(parameter.name);
        }
        return names;
    }

    /** Returns the variable that is the bound of a declared one, or null where its bound is no variable. */
    public static String boundingVariable(String signature, int index) {
        List<JavaType> bounds = new SignatureParser(signature).typeParameters().get(index).bounds;
        return bounds.isEmpty() || !(bounds.get(0) instanceof VariableType)
                ? null
                : ((VariableType) bounds.get(0)).name;
    }

    /** Returns the same variables, with those of the class bound as a receiver's class has them. */
    TypeVariables bound(Map<String, TypeArgument> ownerBindings) {
        return new TypeVariables(method, owner, ownerBindings);
    }

    /** Tells whether a receiver's class could say more of a type than the declaration does. */
    public boolean dependsOnReceiver(JavaType type) {
        return type.mentions(new JavaType.VariableNames() {
            @Override
            public boolean includes(String name) {
                return !method.declares(name) && TypeParameter.find(owner, name) != null;
            }
        });
    }

    /** Tells whether all variables that a type mentions are declared here. */
    public boolean declareAllOf(JavaType type) {
        return !type.mentions(new JavaType.VariableNames() {
            @Override
            public boolean includes(String name) {
                return !method.declares(name) && TypeParameter.find(owner, name) == null;
            }
        });
    }

    /** Returns what the receiver makes of a variable, or null where that is not known. */
    TypeArgument binding(String name) {
        return method.declares(name) ? null : bindings.get(name);
    }

    /** Returns the bounds of a variable; empty where it has none, or is declared further out than here. */
    List<JavaType> bounds(String name) {
        TypeParameter parameter = TypeParameter.find(method.typeParameters, name);
        if (parameter == null) {
            parameter = TypeParameter.find(owner, name);
        }
        return parameter == null ? Collections.<JavaType>emptyList() : parameter.bounds;
    }
}
