package com.acme.shop.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the warehouse sends each night. */
public class WarehouseFiles {

    /** Pieces in stock by article. */
    public Map<String, Integer> stockLevels() {
        Properties levels = new Properties();
        try (InputStream in = WarehouseFiles.class.getResourceAsStream("/com/acme/shop/stock.properties")) {
            levels.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the stock levels", e);
        }
        return new TreeMap((Map) levels);
    }

    /** The calendar weeks of the next deliveries by article. */
    public Map<String, List<Integer>> deliveryWeeks() {
        Map<String, List<Integer>> weeks = new TreeMap<String, List<Integer>>();
        for (String[] row : new CsvFile("deliveries.csv").rows()) {
            List cells = new ArrayList();
            for (String cell : row[1].split(",")) {
                cells.add(number(cell));
            }
            weeks.put(row[0], cells);
        }
        return weeks;
    }

    /** Degrees Celsius in the cold store, each quarter of an hour. */
    public List<Double> coldStoreLog() {
        List degrees = new ArrayList();
        for (String[] row : new CsvFile("coldstore.csv").rows()) {
            degrees.add(row[1].equals("sensor off") ? row[1] : Double.valueOf(row[1]));
        }
        return degrees;
    }

    private Object number(String cell) {
        try {
            return Integer.valueOf(cell.trim());
        } catch (NumberFormatException e) {
            return cell.trim();
        }
    }
}
