// What the scripts share: scenarios one after the other, a line for each, and waiting for events with patience.
"use strict";
const assert = require("node:assert");
const { isDeepStrictEqual } = require("node:util");

const PATIENCE = 60_000;

/** The values of an event that an emitter gives. */
function heard(emitter, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no '${event}' came`)), PATIENCE);
    emitter.once(event, (...values) => {
      clearTimeout(timer);
      resolve(values);
    });
  });
}

/** Asks again and again until the answer is the one that is expected. */
async function until(expected, question) {
  const end = Date.now() + PATIENCE;
  while (true) {
    const answer = await question();
    if (isDeepStrictEqual(answer, expected)) return;
    if (Date.now() > end) assert.deepStrictEqual(answer, expected);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs each, tidies up after it, says how it ended, and ends the process. */
async function run(scenarios, tidy = () => {}) {
  for (const [name, scenario] of Object.entries(scenarios)) {
    try {
      await scenario();
      console.log("ok " + name);
    } catch (error) {
      console.log("not ok " + name + ": " + (error.stack || error.message));
    }
    tidy();
  }
  process.exit(0);
}

module.exports = { PATIENCE, heard, run, until };
