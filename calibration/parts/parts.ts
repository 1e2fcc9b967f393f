import type { Part } from '../part.js';
import { SIMULATED_PARTS } from './simulated-parts.js';

/** In the order of the document. Parts that are not simulated, such as real runs, come after. */
export const PARTS: readonly Part[] = [...SIMULATED_PARTS];
