import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { matching, sameBytes } from './checks.mjs';
import { fetched } from './emulator.mjs';
import { McpSession } from './mcp-session.mjs';

const TRACE = 'Trace ID: [0-9a-f]{32}';
const PREVIEW = { text: 'A gentle breeze passes over the soft grass.' };

const succeeded = (report, rest) => matching(report, new RegExp(`^Voice cloning successful: ${rest}$`));
const refused = (report, reason) => matching(report, new RegExp(`^Voice cloning failed: API Error: ${reason} ${TRACE}$`));

/** MiniMax's own MCP server: its tool uploads a recording, clones it and, in the mode "local", saves the preview. */
export async function checkMcpServer(checks, { sandbox, emulator, samples }) {
  const speech = path.join(samples, 'speech.mp3');
  const sample = readFileSync(speech);

  const withTool = (resourceMode, apiKey, body) => {
    const env = sandbox.environment({
      MINIMAX_API_HOST: emulator.origin,
      MINIMAX_API_KEY: apiKey,
      MINIMAX_MCP_BASE_PATH: sandbox.directory,
      MINIMAX_RESOURCE_MODE: resourceMode,
    });
    const program = sandbox.program('minimax-mcp-js', 'minimax-mcp-js');
    return McpSession.with(program, { cwd: sandbox.directory, env }, async (session) => {
      assert.ok((await session.tools()).includes('voice_clone'), 'it does not offer to clone voices');
      await body((voiceId, more) => session.call('voice_clone', { voiceId, audioFile: speech, ...more }));
    });
  };

  await withTool('local', emulator.apiKey, async (clone) => {
    let report;
    await checks.that('it clones a file and saves the preview', async () => {
      report = await clone('ThirdPartyMcp1', PREVIEW);
      return succeeded(report, 'ThirdPartyMcp1 \\(Demo audio: .+\\)');
    });
    await checks.that('the preview it saved is the sample', async () =>
      sameBytes(readFileSync(matching(report, /Demo audio/).match(/Demo audio: (.+)\)/)[1]), sample));
    await checks.that('it clones without a preview', async () => succeeded(await clone('ThirdPartyMcp2'), 'ThirdPartyMcp2'));
    await checks.that('it clones what it finds under a URL', () =>
      withServed(sample, async (url) =>
        succeeded(await clone('ThirdPartyMcp3', { audioFile: url, isUrl: true }), 'ThirdPartyMcp3')));
    await checks.that('the same id again is refused', async () =>
      refused(await clone('ThirdPartyMcp1'), 'voice clone voice id duplicate'));
    await checks.that('an id against the rules is refused', async () => refused(await clone('1'), 'invalid params, voice_id .*'));
    await checks.that('a file that is no audio is refused', async () =>
      refused(await clone('ThirdPartyMcp4', { audioFile: path.join(samples, 'speech.txt') }), 'unknown error'));
  });

  await withTool('url', emulator.apiKey, (clone) =>
    checks.that('the URL of a preview leads to the sample, without a key', async () => {
      const url = succeeded(await clone('ThirdPartyMcp5', PREVIEW), 'http:\\S+').split(': ')[1];
      return sameBytes(await fetched(url), sample);
    }));

  await withTool('local', 'not-the-key', (clone) =>
    checks.that('a wrong key is refused', async () => refused(await clone('ThirdPartyMcp6'), 'invalid api key')));
}

async function withServed(bytes, body) {
  const server = createServer((request, response) => response.end(bytes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await body(`http://127.0.0.1:${server.address().port}/speech.mp3`);
  } finally {
    server.close();
  }
}
