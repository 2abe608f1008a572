package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.List;

/**
 * What a place in a woven method checks, in words that fit into the constant pool, so that a site carries all that it
 * needs and nothing has to be kept beside it. Immutable.
 */
public final class SiteSpec {
    /** Where in a method a site stands; also its name in the class file. */
    public enum Position {
        ARGUMENT("argument", Rule.TYPES_ARGUMENT),
        RESULT("result", Rule.TYPES_RETURN);

        private final String text;
        private final Rule rule;

        Position(String text, Rule rule) {
            this.text = text;
            this.rule = rule;
        }

        public String text() {
            return text;
        }

        public Rule rule() {
            return rule;
        }

        static Position of(String text) {
            return text.equals(ARGUMENT.text) ? ARGUMENT : RESULT;
        }
    }

    /** Marks, behind the indexes of the checked parameters, that the receiver is given too. */
    private static final String RECEIVER = " this";

    /** Marks, behind the names of the parameters, that the last one takes any number of arguments. */
    public static final String VARARGS = "...";

    private final Position position;
    private final String method;
    private final String descriptor;
    private final String signature;
    private final String ownerSignature;
    private final String parameterNames;
    private final String checked;
    private final boolean takesReceiver;

    /**
     * Describes a site.
     *
     * @param signature the method's Signature attribute, or its descriptor
     * @param ownerSignature the class's Signature attribute where its variables matter, else empty
     * @param parameterNames the names of the parameters in {@code signature}, by commas, then {@link #VARARGS} where it is meant
     * @param checked the indexes in {@code signature} of the parameters that the site at entry is given
     * @param takesReceiver whether the site is given {@code this} behind them
     */
    public SiteSpec(
            Position position,
            String method,
            String descriptor,
            String signature,
            String ownerSignature,
            String parameterNames,
            List<Integer> checked,
            boolean takesReceiver) {
        this(position, method, descriptor, signature, ownerSignature, parameterNames, joined(checked), takesReceiver);
    }

    private SiteSpec(
            Position position,
            String method,
            String descriptor,
            String signature,
            String ownerSignature,
            String parameterNames,
            String checked,
            boolean takesReceiver) {
        this.position = position;
        this.method = method;
        this.descriptor = descriptor;
        this.signature = signature;
        this.ownerSignature = ownerSignature;
        this.parameterNames = parameterNames;
        this.checked = checked;
        this.takesReceiver = takesReceiver;
    }

    /** Reads what {@link #toConstants()} gave. */
    public static SiteSpec ofConstants(String position, Object[] constants) {
        return new SiteSpec(
                Position.of(position),
                (String) constants[0],
                (String) constants[1],
                (String) constants[2],
                (String) constants[3],
                (String) constants[4],
                checkedOf((String) constants[5]),
                ((String) constants[5]).endsWith(RECEIVER));
    }

    /** Returns the static arguments of the bootstrap method. */
    public Object[] toConstants() {
        return new Object[] {
            method, descriptor, signature, ownerSignature, parameterNames, takesReceiver ? checked + RECEIVER : checked
        };
    }

    public Position position() {
        return position;
    }

    public boolean takesReceiver() {
        return takesReceiver;
    }

    /** Returns the method's name as its class file has it, such as {@code <init>}. */
    public String method() {
        return method;
    }

    public String descriptor() {
        return descriptor;
    }

    /** Returns the name and the descriptor: what identifies the method in its class. */
    public String methodId() {
        return method + descriptor;
    }

    public MethodSignature parsedSignature() {
        return MethodSignature.parse(signature);
    }

    public TypeVariables variables(MethodSignature parsed) {
        return TypeVariables.of(parsed, ownerSignature);
    }

    /** Returns the declared types of the values that the site is given, in order. */
    public List<JavaType> checkedTypes(MethodSignature parsed) {
        List<JavaType> types = new ArrayList<>();
        if (position == Position.RESULT) {
            types.add(parsed.result());
        } else {
            for (int index : checkedParameters()) {
                types.add(parsed.parameters().get(index));
            }
        }
        return types;
    }

    /** Tells whether each call of the method passes here first: a result counts only where no argument is checked. */
    public boolean countsCalls() {
        return position == Position.ARGUMENT || checked.isEmpty();
    }

    /** Returns the index in the signature of each parameter that the site at entry is given. */
    public int[] checkedParameters() {
        if (checked.isEmpty()) {
            return new int[0];
        }
        String[] texts = checked.split(",", -1);
        int[] indexes = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            indexes[i] = Integer.parseInt(texts[i]);
        }
        return indexes;
    }

    /** Returns the name of a parameter, or {@code arg0} and so on where the class file has none. */
    public String parameterName(int index) {
        String all =
                isVarargs() ? parameterNames.substring(0, parameterNames.length() - VARARGS.length()) : parameterNames;
        String[] names = all.split(",", -1);
        return index < names.length && !names[index].isEmpty() ? names[index] : "arg" + index;
    }

    /** Tells whether the last parameter takes any number of arguments. */
    public boolean isVarargs() {
        return parameterNames.endsWith(VARARGS);
    }

    private static String checkedOf(String constant) {
        return constant.endsWith(RECEIVER) ? constant.substring(0, constant.length() - RECEIVER.length()) : constant;
    }

    private static String joined(List<Integer> indexes) {
        StringBuilder text = new StringBuilder();
        for (Integer index : indexes) {
            text.append(text.length() == 0 ? "" : ",").append(index);
        }
        return text.toString();
    }
}
