import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROTOCOL = '2025-03-26';
const PATIENCE = 30_000;

/** The client's end of the Model Context Protocol: JSON-RPC, a message a line, with a server that is a child process. */
export class McpSession {
  #server;
  #waiting = new Map();
  #lastId = 0;
  #ended;

  /** Starts the server, hands a session with it to the body, and ends the server whatever comes of that. */
  static async with(program, options, body) {
    const session = new McpSession(spawn(process.execPath, [program], { ...options, stdio: ['pipe', 'pipe', 'inherit'] }));
    try {
      await session.#request('initialize', {
        protocolVersion: PROTOCOL,
        capabilities: {},
        clientInfo: { name: 'voicecloner-third-party-check', version: '1' },
      });
      session.#send({ method: 'notifications/initialized' });
      await body(session);
    } finally {
      await session.#end();
    }
  }

  constructor(server) {
    this.#server = server;
    server.stdin.on('error', () => {});
    this.#ended = once(server, 'exit');
    server.on('exit', (code) => this.#waiting.forEach(({ reject }) => reject(new Error(`the server ended with ${code}`))));
    createInterface({ input: server.stdout }).on('line', (line) => this.#received(JSON.parse(line)));
  }

  /** The names of the server's tools. */
  async tools() {
    const { tools } = await this.#request('tools/list', {});
    return tools.map((tool) => tool.name);
  }

  /** What the tool has to say. */
  async call(name, args) {
    const { content } = await this.#request('tools/call', { name, arguments: args });
    return content.map((part) => part.text).join('\n');
  }

  async #end() {
    this.#server.kill();
    await this.#ended;
  }

  #request(method, params) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method} in ${PATIENCE / 1000} s`)), PATIENCE);
      const settled = (settle) => (value) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        settle(value);
      };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#send({ id, method, params });
    });
  }

  #send(message) {
    this.#server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }

  #received({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    if (error) {
      waiting?.reject(new Error(error.message));
    } else {
      waiting?.resolve(result);
    }
  }
}
