import { createInterface } from 'node:readline';
import { answerPortalQuestion } from './answer-portal-question.ts';
import type { PortalTestQuestion } from './portal-checker.ts';

// The other end of `openElectronChecker`: one question a line, one answer a line.
createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const { id, question } = JSON.parse(line) as { id: number; question: PortalTestQuestion };
    const check = await answerPortalQuestion(question);
    process.stdout.write(`${JSON.stringify({ id, check })}\n`);
  })
  .on('close', () => process.exit(0));
