package dev.aide.server.admin;

/**
 * Asks for another mode of aide. Immutable.
 *
 * @param pattern for which classes: {@code com.acme.**}; empty for all
 * @param rule for which rule; empty for all
 * @param mode the mode
 */
public record SwitchMode(String pattern, String rule, String mode) {}
