/** Opens a folder's shop and reads the dashboard's first figures, as a start of the application does; prints milliseconds. */
import { createTestApp } from '../../test/support/create-test-app.ts';

const start = performance.now();
const test = createTestApp({ folder: process.argv[2] ?? '', strict: false });
const reply = await test.app.ask({ kind: 'system' }, 'dashboard.today', {});
if (!reply.ok) throw new Error(reply.error.code);
process.stdout.write(`${performance.now() - start}\n`);
process.exit(0);
