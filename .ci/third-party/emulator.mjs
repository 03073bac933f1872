import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The standalone emulator, as the command line starts it, and the requests that the check itself sends to it. */
export class Emulator {
  #process;
  #ended;

  /** Builds the project first if need be; that is said on standard error. */
  static async start(launcher) {
    const process = spawn(launcher, ['emulator', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(process, 'exit');
    const ready = once(createInterface({ input: process.stdout }), 'line');
    const line = await Promise.race([ready.then(([first]) => first), ended.then(() => undefined)]);
    if (line === undefined) {
      throw new Error(`${launcher} emulator ended before it was ready`);
    }
    return new Emulator(process, ended, JSON.parse(line));
  }

  constructor(process, ended, { baseUrls, apiKey }) {
    this.#process = process;
    this.#ended = ended;
    this.baseUrl = baseUrls.minimax;
    this.origin = new URL(this.baseUrl).origin;
    this.apiKey = apiKey;
  }

  /** The file id is text, and its digits are sent as they are: a number of JavaScript might not hold them. */
  async clone(fileId, voiceId, text) {
    const more = text === undefined ? '' : `,"text":${JSON.stringify(text)},"model":"speech-2.8-hd"`;
    const response = await fetch(`${this.baseUrl}/voice_clone`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.apiKey}`, 'Content-Type': 'application/json' },
      body: `{"file_id":${fileId},"voice_id":"${voiceId}"${more}}`,
    });
    return response.json();
  }

  async stop() {
    this.#process.kill();
    await this.#ended;
  }
}

/** What is found under this URL, asked for without a key. */
export async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}`);
  }
  return Buffer.from(await response.arrayBuffer());
}
