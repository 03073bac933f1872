import assert from 'node:assert/strict';

/** Prints a line for each thing found right or wrong, and counts them. */
export class Checks {
  passed = 0;
  failed = 0;

  /** Checks that belong together; what goes wrong outside any of them ends them all, and is counted as one. */
  async section(title, checks) {
    console.log(`\n== ${title}`);
    try {
      await checks();
    } catch (error) {
      this.#wrong('the rest was not reached', error);
    }
  }

  /** Runs the probe; what it returns is what was seen, and what it throws is what is wrong. */
  async that(sentence, probe) {
    try {
      const seen = await probe();
      this.passed++;
      console.log(`ok    ${sentence}${seen === undefined ? '' : `: ${seen}`}`);
    } catch (error) {
      this.#wrong(sentence, error);
    }
  }

  #wrong(sentence, error) {
    this.failed++;
    console.log(`FAIL  ${sentence}: ${error.message.trim().replaceAll('\n', '\n      ')}`);
  }

  close() {
    console.log(`\nthird-party: ${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

/** The text itself, if it is of this form. */
export function matching(text, form) {
  assert.match(text, form);
  return text;
}

/** What to say of these bytes, if they are the same. */
export function sameBytes(actual, expected) {
  assert.ok(actual.equals(expected), `${actual.length} bytes that are not the ${expected.length} of the sample`);
  return `${actual.length} bytes`;
}
