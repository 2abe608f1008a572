package dev.aide.agent.rule;

/** What a rule finds in a class file, once and for all calls; immutable. */
public final class StaticFinding {
    /** Stands for the method as a whole where the number of a call is asked for. */
    public static final int WHOLE_METHOD = -1;

    private final Rule rule;
    private final String className;
    private final String method;
    private final String methodId;
    private final String position;
    private final String found;
    private final String sentence;
    private final int call;
    /** Null where the class file does not name its source. */
    private final SourcePlace source;

    /**
     * Makes a finding. What stands in {@code position} and {@code found} tells findings apart from run to run, so neither
     * has line numbers in it.
     *
     * @param method the method in a reader's words
     * @param position what in the method it is about: a parameter, a call, its documentation
     * @param found what is there instead of what should be, in few words
     * @param sentence both, and what would be right, in a sentence without a subject: "has 9 parameters, …"
     */
    StaticFinding(MethodView method, Rule rule, String position, String found, String sentence) {
        this(
                method,
                rule,
                position,
                found,
                sentence,
                WHOLE_METHOD,
                method.method().firstLine());
    }

    /**
     * Makes a finding about one call in a method.
     *
     * @param call how many method calls, invokedynamic not counted, stand before it in the method's code
     * @param line the line of the call; 0 where it is not known
     */
    StaticFinding(MethodView method, Rule rule, String position, String found, String sentence, int call, int line) {
        String path = method.file().sourcePath();
        this.source = path.isEmpty() ? null : SourcePlace.below(path, line);
        this.call = call;
        this.rule = rule;
        this.className = method.className();
        this.method = method.text();
        this.methodId = method.id();
        this.position = position;
        this.found = found;
        this.sentence = sentence;
    }

    public Rule rule() {
        return rule;
    }

    /** Returns the binary name of the class. */
    public String className() {
        return className;
    }

    /** Returns the method in a reader's words, such as {@code com.acme.Order.place(List<OrderLine> lines)}. */
    public String method() {
        return method;
    }

    /** Returns the method's name and descriptor. */
    public String methodId() {
        return methodId;
    }

    public String position() {
        return position;
    }

    public String found() {
        return found;
    }

    /** Returns the number of the call that it is about, or {@link #WHOLE_METHOD}. */
    public int call() {
        return call;
    }

    /** Returns where the method's code or the call begins; null where the class file does not name its source. */
    public SourcePlace source() {
        return source;
    }

    public String sentence() {
        return sentence;
    }
}
