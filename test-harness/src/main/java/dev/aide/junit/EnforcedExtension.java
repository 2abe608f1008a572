package dev.aide.junit;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Brings the agent in before the first {@link Enforced} class, and fails each test in which violations happened. */
final class EnforcedExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EnforcedExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        Enforced enforced = AnnotationSupport.findAnnotation(test, Enforced.class, context.getEnclosingTestClasses())
                .orElseThrow();
        List<String> include =
                enforced.include().length == 0 ? List.of(test.getPackageName() + ".**") : List.of(enforced.include());
        // one for all classes: a JVM has one agent
        context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        AgentInJvm.class,
                        key -> AgentInJvm.findOrBringIn(include, List.of(enforced.settings())),
                        AgentInJvm.class)
                .checkHolds(include);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        AgentInJvm agent = context.getRoot().getStore(NAMESPACE).get(AgentInJvm.class, AgentInJvm.class);
        context.getStore(NAMESPACE).put(ViolationWatch.class, new ViolationWatch(agent::violations));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Violations unexpected = watch(context).unexpected();
        if (!unexpected.list().isEmpty()) {
            throw new AssertionError("contracts were broken while the test ran, " + unexpected);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ViolationWatch.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return watch(context);
    }

    private static ViolationWatch watch(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(ViolationWatch.class, ViolationWatch.class);
    }
}
