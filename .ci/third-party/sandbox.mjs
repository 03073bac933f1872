import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** Where the packages lie and run: a directory of their own, an environment of nothing but what they need, loopback only. */
export class Sandbox {
  #contacts;

  constructor(directory) {
    this.directory = directory;
    this.#contacts = path.join(directory, 'contacts');
  }

  version(packageName) {
    return this.#manifest(packageName).version;
  }

  /** The file of a command that an installed package brings. */
  program(packageName, command) {
    return path.join(this.directory, 'node_modules', packageName, this.#manifest(packageName).bin[command]);
  }

  #manifest(packageName) {
    return JSON.parse(readFileSync(path.join(this.directory, 'node_modules', packageName, 'package.json'), 'utf8'));
  }

  environment(more) {
    return {
      PATH: process.env.PATH,
      HOME: this.directory,
      CI: 'true',
      NODE_NO_WARNINGS: '1',
      NODE_OPTIONS: `--require="${fileURLToPath(new URL('loopback-only.cjs', import.meta.url))}"`,
      CONTACTS_FILE: this.#contacts,
      ...more,
    };
  }

  /** Every host and port that a package has connected to. */
  contacts() {
    return [...new Set(readFileSync(this.#contacts, 'utf8').trim().split('\n'))].sort();
  }
}
