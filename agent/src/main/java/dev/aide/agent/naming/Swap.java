package dev.aide.agent.naming;

import dev.aide.agent.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A call whose arguments are called like other parameters than those that they are given for. Immutable, and safe for use
 * by any thread.
 */
public final class Swap {
    private final String method;
    private final Call call;
    private final List<String> parameters;
    private final int[] order;

    Swap(String method, Call call, List<String> parameters, int[] order) {
        this.method = method;
        this.call = call;
        this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
        this.order = order;
    }

    /** Returns the calling method's name and descriptor, such as {@code draw(II)V}. */
    public String method() {
        return method;
    }

    /** Returns how many method calls (not invokedynamic) stand before this one in the calling method's code. */
    public int index() {
        return call.index;
    }

    /** Returns the source line of the call, or 0 if the class file has none. */
    public int line() {
        return call.line;
    }

    /** Returns the called class as the call names it, such as {@code com/acme/Image}. */
    public String owner() {
        return call.owner;
    }

    /** Returns the called method's name, {@code <init>} for a constructor. */
    public String name() {
        return call.name;
    }

    public String descriptor() {
        return call.descriptor;
    }

    /** Returns the parameters' names; an empty text for one that is not known. */
    public List<String> parameters() {
        return parameters;
    }

    /** Returns what the arguments are called, in the order of the call; an empty text for one without a name. */
    public List<String> arguments() {
        return call.argumentNames();
    }

    /** Returns for each parameter the index of the argument that fits best there. */
    public int[] order() {
        return order.clone();
    }

    /** Says it in a sentence: {@code com.acme.Image.resize(width, height) is given height as width, width as height}. */
    public String sentence() {
        StringBuilder text = new StringBuilder(called()).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            text.append(parameters.get(i).isEmpty() ? "…" : parameters.get(i));
        }
        text.append(") is given ");
        String separator = "";
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                text.append(separator).append(call.arguments.get(i).name);
                text.append(" as ").append(parameters.get(i));
                separator = ", ";
            }
        }
        return text.toString();
    }

    private String called() {
        String type = JavaType.sourceName(call.owner.replace('/', '.'));
        return call.name.equals("<init>") ? "new " + type : type + '.' + call.name;
    }

    @Override
    public String toString() {
        return sentence();
    }
}
