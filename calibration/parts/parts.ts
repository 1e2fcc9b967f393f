import type { Part } from '../part.js';
import { REAL_RUNS } from '../real-runs.js';
import { SIMULATED_PARTS } from './simulated-parts.js';

/** In the order of the document. */
export const PARTS: readonly Part[] = [...SIMULATED_PARTS, REAL_RUNS];
