package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Mismatch;
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
        /** At entry, given arguments. */
        ARGUMENT("argument"),
        /** Before a return, given the result. */
        RESULT("result"),
        /** Before a field is written, given what is written. */
        FIELD("field"),
        /** At entry or before a call, given nothing: what was found in the class file is enough. */
        VERDICT("verdict"),
        /** At entry, given nothing: each execution of the method counts. */
        COUNTED("counted"),
        /** Where an exception leaves the method, given the exception. */
        THROWN("thrown");

        private final String text;

        Position(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Returns the rule that a value breaks here. */
        public Rule rule(Mismatch.Kind kind) {
            return ValueRules.broken(this, kind);
        }

        static Position of(String text) {
            for (Position position : values()) {
                if (position.text.equals(text)) {
                    return position;
                }
            }
            throw new IllegalArgumentException("no site is called " + text);
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
    private final String subject;

    /**
     * Describes a site.
     *
     * @param signature the method's Signature attribute, or its descriptor, with its parts marked that exclude null
     * @param ownerSignature the class's Signature attribute where its variables matter, else empty
     * @param parameterNames the names of the parameters in {@code signature}, by commas, then {@link #VARARGS} where it is meant
     * @param checked the indexes in {@code signature} of the parameters that the site at entry is given
     * @param takesReceiver whether the site is given {@code this} behind them
     * @param subject what else the site has to know, in words of its position: the {@link Facets} of each value, the field
     *     that is written, the declared exceptions, what is wrong with a call
     */
    public SiteSpec(
            Position position,
            String method,
            String descriptor,
            String signature,
            String ownerSignature,
            String parameterNames,
            List<Integer> checked,
            boolean takesReceiver,
            String subject) {
        this(
                position,
                method,
                descriptor,
                signature,
                ownerSignature,
                parameterNames,
                joined(checked),
                takesReceiver,
                subject);
    }

    private SiteSpec(
            Position position,
            String method,
            String descriptor,
            String signature,
            String ownerSignature,
            String parameterNames,
            String checked,
            boolean takesReceiver,
            String subject) {
        this.position = position;
        this.method = method;
        this.descriptor = descriptor;
        this.signature = signature;
        this.ownerSignature = ownerSignature;
        this.parameterNames = parameterNames;
        this.checked = checked;
        this.takesReceiver = takesReceiver;
        this.subject = subject;
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
                ((String) constants[5]).endsWith(RECEIVER),
                (String) constants[6]);
    }

    /** Returns the static arguments of the bootstrap method. */
    public Object[] toConstants() {
        return new Object[] {
            method,
            descriptor,
            signature,
            ownerSignature,
            parameterNames,
            takesReceiver ? checked + RECEIVER : checked,
            subject
        };
    }

    public Position position() {
        return position;
    }

    public boolean takesReceiver() {
        return takesReceiver;
    }

    /** Returns what else the site has to know, in words of its position. */
    public String subject() {
        return subject;
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
        if (position == Position.ARGUMENT) {
            for (int index : checkedParameters()) {
                types.add(parsed.parameters().get(index));
            }
        } else if (position == Position.RESULT) {
            types.add(parsed.result());
        }
        return types;
    }

    /** Tells whether each call of the method passes here first: a result counts only where no argument is checked. */
    public boolean countsCalls() {
        return position == Position.ARGUMENT || (position == Position.RESULT && checked.isEmpty());
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

    /** Puts the names of parameters into the words that a site carries; empty ones are unknown. */
    public static String names(List<String> names, boolean isVarargs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ",").append(names.get(i));
        }
        return text.append(isVarargs ? VARARGS : "").toString();
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
