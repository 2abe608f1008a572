package dev.aide.agent.naming;

import dev.aide.agent.classfile.ClassFile;

/** Where class files are found, without loading any class. */
public interface ClassFiles {
    /** Returns a class such as {@code com/acme/Image}, or null if there is no such class file. */
    ClassFile find(String name);
}
