package dev.aide.agent.docs;

/** Something that knows the documentation of classes. Safe for use by any thread. */
interface DocSource {

    /** Returns null if the class is not known here. */
    ClassDocs find(ClassFacts type);
}
