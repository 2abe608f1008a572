package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.report.Report;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitFormatTest {
    @Test
    void a_new_finding_failed_and_a_known_one_was_skipped() throws Exception {
        Element suite = parsed(SampleReports.withBaseline());

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("timestamp")).isEqualTo(Times.of(SampleReports.START + 60_000));
        List<Element> cases = elements(suite, "testcase");
        assertThat(cases).hasSize(4);
        assertThat(elements(cases.get(0), "failure")).isEmpty();
        assertThat(cases.get(0).getAttribute("name")).isEqualTo("held 6 executed methods");
        assertThat(cases.get(1).getAttribute("classname")).isEqualTo("com.acme.OrderService");
        assertThat(cases.get(1).getAttribute("name"))
                .isEqualTo("types.argument com.acme.OrderService.place(List<OrderLine> lines, Customer customer)"
                        + " lines[] is java.lang.String");
        assertThat(elements(cases.get(1), "failure").get(0).getAttribute("message"))
                .isEqualTo("lines[] is java.lang.String, declared com.acme.OrderLine,"
                        + " in com.acme.OrderService.place(List<OrderLine> lines, Customer customer)");
        assertThat(elements(cases.get(1), "failure").get(0).getTextContent())
                .contains("called from com.acme.web.CheckoutServlet.doPost(CheckoutServlet.java:88)\n")
                .containsPattern("\nid: [0-9a-f]{16}\n")
                .endsWith(
                        "silence: -Daide.rule.types.argument=com.acme.OrderService=off, or a line in aide.baseline\n");
        assertThat(elements(cases.get(2), "skipped").get(0).getAttribute("message"))
                .isEqualTo("in the baseline");
    }

    @Test
    void names_that_xml_cannot_hold_do_not_break_it() throws Exception {
        Element odd = elements(parsed(SampleReports.withBaseline()), "testcase").get(3);

        assertThat(odd.getAttribute("name"))
                .contains("</script><img src=x onerror=alert(1)>\"'&\\\u2028 \ufffd \ufffd ä 🙂 is java.lang.String");
    }

    @Test
    void a_run_without_findings_is_one_test_that_passed() throws Exception {
        Element suite = parsed(SampleReports.empty());

        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(elements(suite, "testcase")).hasSize(1);
    }

    @Test
    void a_scan_judged_classes_and_names_the_sources() throws Exception {
        List<Element> cases = elements(parsed(SampleReports.ofScan()), "testcase");

        assertThat(cases.get(0).getAttribute("name")).isEqualTo("judged 1204 classes");
        assertThat(elements(cases.get(1), "failure").get(0).getTextContent())
                .startsWith("in shop/src/main/java/com/acme/OrderService.java:12\nid: ");
        assertThat(elements(cases.get(3), "failure").get(0).getTextContent()).startsWith("id: ");
    }

    private static Element parsed(Report report) throws Exception {
        StringWriter out = new StringWriter();
        new JUnitFormat().write(report, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = parent.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
