/**
 * Holds JUnit tests to the contracts of the code that they call: {@link dev.aide.junit.Enforced} on a test class, and
 * {@link dev.aide.junit.ViolationWatch} for what is expected.
 */
package dev.aide.junit;
