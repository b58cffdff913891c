import { SIDES, typeCheck } from './type-check.ts';

for (const side of SIDES) {
  if (!(await typeCheck(side))) process.exitCode = 1;
}
