package com.acme.shop;

import com.acme.shop.dao.Cache;
import com.acme.shop.dao.CustomerRepository;
import com.acme.shop.dao.InvoiceDao;
import com.acme.shop.dao.Repository;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Invoice;
import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderStatus;
import com.acme.shop.domain.Supplier;
import com.acme.shop.event.EventBus;
import com.acme.shop.imports.OrderFile;
import com.acme.shop.imports.PartnerFiles;
import com.acme.shop.imports.WarehouseFiles;
import com.acme.shop.report.Ranking;
import com.acme.shop.report.Report;
import com.acme.shop.service.Billing;
import com.acme.shop.service.CustomerService;
import com.acme.shop.service.Housekeeping;
import com.acme.shop.service.Mailing;
import com.acme.shop.service.OrderService;
import com.acme.shop.service.StockService;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the day's orders, bills them, and says how we stand. */
class NightlyClose {
    private static final String TODAY = "2014-03-31";

    private final Report report = new Report();
    private final PartnerFiles partners = new PartnerFiles();
    private final WarehouseFiles warehouse = new WarehouseFiles();
    private final CustomerRepository customers = new CustomerRepository();
    private final Repository<Supplier> suppliers = new Repository<Supplier>();
    private final Repository<Order> orders = new Repository<Order>();
    private final InvoiceDao invoices = new InvoiceDao();
    private final Cache cache = new Cache(100);
    private final EventBus events = new EventBus();
    private final CustomerService customerService = new CustomerService(customers, cache);
    private final Billing billing = new Billing(invoices, customerService);

    String run() {
        customers.saveAll(partners.customers());
        suppliers.saveAll(partners.suppliers());
        bookOldInvoices();
        closeWarehouse();
        closeOrders();
        closeBooks();
        tellCustomers();
        cleanUp();
        return report.print();
    }

    private void bookOldInvoices() {
        invoices.insert(new Invoice("R0907", 11L, new BigDecimal("310.40"), "2014-02-28"));
        invoices.insert(new Invoice("R0951", 18L, new BigDecimal("77.90"), "2013-11-30"));
        invoices.insert(new Invoice("R0988", 21L, new BigDecimal("1204.00"), "2014-04-15"));
    }

    private void closeWarehouse() {
        StockService stock = new StockService(warehouse.stockLevels(), suppliers, cache);
        List<Double> degrees = warehouse.coldStoreLog();
        Report.Section section = report.section("Warehouse")
                .row("articles               %d", stock.getArticles())
                .row("sold out               %s", stock.isAnythingSoldOut() ? "yes" : "nothing")
                .row(
                        "cold store             %d readings, %s at first, %s now",
                        degrees.size(), degrees.get(0), degrees.get(degrees.size() - 1));
        for (Long supplierId : Arrays.asList(12L, 13L)) {
            section.row(
                    "supplier %d            %s",
                    supplierId,
                    stock.findSupplier(supplierId).map(Supplier::getName).orElse("?"));
        }
        report.section("Next deliveries, calendar weeks").table(warehouse.deliveryWeeks());
    }

    private void closeOrders() {
        events.subscribe(Order.class, billing);
        OrderService service = new OrderService(orders, customerService, partners.blockedCustomers(), events);
        for (Order order : new OrderFile().read()) {
            service.take(order);
        }
        report.section("New orders").rows(service.findByStatus(OrderStatus.NEW), this::describe);
        report.section("Drafts").rows(service.findByStatus(OrderStatus.DRAFT), this::describe);
        report.section("Orders")
                .row("by status              %s", service.countByStatus())
                .row("held, customer blocked %d", service.getHeld().size())
                .row("rejected, no customer  %d", service.getRejected().size());
        StockService picking = new StockService(new HashMap<String, Integer>(), suppliers, cache);
        report.section("To pick").table(picking.pickList(service.findByStatus(OrderStatus.NEW)));
    }

    private String describe(Order order) {
        return String.format(
                "%d  %-22s %d positions",
                order.getId(), customerService.nameOf(order.getCustomerId()), order.getPositions());
    }

    private void closeBooks() {
        Map<String, BigDecimal> open = billing.openByCustomer(Arrays.asList(11L, 14L, 18L, 21L));
        report.section("Open invoices")
                .table(open)
                .row("highest                %s", Ranking.highest(open.values()))
                .row("last invoice           %s", billing.lastInvoice().get().getNumber())
                .row("reminders due          %d", billing.remindersDue(TODAY));
        report.section("Largest debtors").rows(Ranking.top(2, open), entry -> entry.getKey());
    }

    private void tellCustomers() {
        List<String> recipients = new Mailing().recipients(customerService.emails(), partners.faxNumbers());
        report.section("Newsletter to").row("%s", recipients);
        Report.Section section = report.section("Customers by city");
        for (Map.Entry<String, List<Customer>> city : customers.findByCity().entrySet()) {
            section.row("%-22s %s", city.getKey(), city.getValue());
        }
    }

    private void cleanUp() {
        Map repositories = new HashMap();
        repositories.put("orders", orders);
        repositories.put("customers", customers);
        // until the archive gets a table of its own
        repositories.put("archive", customers);
        int moved = new Housekeeping(repositories).archiveCancelled();
        report.section("Clean-up")
                .row("orders archived        %d", moved)
                .row("cache hits             %d", cache.getHits())
                .row("customers on file      %d", customers.count());
    }
}
