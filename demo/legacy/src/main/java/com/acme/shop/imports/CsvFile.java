package com.acme.shop.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Semicolons between the fields, no quotes. */
class CsvFile {
    private final String name;

    CsvFile(String name) {
        this.name = name;
    }

    List<String[]> rows() {
        List<String[]> rows = new ArrayList<String[]>();
        for (String line : lines()) {
            rows.add(line.split(";", -1));
        }
        return rows;
    }

    private List<String> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                CsvFile.class.getResourceAsStream("/com/acme/shop/" + name), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<String>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
