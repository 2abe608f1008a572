package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.List;

/** Puts a method into a reader's words. */
public final class MethodWords {
    private MethodWords() {}

    /**
     * Returns {@code com.acme.OrderService.place(List<OrderLine> lines, Customer customer)}.
     *
     * @param names the names of the parameters; empty where unknown
     */
    public static String of(
            String className, String method, MethodSignature signature, List<String> names, boolean isVarargs) {
        StringBuilder text = new StringBuilder();
        if (method.equals("<init>")) {
            text.append("new ").append(className);
        } else {
            text.append(className).append('.').append(method);
        }
        text.append('(');
        List<JavaType> parameters = signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i).simple();
            boolean isLast = i == parameters.size() - 1;
            text.append(i == 0 ? "" : ", ");
            text.append(
                    isVarargs && isLast && type.endsWith("[]") ? type.substring(0, type.length() - 2) + "..." : type);
            text.append(' ').append(name(names, i));
        }
        return text.append(')').toString();
    }

    /** Returns a parameter's name, or {@code arg0} and so on where the class file has none. */
    static String name(List<String> names, int index) {
        return index < names.size() && !names.get(index).isEmpty() ? names.get(index) : "arg" + index;
    }
}
