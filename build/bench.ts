import { runBench } from '../tests/bench/bench.ts';
import { fromUsersFolder, readFlags } from './flags.ts';

const flags = readFlags({ json: { type: 'string' } }, 'npm run bench takes one flag after --: --json FILE');
await runBench(flags.json === undefined ? null : fromUsersFolder(flags.json));
