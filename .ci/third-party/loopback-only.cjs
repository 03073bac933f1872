// Loaded into every process of a package before its own code: connects to this machine only, and notes each address in a file.

const { appendFileSync } = require('node:fs');
const net = require('node:net');

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
  // Node itself passes the arguments on as one list.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const target = typeof first === 'object' ? first : { port: first, host: second };
  const host = typeof target.host === 'string' ? target.host : 'localhost';
  appendFileSync(process.env.CONTACTS_FILE, `${host}:${target.port ?? target.path}\n`);
  if (!LOOPBACK.test(host)) {
    process.stderr.write(`loopback-only: ${host} is another machine\n`);
    process.exit(70);
  }
  return connect.apply(this, args);
};
