package dev.aide.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

@AnalyzeClasses(packages = "dev.aide.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependencies_run_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("portal")
            .definedBy("dev.aide.server")
            .layer("jetty")
            .definedBy("dev.aide.server.jetty")
            .layer("admin")
            .definedBy("dev.aide.server.admin")
            .layer("openapi")
            .definedBy("dev.aide.server.openapi")
            .layer("socket")
            .definedBy("dev.aide.server.socket")
            .layer("cluster")
            .definedBy("dev.aide.server.socket.cluster")
            .layer("mailbox")
            .definedBy("dev.aide.server.socket.mailbox")
            .layer("packet")
            .definedBy("dev.aide.server.socket.packet")
            .layer("engine")
            .definedBy("dev.aide.server.socket.engine")
            .layer("serve")
            .definedBy("dev.aide.server.serve")
            .layer("route")
            .definedBy("dev.aide.server.route")
            .layer("answer")
            .definedBy("dev.aide.server.answer")
            .layer("bind")
            .definedBy("dev.aide.server.bind")
            .layer("gate")
            .definedBy("dev.aide.server.gate")
            .layer("token")
            .definedBy("dev.aide.server.token")
            .layer("limit")
            .definedBy("dev.aide.server.limit")
            .layer("watch")
            .definedBy("dev.aide.server.watch")
            .layer("agent")
            .definedBy("dev.aide.server.agent")
            .layer("http")
            .definedBy("dev.aide.server.http")
            .whereLayer("portal")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("jetty")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("admin")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("openapi")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("socket")
            .mayOnlyBeAccessedByLayers("portal", "jetty", "admin")
            .whereLayer("cluster")
            .mayOnlyBeAccessedByLayers("socket")
            .whereLayer("mailbox")
            .mayOnlyBeAccessedByLayers("socket")
            .whereLayer("packet")
            .mayOnlyBeAccessedByLayers("socket")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("jetty", "socket", "packet", "cluster")
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("portal", "jetty")
            .whereLayer("route")
            .mayOnlyBeAccessedByLayers("portal", "serve", "admin", "openapi")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("portal", "jetty", "serve", "openapi")
            .whereLayer("bind")
            .mayOnlyBeAccessedByLayers("portal", "route", "openapi", "socket")
            .whereLayer("gate")
            .mayOnlyBeAccessedByLayers("portal", "serve", "route", "admin", "openapi", "socket")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("portal", "serve", "gate")
            .whereLayer("limit")
            .mayOnlyBeAccessedByLayers("portal", "jetty", "serve", "gate", "openapi", "socket")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("portal", "jetty", "admin")
            .whereLayer("agent")
            .mayOnlyBeAccessedByLayers("portal", "serve", "admin", "answer", "bind", "socket");

    @ArchTest
    static final ArchRule only_one_package_knows_jetty = noClasses()
            .that()
            .resideOutsideOfPackage("dev.aide.server.jetty")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.eclipse.jetty.."));

    @ArchTest
    static final ArchRule only_one_package_speaks_to_the_agent = noClasses()
            .that()
            .resideOutsideOfPackage("dev.aide.server.agent")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.management.."));

    @ArchTest
    static final ArchRule nothing_needs_the_agent =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("dev.aide", "dev.aide.agent.."));

    /**
     * How long equals takes tells how much of a secret was right. That no such comparison stands where secrets are is what
     * can be tested; a time that was measured would say more of the machine.
     */
    @ArchTest
    static final ArchRule secrets_are_not_compared_by_equals = noClasses()
            .that()
            .haveNameMatching(".*\\.(ApiKeys|RefreshTokens|FernetKeys|IdentityMask|KeyRing|SigningKey|Passwords|Secrets"
                    + "|PageToken)")
            .should()
            .callMethod(String.class, "equals", Object.class)
            .orShould()
            .callMethod(String.class, "contentEquals", CharSequence.class)
            .orShould()
            .callMethod(Objects.class, "equals", Object.class, Object.class)
            .orShould()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule secrets_are_compared_in_constant_time = classes()
            .that()
            .haveNameMatching(".*\\.(Secrets|PageToken)")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule tokens_work_without_a_portal = noClasses()
            .that()
            .resideInAPackage("dev.aide.server.token")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.aide.server", "dev.aide.server.http", "dev.aide.server.gate"));
}
