package dev.aide.testing;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The invocation of a {@link JdkTest} that is skipped, since its JDK is not installed. */
record MissingJdk(int feature, String reason) implements TestTemplateInvocationContext, ExecutionCondition {

    static MissingJdk reported(int feature, Jdks installed) {
        String reason = "JDK " + feature + " is not installed, its tests are skipped. Found: " + installed
                + ". Name another in " + Jdks.VARIABLE;
        System.err.println("WARNING: " + reason);
        return new MissingJdk(feature, reason);
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return "JDK " + feature + ", not installed";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ConditionEvaluationResult.disabled(reason);
    }
}
