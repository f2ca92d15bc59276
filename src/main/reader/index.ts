/**
 * The helper process: one read-only connection on the shop file, and one question at a time. It has no window, no
 * key and no way to write; main ends it to stop a question.
 */
import { openReader } from '../database/open-reader.ts';
import { answer } from './answer.ts';
import type { ToReader } from './messages.ts';

const path = process.argv[2];
if (path === undefined) throw new Error('The helper process was started without a shop file');
const reader = openReader(path);
const port = process.parentPort;

port.on('message', ({ data }) => {
  answer(reader, data as ToReader, (message) => port.postMessage(message));
});
