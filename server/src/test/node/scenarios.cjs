// What the scripts share: scenarios one after the other, a line for each, and waiting for events with patience.
"use strict";
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

module.exports = { PATIENCE, heard, run };
