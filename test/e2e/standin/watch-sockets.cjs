// Loaded into the application's main process before its own code (`-r`), on real Electron as on the stand-in:
// notes every attempt to reach another machine, so that a journey can prove there was none.
const { subscribe } = require('node:diagnostics_channel');

/** @type {string[]} */
const left = [];
Object.defineProperty(globalThis, 'leftTheMachine', { value: left });

/** @param {string} address */
function isHere(address) {
  return /^127\.|^::1$|^::ffff:127\.|^localhost$/u.test(address);
}

subscribe('net.client.socket', (message) => {
  const { socket } = /** @type {{ socket: import('node:net').Socket }} */ (message);
  // A name that is looked up has left the machine already, whether or not it is found.
  socket.on('lookup', (error, address, _family, host) => {
    if (!isHere(host) && (error || !isHere(address))) left.push(`name ${host}`);
  });
  socket.on('connectionAttempt', (address, port) => {
    if (!isHere(address)) left.push(`socket ${address}:${port}`);
  });
});
