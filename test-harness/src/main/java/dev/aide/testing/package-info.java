/**
 * Forks real JVMs, of every version that is installed, with an agent or without: {@link dev.aide.testing.Jdks} finds
 * them, {@link dev.aide.testing.JdkTest} runs a test on each, {@link dev.aide.testing.ForkedJvm} starts a program, and
 * {@link dev.aide.testing.JavaSources} compiles one from strings.
 */
package dev.aide.testing;
