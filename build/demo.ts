import { buildApp } from './build-app.ts';
import { runDemo } from './demo-run.ts';
import { fromUsersFolder, readFlags } from './flags.ts';

const flags = readFlags({ out: { type: 'string' } }, 'npm run demo takes one flag after --: --out DIR');
await buildApp();
await runDemo(fromUsersFolder(flags.out ?? 'demo-out'));
