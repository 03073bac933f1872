// Clones through packages that are not ours, against the standalone emulator. Argument: where the packages are installed.

import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checks } from './checks.mjs';
import { Emulator } from './emulator.mjs';
import { checkMcpServer } from './minimax-mcp-js.mjs';
import { checkCommandLine } from './mmx-cli.mjs';
import { Sandbox } from './sandbox.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sandbox = new Sandbox(path.resolve(process.argv[2]));
const checks = new Checks();
const emulator = await Emulator.start(path.join(root, 'voicecloner'));
try {
  const setting = { sandbox, emulator, samples: path.join(root, 'samples') };
  await checks.section(`minimax-mcp-js ${sandbox.version('minimax-mcp-js')}`, () => checkMcpServer(checks, setting));
  await checks.section(`mmx-cli ${sandbox.version('mmx-cli')}`, () => checkCommandLine(checks, setting));
  await checks.section('both', () =>
    checks.that('they connected to this machine and to nothing else', async () => {
      const contacts = sandbox.contacts();
      assert.ok(contacts.includes(new URL(emulator.origin).host), `${contacts}`);
      assert.deepEqual(contacts.filter((contact) => !contact.startsWith('127.0.0.1:')), []);
      return contacts.join(', ');
    }));
} finally {
  await emulator.stop();
}
checks.close();
