package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Looks for swapped arguments in jars of others; docs/rules/convention.swapped.md has the verdict on each that is found. */
class SwappedArgumentsIT {
    @TempDir
    Path folder;

    @JdkTest(17)
    void a_well_kept_jar_has_none(Jdk jdk) {
        assertThat(run(jdk, "SwappedCalls", "guava.jar")).isEqualTo("== guava.jar: 4467 of 6321 calls\n");
    }

    @Tag("long")
    @JdkTest(17)
    void all_that_is_found_in_large_jars_is_known(Jdk jdk) {
        assertThat(run(
                        jdk,
                        "SwappedCalls",
                        "ant.jar",
                        "checkstyle.jar",
                        "groovy.jar",
                        "guava.jar",
                        "hibernate-core.jar",
                        "poi.jar",
                        "Saxon-HE.jar",
                        "spring-core.jar",
                        "clojure.jar",
                        "commons-math3.jar",
                        "functionaljava.jar",
                        "groovy-all.jar",
                        "httpclient5.jar",
                        "jackson-databind.jar",
                        "jfreechart.jar",
                        "kafka-clients.jar",
                        "lucene-core.jar",
                        "pdfbox.jar",
                        "weka-stable.jar",
                        "woodstox-core.jar"))
                .isEqualTo("""
                        == ant.jar: 4018 of 6039 calls
                        == checkstyle.jar: 2236 of 7404 calls
                        == groovy.jar: 68273 of 81619 calls
                        == guava.jar: 4467 of 6321 calls
                        == hibernate-core.jar: 8302 of 12753 calls
                        == poi.jar: 3972 of 5459 calls
                        == Saxon-HE.jar: 16070 of 20055 calls
                        == spring-core.jar: 2872 of 3942 calls
                        == clojure.jar: 32769 of 34862 calls
                        clojure/asm/MethodWriter.put:2074  clojure.asm.Attribute.put(cw, code, len, maxStack, \
                        maxLocals, out) is given maxLocals as maxStack, maxStack as maxLocals
                        clojure/lang/Range.withMeta:102  new clojure.lang.Range(meta, start, end, step, \
                        boundsCheck, chunk, chunkNext) is given end as start, start as end
                        == commons-math3.jar: 6276 of 7775 calls
                        == functionaljava.jar: 1857 of 2395 calls
                        fj/data/hamt/HashArrayMappedTrie.find:95  fj.data.hamt.BitSet.range(highIndex, lowIndex) is \
                        given lowIndex as highIndex, highIndex as lowIndex
                        fj/data/hamt/HashArrayMappedTrie.set:128  fj.data.hamt.BitSet.range(highIndex, lowIndex) is \
                        given lowIndex as highIndex, highIndex as lowIndex
                        == groovy-all.jar: 21128 of 35018 calls
                        groovy/ui/text/TextEditor.<init>:121  new groovy.ui.text.TextEditor(tabsAsSpaces, \
                        multiLineTab, unwrapped) is given multiLineTab as tabsAsSpaces, tabsAsSpaces as multiLineTab
                        org/codehaus/groovy/runtime/DefaultGroovyMethods.splitEachLine:17497  \
                        org.codehaus.groovy.runtime.IOGroovyMethods.splitEachLine(stream, regex, charset, closure) \
                        is given charset as regex, regex as charset
                        == httpclient5.jar: 761 of 1993 calls
                        org/apache/hc/client5/http/impl/auth/NTLMEngineImpl.getResponseFor:191  new \
                        org.apache.hc.client5.http.impl.auth.NTLMEngineImpl.Type1Message(domain, host) is given \
                        host as domain, domain as host
                        org/apache/hc/client5/http/impl/auth/NTLMEngineImpl.getResponseFor:193  new \
                        org.apache.hc.client5.http.impl.auth.NTLMEngineImpl.Type1Message(domain, host) is given \
                        host as domain, domain as host
                        == jackson-databind.jar: 5479 of 6976 calls
                        == jfreechart.jar: 3866 of 7040 calls
                        org/jfree/chart/title/TextTitle.arrangeFN:524  new org.jfree.chart.ui.Size2D(width, height) \
                        is given height as width, width as height
                        org/jfree/chart/title/TextTitle.arrangeRR:596  new org.jfree.chart.ui.Size2D(width, height) \
                        is given height as width, width as height
                        == kafka-clients.jar: 22644 of 31265 calls
                        == lucene-core.jar: 8321 of 11693 calls
                        == pdfbox.jar: 3522 of 5316 calls
                        org/apache/pdfbox/pdmodel/graphics/blend/BlendMode.lambda$static$11:132  \
                        org.apache.pdfbox.pdmodel.graphics.blend.BlendMode.getLuminosityRGB(srcValues, dstValues, \
                        result) is given dest as srcValues, src as dstValues
                        org/apache/pdfbox/pdmodel/graphics/blend/BlendMode.lambda$static$10:126  \
                        org.apache.pdfbox.pdmodel.graphics.blend.BlendMode.getSaturationRGB(srcValues, dstValues, \
                        result) is given dest as srcValues, src as dstValues
                        == weka-stable.jar: 12766 of 18186 calls
                        weka/gui/visualize/PostscriptWriter.generateOutput:103  new \
                        weka.gui.visualize.PostscriptGraphics(width, height, os) is given height as width, width as \
                        height
                        == woodstox-core.jar: 3650 of 5104 calls
                        com/ctc/wstx/compat/QNameCreator.create:54  \
                        com.ctc.wstx.compat.QNameCreator.Helper.create(localName, nsURI, prefix) is given uri as \
                        localName, localName as nsURI
                        com/ctc/wstx/shaded/msv/org_isorelax/dispatcher/impl/DispatcherImpl$Transponder.unparsedEntityDecl:161  \
                        new com.ctc.wstx.shaded.msv.org_isorelax.dispatcher.Dispatcher.UnparsedEntityDecl(name, \
                        publicId, systemId, notation) is given systemId as publicId, publicId as systemId
                        com/ctc/wstx/shaded/msv/org_isorelax/dispatcher/impl/DispatcherImpl$Transponder.notationDecl:165  \
                        new com.ctc.wstx.shaded.msv.org_isorelax.dispatcher.Dispatcher.NotationDecl(name, publicId, \
                        systemId) is given systemId as publicId, publicId as systemId
                        """);
    }

    @Tag("long")
    @JdkTest(17)
    void seeded_swaps_are_found(Jdk jdk) {
        assertThat(run(
                        jdk,
                        "SwappedSeeds",
                        "commons-math3.jar",
                        "guava.jar",
                        "hibernate-core.jar",
                        "jackson-databind.jar",
                        "pdfbox.jar",
                        "poi.jar"))
                .isEqualTo("""
                        commons-math3.jar: 875 of 1303
                        guava.jar: 155 of 550
                        hibernate-core.jar: 294 of 403
                        jackson-databind.jar: 89 of 185
                        pdfbox.jar: 87 of 201
                        poi.jar: 316 of 483
                        """);
    }

    private String run(Jdk jdk, String main, String... jars) {
        Fixture.sources(17, "SwappedCalls", "SwappedSeeds", "SwappingClass")
                .classpath(AgentJar.path())
                .compile()
                .writeTo(folder);
        return ForkedJvm.on(jdk)
                .classpath(folder, AgentJar.path())
                .main("fixture." + main)
                .args(Arrays.stream(jars).map(jar -> Jars.path(jar).toString()).toArray(String[]::new))
                .timeout(Duration.ofMinutes(5))
                .run()
                .expectExit(0)
                .stdout();
    }
}
