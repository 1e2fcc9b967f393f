import { alignmentFaults } from './alignment-faults.js';
import type { Engine } from './engine.js';
import { errorRateFaults } from './error-rate-faults.js';
import { familyFaults } from './family-faults.js';
import { marginFaults } from './margin-faults.js';
import { scoreFaults } from './score-faults.js';

/** Which of the properties that the decision must have this engine lacks; empty for a right one. Seeded throughout. */
export function calibrationFaults(engine: Engine): string[] {
  const checks: Readonly<Record<string, boolean>> = {
    ...familyFaults(engine),
    ...scoreFaults(engine),
    ...alignmentFaults(engine),
    ...marginFaults(engine),
    ...errorRateFaults(engine),
  };
  return Object.entries(checks).flatMap(([fact, holds]) => (holds ? [] : [fact]));
}
