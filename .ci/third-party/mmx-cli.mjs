import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { matching, sameBytes } from './checks.mjs';
import { fetched } from './emulator.mjs';

/** MiniMax's own command line: it uploads, and has no command for cloning, so the check clones what it uploaded. */
export async function checkCommandLine(checks, { sandbox, emulator, samples }) {
  const speech = path.join(samples, 'speech.mp3');
  const program = sandbox.program('mmx-cli', 'mmx');
  const upload = (purpose, apiKey = emulator.apiKey) => {
    // With a region named and no terminal it asks neither the vendor for the key's region nor anyone for a newer version.
    const args = ['file', 'upload', '--file', speech, '--purpose', purpose, '--region', 'global', '--base-url', emulator.origin];
    const options = { cwd: sandbox.directory, env: sandbox.environment({ MMX_CONFIG_DIR: sandbox.directory }), timeout: 30_000 };
    return new Promise((resolve) => {
      const running = execFile(
        process.execPath,
        [program, ...args, '--api-key', apiKey, '--non-interactive', '--output', 'json'],
        options,
        (error, output, complaint) => resolve({ exit: error ? error.code : 0, output: output + complaint }));
      running.stdin.end();
    });
  };
  const refused = async (uploading, message) => {
    const { exit, output } = await uploading;
    assert.notEqual(exit, 0);
    return matching(JSON.parse(output).error.message, message);
  };

  let fileId;
  await checks.that('it uploads a file', async () => {
    const { exit, output } = await upload('voice_clone');
    assert.equal(exit, 0, output);
    fileId = matching(output, /"file_id": \d+,/).match(/"file_id": (\d+),/)[1];
    const { file_id: _, created_at: created, ...told } = JSON.parse(output);
    assert.deepEqual(told, { bytes: statSync(speech).size, filename: 'speech.mp3', purpose: 'voice_clone' });
    assert.ok(Math.abs(Date.now() / 1000 - created) < 60, `created at ${created}`);
    return `file id ${fileId}`;
  });
  await checks.that('what it uploaded can be cloned, and is the sample', async () => {
    const reply = await emulator.clone(fileId, 'ThirdPartyMmx1', 'A gentle breeze.');
    assert.equal(reply.base_resp.status_msg, 'success');
    return sameBytes(await fetched(reply.demo_audio), readFileSync(speech));
  });
  await checks.that('a voice that the MCP server cloned is there', async () => {
    const { base_resp: status } = await emulator.clone(fileId, 'ThirdPartyMcp1');
    assert.deepEqual(status, { status_code: 2039, status_msg: 'voice clone voice id duplicate' });
  });
  await checks.that('an unknown purpose is refused', async () =>
    refused(upload('nonsense'), /^API error: invalid params, purpose .* \(HTTP 200\)$/));
  await checks.that('a wrong key is refused', async () =>
    refused(upload('voice_clone', 'not-the-key'), /^API error: invalid api key \(HTTP 200\)$/));
}
