package dev.aide.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "dev.aide.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule what_is_beneath_does_not_show = classes()
            .that()
            .arePublic()
            .should(haveNoPublicMemberOf("okhttp3..", "okio..", "kotlin..", "dev.failsafe.."));

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.aide.client.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_parts_do_not_know_the_client = noClasses()
            .that()
            .resideInAPackage("dev.aide.client.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.aide.client");

    private static ArchCondition<JavaClass> haveNoPublicMemberOf(String... packages) {
        return new ArchCondition<>("have no public member of " + String.join(", ", packages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit member : type.getCodeUnits()) {
                    boolean isVisible = member.getModifiers().contains(JavaModifier.PUBLIC)
                            || member.getModifiers().contains(JavaModifier.PROTECTED);
                    boolean shows = resideInAnyPackage(packages).test(member.getRawReturnType())
                            || member.getRawParameterTypes().stream().anyMatch(resideInAnyPackage(packages));
                    if (isVisible && shows) {
                        events.add(SimpleConditionEvent.violated(member, member.getFullName()));
                    }
                }
            }
        };
    }
}
